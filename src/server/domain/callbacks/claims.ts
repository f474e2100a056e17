import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import type { CallbackRow } from "./queries";

/** Long enough for a conversation; whoever forgets to release blocks nobody for longer. */
export const claimMinutes = 30;

export const claimsSince = (now: Date) => new Date(now.getTime() - claimMinutes * 60_000);

export const noClaim = { claimedBy: null, claimedAt: null } as const;

/** The person behind the actor; jobs and keys are nobody. */
export const personOf = ({ actor }: TenantContext) => (actor.type === "user" ? actor.userId : null);

export function isClaimed(row: Pick<CallbackRow, "status" | "claimedAt">, now: Date): boolean {
  return row.status === "claimed" && row.claimedAt !== null && row.claimedAt > claimsSince(now);
}

/** @throws DomainError `callback.already_claimed` while somebody else is on it */
export function refuseClaimedByOther(ctx: TenantContext, row: CallbackRow, now: Date): void {
  if (isClaimed(row, now) && row.claimedBy !== personOf(ctx))
    throw new DomainError("callback.already_claimed", "conflict");
}
