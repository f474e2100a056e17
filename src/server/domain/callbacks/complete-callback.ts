import { type CallbackCompletion, callbackCompletion } from "@/contracts/callbacks";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { personOf, refuseClaimedByOther } from "./claims";
import { noteAlone, noteAlong } from "./note-along";
import { type CallbackRow, lockCallback, updateCallback } from "./queries";

/**
 * Nobody needs to call any more, and why. Completing twice is the same as once, but for what is noted along with it.
 * @throws DomainError `callback.not_found`, `callback.already_claimed` (somebody else is on it)
 */
export async function completeCallback(
  ctx: TenantContext,
  input: CallbackCompletion,
  now = new Date(),
): Promise<CallbackRow> {
  requirePermission(ctx, "callbacks:write");
  const { callbackId, outcome, notes } = callbackCompletion.parse(input);
  return transact(ctx.db, async (tx) => {
    const callback = await lockCallback(ctx, tx, callbackId);
    if (callback.completedAt) return noteAlone(ctx, tx, callback, notes);
    refuseClaimedByOther(ctx, callback, now);
    const noted = await noteAlong(ctx, tx, callback, notes);
    await recordEvent(ctx, tx, "callback.completed", callbackId, { callbackId, outcome });
    return updateCallback(ctx, tx, callbackId, {
      ...noted,
      status: "done",
      outcome,
      completedAt: now,
      completedBy: personOf(ctx),
    });
  });
}
