import { createHash } from "node:crypto";
import { signInInput } from "@/contracts/users";
import type { PlatformContext } from "@/server/domain/_core/context";
import { DomainError } from "@/server/domain/_core/errors";
import { startSession } from "@/server/domain/sessions/start-session";
import { requireSecondFactor } from "@/server/domain/two-factor/require-second-factor";
import { checkCredentials } from "@/server/domain/users/check-credentials";
import { type Limit, resetPoints, returnPoint, takePoint } from "./rate-limiter";

const window = 15 * 60;
export const perAccount: Limit = { name: "sign-in-account", points: 10, windowSeconds: window };
const perAddress: Limit = { name: "sign-in-address", points: 50, windowSeconds: window };

const invalidCredentials = () => new DomainError("auth.invalid_credentials", "unauthenticated");

interface Attempt {
  email: string;
  password: string;
  /** Only asked for where a second factor is set up. */
  code?: string;
  ipAddress: string | null;
  userAgent: string | null;
}

/**
 * Counts the attempt first, then checks it, so that parallel guesses cannot outrun the limit. Whether the account
 * exists makes no difference to any answer; whoever knows the password learns that a code is needed.
 * @returns the id of the new session
 * @throws DomainError `auth.invalid_credentials`, or `auth.rate_limited` with `retryAfterSeconds`, and
 *   what `requireSecondFactor` says
 */
export async function signIn(
  ctx: Pick<PlatformContext, "db" | "requestId">,
  attempt: Attempt,
): Promise<string> {
  const parsed = signInInput.safeParse(attempt);
  if (!parsed.success) throw invalidCredentials();

  const account = createHash("sha256").update(parsed.data.email).digest("hex");
  const address = attempt.ipAddress ?? "unknown";
  const taken = await Promise.all([
    takePoint(ctx.db, perAddress, address),
    takePoint(ctx.db, perAccount, account),
  ]);
  const refused = taken.filter((limit) => !limit.allowed);
  if (refused.length > 0) {
    const retryAfterSeconds = Math.ceil(Math.max(...refused.map((limit) => limit.resetMs)) / 1000);
    throw new DomainError("auth.rate_limited", "rate_limited", { retryAfterSeconds });
  }

  const user = await checkCredentials(ctx.db, parsed.data);
  if (!user) throw invalidCredentials();
  await requireSecondFactor(ctx, user, parsed.data.code).catch(async (error: unknown) => {
    // The first of two steps is no failed attempt.
    if (error instanceof DomainError && error.code === "auth.code_required")
      await Promise.all([returnPoint(ctx.db, perAddress, address), returnPoint(ctx.db, perAccount, account)]);
    throw error;
  });
  await Promise.all([returnPoint(ctx.db, perAddress, address), resetPoints(ctx.db, perAccount, account)]);
  return startSession(ctx, user, { userAgent: attempt.userAgent, ipAddress: attempt.ipAddress });
}
