import type { Database } from "@/server/db";
import { type Limit, resetPoints, takePoint } from "@/server/db/rate-limiter";
import { DomainError } from "../_core/errors";

/** Of a million codes three are valid at a time: ten guesses in a quarter of an hour lead nowhere. */
const limit: Limit = { name: "second-factor", points: 10, windowSeconds: 15 * 60 };

/** Counts the attempt first, then makes it; one that succeeds clears the count. @throws DomainError `auth.rate_limited` */
export async function limitCodes<Answer>(
  db: Database,
  userId: number,
  attempt: () => Promise<Answer>,
): Promise<Answer> {
  const { allowed, resetMs } = await takePoint(db, limit, String(userId));
  if (!allowed)
    throw new DomainError("auth.rate_limited", "rate_limited", {
      retryAfterSeconds: Math.ceil(resetMs / 1000),
    });
  const answer = await attempt();
  await resetPoints(db, limit, String(userId));
  return answer;
}
