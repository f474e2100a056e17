import { callRef, newNote, newReport, newTag, noteChange, noteRef, tagRef } from "@/contracts/call-notes";
import { addNote } from "@/server/domain/call-notes/add-note";
import { changeNote } from "@/server/domain/call-notes/change-note";
import { removeNote } from "@/server/domain/call-notes/remove-note";
import { viewNotes } from "@/server/domain/call-notes/view-notes";
import { reportCall } from "@/server/domain/call-reports/report-call";
import { tagCall } from "@/server/domain/call-tags/tag-call";
import { untagCall } from "@/server/domain/call-tags/untag-call";
import { router, tenantProcedure } from "../trpc";

export const callNotesRouter = router({
  ofCall: tenantProcedure.input(callRef).query(({ ctx, input }) => viewNotes(ctx, input.callId)),
  add: tenantProcedure.input(newNote).mutation(({ ctx, input }) => addNote(ctx, input)),
  change: tenantProcedure.input(noteChange).mutation(({ ctx, input }) => changeNote(ctx, input)),
  remove: tenantProcedure.input(noteRef).mutation(({ ctx, input }) => removeNote(ctx, input)),
  tag: tenantProcedure.input(newTag).mutation(({ ctx, input }) => tagCall(ctx, input)),
  untag: tenantProcedure.input(tagRef).mutation(({ ctx, input }) => untagCall(ctx, input)),
  report: tenantProcedure.input(newReport).mutation(({ ctx, input }) => reportCall(ctx, input)),
});
