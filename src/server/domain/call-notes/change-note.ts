import type { z } from "zod";
import { noteChange } from "@/contracts/call-notes";
import { callNotes } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { lockOwnNote, own } from "./queries";

/** Only its author may; the same words again change nothing. @throws DomainError `call_note.not_found`, `call_note.not_yours` */
export async function changeNote(ctx: TenantContext, input: z.input<typeof noteChange>): Promise<void> {
  requirePermission(ctx, "calls:annotate");
  const { noteId, text } = noteChange.parse(input);
  await transact(ctx.db, async (tx) => {
    const note = await lockOwnNote(ctx, tx, noteId);
    if (note.text === text) return;
    await tx.update(callNotes).set({ text, editedAt: new Date() }).where(own(ctx, noteId));
    await recordEvent(ctx, tx, "call.note_changed", note.callId, { noteId });
  });
}
