import { randomUUID } from "node:crypto";
import type { Role } from "@/contracts/permissions";
import type { CurrentUser } from "@/server/auth/current-user";
import { users } from "@/server/db/schema";
import { findSessionUser } from "@/server/domain/sessions/find-session-user";
import { startSession } from "@/server/domain/sessions/start-session";
import { hashPassword } from "@/server/domain/users/password";
import { testDatabase } from "./database";
import { platformContext } from "./factories";

export const testPassword = "a password for tests";
let passwordHash: Promise<string> | undefined;

/** A user of the business, or a platform admin where there is none. */
export async function createPerson(tenantId: string | null, role: Role) {
  passwordHash ??= hashPassword(testPassword);
  const email = `${randomUUID()}@example.test`;
  const values = { name: `Person ${role}`, email, role, tenantId, password: await passwordHash };
  const [row] = await testDatabase().insert(users).values(values).$returningId();
  return { id: (row as { id: number }).id, role, tenantId, email };
}

/** The same person, signed in. */
export async function signedIn(person: Awaited<ReturnType<typeof createPerson>>): Promise<CurrentUser> {
  const sessionId = await startSession(platformContext(), person, { userAgent: null, ipAddress: null });
  const user = await findSessionUser(testDatabase(), sessionId);
  if (!user) throw new Error("the new session is not valid");
  return user;
}
