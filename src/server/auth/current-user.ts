import { cookies } from "next/headers";
import { cache } from "react";
import type { Role } from "@/contracts/permissions";
import { getDatabase } from "@/server/db";
import { findSessionUser } from "@/server/domain/sessions/find-session-user";
import { readSessionId, sessionCookieName } from "./session-cookie";

export interface CurrentUser {
  userId: number;
  sessionId: string;
  /** NULL for platform admins. */
  tenantId: string | null;
  role: Role;
  name: string;
  email: string;
  locale: "de" | "en";
}

/** Who asks, checked against the sessions row at each request (once per page render). */
export const getCurrentUser = cache(async (): Promise<CurrentUser | null> => {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  const sessionId = await readSessionId(cookie);
  return sessionId ? findSessionUser(getDatabase(), sessionId) : null;
});
