import { decode } from "next-auth/jwt";
import { env } from "@/env";

export const usesHttps = () => env.APP_URL.startsWith("https://");

/** Browsers keep `__Secure-` cookies away from plain HTTP. */
export const sessionCookieName = () => (usesHttps() ? "__Secure-askproai.session" : "askproai.session");

/** The session's id from the encrypted cookie; whether it still counts is the database's to say. */
export async function readSessionId(cookie: string | undefined): Promise<string | undefined> {
  if (!cookie) return undefined;
  const token = await decode({ token: cookie, secret: env.AUTH_SECRET }).catch(() => null);
  return typeof token?.sessionId === "string" ? token.sessionId : undefined;
}
