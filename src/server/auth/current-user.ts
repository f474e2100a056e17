import { cookies } from "next/headers";
import { cache } from "react";
import type { Role } from "@/contracts/permissions";
import type { SeenFrom } from "@/lib/seen-from";
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
  /** Where this session was opened. */
  from?: SeenFrom;
}

/** Whose session cookie this is, checked against the sessions row. */
export async function findUserByCookie(cookie: string | undefined): Promise<CurrentUser | null> {
  const sessionId = await readSessionId(cookie);
  return sessionId ? findSessionUser(getDatabase(), sessionId) : null;
}

/** Who asks for this page; checked at each request, once per render. */
export const getCurrentUser = cache(
  async (): Promise<CurrentUser | null> =>
    findUserByCookie((await cookies()).get(sessionCookieName())?.value),
);
