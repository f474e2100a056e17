import { eq } from "drizzle-orm";
import type { z } from "zod";
import { signInInput } from "@/contracts/users";
import type { Database } from "@/server/db";
import { users } from "@/server/db/schema";
import { verifyPassword } from "./password";

/** The user, or nothing: an unknown address, a wrong password and a disabled user look and take the same. */
export async function checkCredentials(db: Database, input: z.infer<typeof signInInput>) {
  const { email, password } = signInInput.parse(input);
  const [user] = await db
    .select({
      id: users.id,
      role: users.role,
      tenantId: users.tenantId,
      status: users.status,
      password: users.password,
    })
    .from(users)
    .where(eq(users.email, email));
  const matches = await verifyPassword(user?.password, password);
  if (!user || !matches || user.status !== "active") return undefined;
  return { id: user.id, role: user.role, tenantId: user.tenantId };
}
