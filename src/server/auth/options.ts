import { randomUUID } from "node:crypto";
import type { AuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { sessionSeconds } from "@/contracts/users";
import { env } from "@/env";
import { getDatabase } from "@/server/db";
import { DomainError } from "@/server/domain/_core/errors";
import { findSessionUser } from "@/server/domain/sessions/find-session-user";
import { revokeSession } from "@/server/domain/sessions/revoke-session";
import { logger } from "@/server/logger";
import { clientAddress } from "./client-address";
import { sessionCookieName, sessionCookieOptions } from "./session-cookie";
import { signIn } from "./sign-in";

/**
 * next-auth checks nothing but the password; its cookie carries the id of a session row and no claims.
 * Built per request, because the configuration is read at first use.
 */
export function authOptions(): AuthOptions {
  return {
    secret: env.AUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: sessionCookieOptions(),
      },
    },
    providers: [
      credentials({
        credentials: { email: {}, password: {}, code: {} },
        async authorize(input, request) {
          const sessionId = await authorize(input, request.headers ?? {});
          return sessionId ? { id: sessionId } : null;
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sessionId: user.id } : { sessionId: token.sessionId }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sessionId === "string") await endSession(token.sessionId);
      },
    },
    logger: {
      error: (code, metadata) => logger.error({ code, err: metadata }, "next-auth"),
      warn: (code) => logger.warn({ code }, "next-auth"),
    },
  };
}

/** @throws Error whose message is what `parseSignInError` reads in the browser */
async function authorize(
  input: { email: string; password: string; code?: string } | undefined,
  headers: Record<string, string>,
): Promise<string | null> {
  const requestId = randomUUID();
  try {
    return await signIn(
      { db: getDatabase(), requestId },
      {
        email: input?.email ?? "",
        password: input?.password ?? "",
        code: input?.code,
        ipAddress: clientAddress(headers["x-forwarded-for"]),
        userAgent: headers["user-agent"] ?? null,
      },
    );
  } catch (error) {
    if (!(error instanceof DomainError)) {
      logger.error({ err: error, requestId }, "sign-in failed");
      throw new Error("auth.unavailable");
    }
    if (error.kind === "rate_limited") throw new Error(`${error.code}:${error.details.retryAfterSeconds}`);
    if (error.code === "auth.code_required" || error.code === "auth.wrong_code") throw new Error(error.code);
    return null;
  }
}

async function endSession(sessionId: string): Promise<void> {
  const db = getDatabase();
  const user = await findSessionUser(db, sessionId);
  if (!user) return;
  const actor = { type: "user", userId: user.userId, role: user.role, from: user.from } as const;
  await revokeSession({ actor, db, requestId: randomUUID() }, { sessionId });
}
