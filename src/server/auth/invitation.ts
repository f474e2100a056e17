import type { z } from "zod";
import type { accountForm } from "@/contracts/users";
import { type Database, getDatabase } from "@/server/db";
import { DomainError } from "@/server/domain/_core/errors";
import { acceptInvitation } from "@/server/domain/invitations/accept-invitation";
import { findInvitation } from "@/server/domain/invitations/find-invitation";
import { type Limit, returnPoint, takePoint } from "./rate-limiter";

/** Attempts with links that open nothing; what succeeds costs nothing. */
const perAddress: Limit = { name: "invitation-address", points: 20, windowSeconds: 15 * 60 };

/**
 * @param ipAddress of the visitor, null where it is unknown
 * @returns what the link stands for, or nothing
 * @throws DomainError `auth.rate_limited`
 */
export const openInvitation = (token: string, ipAddress: string | null, db = getDatabase()) =>
  limited(db, ipAddress, () => findInvitation(db, token));

/** @throws DomainError `auth.rate_limited`, and what `acceptInvitation` says */
export const takeUpInvitation = (
  requestId: string,
  input: z.infer<typeof accountForm> & { token: string; locale: "de" | "en" },
  ipAddress: string | null,
  db = getDatabase(),
) => limited(db, ipAddress, () => acceptInvitation({ db, requestId }, input));

/** Counts the attempt first, then makes it, so that parallel guesses cannot outrun the limit. */
async function limited<Answer>(
  db: Database,
  ipAddress: string | null,
  attempt: () => Promise<Answer>,
): Promise<Answer> {
  const address = ipAddress ?? "unknown";
  const { allowed, resetMs } = await takePoint(db, perAddress, address);
  if (!allowed)
    throw new DomainError("auth.rate_limited", "rate_limited", {
      retryAfterSeconds: Math.ceil(resetMs / 1000),
    });
  const answer = await attempt();
  if (answer !== undefined) await returnPoint(db, perAddress, address);
  return answer;
}
