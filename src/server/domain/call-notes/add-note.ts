import type { z } from "zod";
import { newNote } from "@/contracts/call-notes";
import { callNotes } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { authorOf, lockNotedCall } from "./queries";

/** @throws DomainError `call.not_found`, `forbidden` */
export async function addNote(
  ctx: TenantContext,
  input: z.input<typeof newNote>,
): Promise<{ noteId: number }> {
  requirePermission(ctx, "calls:annotate");
  const { callId, text } = newNote.parse(input);
  const authorId = authorOf(ctx);
  return transact(ctx.db, async (tx) => {
    await lockNotedCall(ctx, tx, callId);
    const values = { tenantId: ctx.tenant.id, callId, authorId, text };
    const [row] = await tx.insert(callNotes).values(values).$returningId();
    const noteId = (row as { id: number }).id;
    await recordEvent(ctx, tx, "call.note_added", callId, { noteId });
    return { noteId };
  });
}
