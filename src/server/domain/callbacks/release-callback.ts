import type { z } from "zod";
import { callbackRef } from "@/contracts/callbacks";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { noClaim, refuseClaimedByOther } from "./claims";
import { type CallbackRow, lockCallback, updateCallback } from "./queries";

/**
 * Gives the callback back to everybody. What nobody is on stays as it is.
 * @throws DomainError `callback.not_found`, `callback.already_claimed` (by somebody else)
 */
export async function releaseCallback(
  ctx: TenantContext,
  input: z.input<typeof callbackRef>,
  now = new Date(),
): Promise<CallbackRow> {
  requirePermission(ctx, "callbacks:write");
  const { callbackId } = callbackRef.parse(input);
  return transact(ctx.db, async (tx) => {
    const callback = await lockCallback(ctx, tx, callbackId);
    if (callback.status !== "claimed") return callback;
    refuseClaimedByOther(ctx, callback, now);
    await recordEvent(ctx, tx, "callback.released", callbackId, { callbackId });
    return updateCallback(ctx, tx, callbackId, { status: "open", ...noClaim });
  });
}
