import type { z } from "zod";
import { callbackRef } from "@/contracts/callbacks";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { isClaimed, personOf } from "./claims";
import { type CallbackRow, lockCallback, updateCallback } from "./queries";

/**
 * Someone takes the callback on, so that nobody else calls. The claim counts for `claimMinutes`; claiming again what is
 * one's own begins them anew.
 * @throws DomainError `callback.not_found`, `callback.already_claimed` (somebody else was faster), `callback.done`
 */
export async function claimCallback(
  ctx: TenantContext,
  input: z.input<typeof callbackRef>,
  now = new Date(),
): Promise<CallbackRow> {
  requirePermission(ctx, "callbacks:write");
  const { callbackId } = callbackRef.parse(input);
  return transact(ctx.db, async (tx) => {
    const callback = await lockCallback(ctx, tx, callbackId);
    if (callback.completedAt) throw new DomainError("callback.done", "conflict");
    const person = personOf(ctx);
    const isMine = person !== null && callback.claimedBy === person;
    if (isClaimed(callback, now) && !isMine) throw new DomainError("callback.already_claimed", "conflict");
    await recordEvent(ctx, tx, "callback.claimed", callbackId, { callbackId });
    return updateCallback(ctx, tx, callbackId, { status: "claimed", claimedBy: person, claimedAt: now });
  });
}
