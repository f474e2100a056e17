import { type CallbackPostponement, callbackPostponement } from "@/contracts/callbacks";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { loadBranches } from "../availability/calendar-rows";
import { noClaim, refuseClaimedByOther } from "./claims";
import { dueRange, nextOpening } from "./due-time";
import { noteAlong } from "./note-along";
import { type CallbackRow, lockCallback, updateCallback } from "./queries";

const longestDays = 60;

/**
 * Nobody was reached: the attempt counts, the claim ends, and the callback is due again at `dueAt`, within sixty days, or
 * when its branch opens next if it is closed then.
 * @throws DomainError `callback.not_found`, `callback.already_claimed`, `callback.done`, `callback.due_invalid`
 */
export async function postponeCallback(
  ctx: TenantContext,
  input: CallbackPostponement,
  now = new Date(),
): Promise<CallbackRow> {
  requirePermission(ctx, "callbacks:write");
  const { callbackId, dueAt: chosen, notes } = callbackPostponement.parse(input);
  const ahead = chosen.getTime() - now.getTime();
  if (ahead <= 0 || ahead > longestDays * 86_400_000)
    throw new DomainError("callback.due_invalid", "invalid", { fields: ["dueAt"] });
  const branches = await loadBranches(ctx, dueRange(chosen));
  return transact(ctx.db, async (tx) => {
    const callback = await lockCallback(ctx, tx, callbackId);
    if (callback.completedAt) throw new DomainError("callback.done", "conflict");
    refuseClaimedByOther(ctx, callback, now);
    const noted = await noteAlong(ctx, tx, callback, notes);
    const attempts = callback.attempts + 1;
    const dueAt = nextOpening(branches, { branchId: callback.branchId, from: chosen });
    await recordEvent(ctx, tx, "callback.postponed", callbackId, { callbackId, attempts });
    return updateCallback(ctx, tx, callbackId, { ...noted, ...noClaim, status: "open", attempts, dueAt });
  });
}
