import { createHash } from "node:crypto";
import { type Database, getDatabase } from "@/server/db";
import { DomainError } from "@/server/domain/_core/errors";
import { signUp } from "@/server/domain/onboarding/sign-up";
import { type Limit, takePoint } from "./rate-limiter";
import { perAccount } from "./sign-in";

const perAddress: Limit = { name: "sign-up-address", points: 20, windowSeconds: 60 * 60 };

export { isSignUpOpen } from "@/server/domain/onboarding/sign-up";

/**
 * Counts every attempt, also one that succeeds: a business is quickly made and stays. Per account it is the limit of
 * signing in, because here, too, somebody could try passwords.
 * @throws DomainError `auth.rate_limited` with `retryAfterSeconds`, and what `signUp` says
 */
export async function takeUpBusiness(
  requestId: string,
  input: Parameters<typeof signUp>[1],
  db: Database = getDatabase(),
) {
  const account = createHash("sha256").update(input.email.trim().toLowerCase()).digest("hex");
  const taken = await Promise.all([
    takePoint(db, perAddress, input.ipAddress ?? "unknown"),
    takePoint(db, perAccount, account),
  ]);
  const refused = taken.filter(({ allowed }) => !allowed);
  if (refused.length > 0) {
    const retryAfterSeconds = Math.ceil(Math.max(...refused.map(({ resetMs }) => resetMs)) / 1000);
    throw new DomainError("auth.rate_limited", "rate_limited", { retryAfterSeconds });
  }
  return signUp({ db, requestId }, input);
}
