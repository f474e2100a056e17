import { decode, encode } from "next-auth/jwt";
import { sessionSeconds } from "@/contracts/users";
import { env } from "@/env";

const usesHttps = () => env.APP_URL.startsWith("https://");

/** Browsers keep `__Secure-` cookies away from plain HTTP. */
export const sessionCookieName = () => (usesHttps() ? "__Secure-askproai.session" : "askproai.session");

export const sessionCookieOptions = () =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: usesHttps() }) as const;

/** The cookie that next-auth would set for this session, for those who signed up just now. */
export async function makeSessionCookie(sessionId: string) {
  const value = await encode({ token: { sessionId }, secret: env.AUTH_SECRET, maxAge: sessionSeconds });
  return { name: sessionCookieName(), value, maxAge: sessionSeconds, ...sessionCookieOptions() };
}

/** The session's id from the encrypted cookie; whether it still counts is the database's to say. */
export async function readSessionId(cookie: string | undefined): Promise<string | undefined> {
  if (!cookie) return undefined;
  const token = await decode({ token: cookie, secret: env.AUTH_SECRET }).catch(() => null);
  return typeof token?.sessionId === "string" ? token.sessionId : undefined;
}
