import { eq } from "drizzle-orm";
import { type Limit, resetPoints, takePoint } from "@/server/db/rate-limiter";
import { users } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { verifyPassword } from "./password";
import { requireUser } from "./require-user";

const limit: Limit = { name: "own-password", points: 10, windowSeconds: 15 * 60 };

/**
 * That it is really the person who signed in, before their sign-in is changed: an open screen is not enough.
 * @throws DomainError `auth.wrong_password` at the field `currentPassword`, or `auth.rate_limited`
 */
export async function requireOwnPassword(ctx: PlatformContext, password: string): Promise<void> {
  const { userId } = requireUser(ctx);
  const { allowed, resetMs } = await takePoint(ctx.db, limit, String(userId));
  if (!allowed)
    throw new DomainError("auth.rate_limited", "rate_limited", {
      retryAfterSeconds: Math.ceil(resetMs / 1000),
    });
  const [user] = await ctx.db.select({ password: users.password }).from(users).where(eq(users.id, userId));
  if (!(await verifyPassword(user?.password, password)))
    throw new DomainError("auth.wrong_password", "invalid", {
      fields: { currentPassword: "wrong_password" },
    });
  await resetPoints(ctx.db, limit, String(userId));
}
