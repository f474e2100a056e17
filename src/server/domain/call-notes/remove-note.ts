import type { z } from "zod";
import { noteRef } from "@/contracts/call-notes";
import { callNotes } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { lockOwnNote, own } from "./queries";

/** Only its author may. @throws DomainError `call_note.not_found`, `call_note.not_yours` */
export async function removeNote(ctx: TenantContext, input: z.input<typeof noteRef>): Promise<void> {
  requirePermission(ctx, "calls:annotate");
  const { noteId } = noteRef.parse(input);
  await transact(ctx.db, async (tx) => {
    const note = await lockOwnNote(ctx, tx, noteId);
    await tx.delete(callNotes).where(own(ctx, noteId));
    await recordEvent(ctx, tx, "call.note_removed", note.callId, { noteId });
  });
}
