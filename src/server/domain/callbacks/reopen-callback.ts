import type { z } from "zod";
import { callbackRef } from "@/contracts/callbacks";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { noClaim } from "./claims";
import { type CallbackRow, lockCallback, updateCallback } from "./queries";

/** Somebody has to call after all: settled by mistake, or too early. @throws DomainError `callback.not_found` */
export async function reopenCallback(
  ctx: TenantContext,
  input: z.input<typeof callbackRef>,
): Promise<CallbackRow> {
  requirePermission(ctx, "callbacks:write");
  const { callbackId } = callbackRef.parse(input);
  return transact(ctx.db, async (tx) => {
    const callback = await lockCallback(ctx, tx, callbackId);
    if (!callback.completedAt) return callback;
    await recordEvent(ctx, tx, "callback.reopened", callbackId, { callbackId });
    return updateCallback(ctx, tx, callbackId, {
      ...noClaim,
      status: "open",
      outcome: null,
      appointmentId: null,
      completedAt: null,
      completedBy: null,
    });
  });
}
