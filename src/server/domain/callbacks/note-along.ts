import type { TenantContext } from "../_core/context";
import { recordEvent } from "../_core/record-event";
import type { Transaction } from "../_core/transact";
import { type CallbackRow, updateCallback } from "./queries";

type Notes = string | null | undefined;

/** The notes that go with another change of a locked callback; nothing where they stay as they are. */
export async function noteAlong(
  ctx: TenantContext,
  tx: Transaction,
  { id, notes: before }: CallbackRow,
  given: Notes,
): Promise<{ notes?: string | null }> {
  const notes = given || null;
  if (given === undefined || notes === before) return {};
  await recordEvent(ctx, tx, "callback.changed", id, { callbackId: id, fields: ["notes"] });
  return { notes };
}

/** The notes, where nothing else is left to change. */
export async function noteAlone(
  ctx: TenantContext,
  tx: Transaction,
  callback: CallbackRow,
  given: Notes,
): Promise<CallbackRow> {
  const noted = await noteAlong(ctx, tx, callback, given);
  return "notes" in noted ? updateCallback(ctx, tx, callback.id, noted) : callback;
}
