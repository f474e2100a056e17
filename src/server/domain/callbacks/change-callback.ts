import { type CallbackChange, callbackChange } from "@/contracts/callbacks";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { type CallbackRow, lockCallback, updateCallback } from "./queries";

/** What the team notes, or how pressing it is. Without a change nothing is recorded. @throws DomainError `callback.not_found` */
export async function changeCallback(ctx: TenantContext, input: CallbackChange): Promise<CallbackRow> {
  requirePermission(ctx, "callbacks:write");
  const { callbackId, ...values } = callbackChange.parse(input);
  return transact(ctx.db, async (tx) => {
    const before = await lockCallback(ctx, tx, callbackId);
    const wanted = {
      priority: values.priority ?? before.priority,
      notes: (values.notes ?? before.notes) || null,
    };
    if (values.notes === null) wanted.notes = null;
    const fields = (["priority", "notes"] as const).filter((field) => wanted[field] !== before[field]);
    if (fields.length === 0) return before;
    await recordEvent(ctx, tx, "callback.changed", callbackId, { callbackId, fields });
    return updateCallback(ctx, tx, callbackId, wanted);
  });
}
