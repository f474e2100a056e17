import { z } from "zod";
import { decideRecording } from "@/server/domain/calls/decide-recording";
import { answer, defineTool, refuse } from "../tool";

export const noteRecordingConsentTool = defineTool({
  name: "note_recording_consent",
  description:
    "Keeps whether the caller agreed to be recorded. Call it once, right after the caller answered the question about recording in your greeting, and again whenever the caller later does not want to be recorded. The caller's own words decide, not you. Never call it where you did not ask.",
  kind: "write",
  args: z.object({}),
  deadlineMs: 3_000,
  async run(ctx, _args, { row, sentences, wholeConversation }) {
    const decision = await decideRecording(ctx, {
      callId: row.id,
      conversation: wholeConversation,
      language: sentences.language,
    });
    if (decision === "not_asked")
      return refuse("recording.not_asked", sentences.refusal("recording.not_asked"), { recorded: false });
    const isGranted = decision === "granted";
    return answer(isGranted ? sentences.recordingAgreed() : sentences.recordingDeclined(), {
      recorded: isGranted,
    });
  },
});
