import { and, eq } from "drizzle-orm";
import type { SpeechLanguage } from "@/lib/speech/language";
import { judgeRecordingConsent, type RecordingConsent, type Utterance } from "@/lib/spoken-yes";
import { calls } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { type Transaction, transact } from "../_core/transact";
import { asksForRecording } from "./asks-for-recording";
import { type CallRow, lockCall } from "./queries";

interface Heard {
  callId: number;
  /** The whole call so far, as the live transcript has it. */
  conversation: readonly Utterance[];
  language: SpeechLanguage;
}

/** What fits the column in any alphabet. */
const maxWords = 5_000;

/**
 * Keeps what the caller said to being recorded, judged by the words alone: whoever asks this verb has no say in it.
 * Asked again it hears the call again, so that a later "bitte doch nicht" takes a yes back.
 * @throws DomainError `recording.never_asked` where the business records nobody, `call.not_found`
 */
export async function decideRecording(
  ctx: TenantContext,
  { callId, conversation, language }: Heard,
): Promise<RecordingConsent["decision"]> {
  requirePermission(ctx, "calls:write");
  const consent = judgeRecordingConsent(conversation, language);
  return transact(ctx.db, async (tx) => {
    const call = await lockCall(ctx, tx, callId);
    if (!(await asksForRecording(ctx, tx))) throw new DomainError("recording.never_asked", "conflict");
    if (consent.decision !== "not_asked") await keepDecision(ctx, tx, call, consent);
    // A transcript that lost its beginning takes nothing back, and gives nothing either.
    return consent.decision === "not_asked" ? call.recordingDecision : consent.decision;
  });
}

/** The call has to be locked. Without a yes no link to the audio stays. */
export async function keepDecision(
  ctx: TenantContext,
  tx: Transaction,
  call: CallRow,
  { decision, utterance, atMs }: RecordingConsent,
): Promise<void> {
  const recordingWords = utterance?.slice(0, maxWords) ?? null;
  if (call.recordingDecision === decision && call.recordingWords === recordingWords) return;
  await tx
    .update(calls)
    .set({
      recordingDecision: decision,
      recordingWords,
      recordingDecidedMs: atMs ?? Math.max(0, Date.now() - call.startTimestamp.getTime()),
      ...(decision === "granted" ? {} : { recordingUrl: null }),
    })
    .where(and(eq(calls.tenantId, ctx.tenant.id), eq(calls.id, call.id)));
  await recordEvent(ctx, tx, "call.recording_decided", call.id, { callId: call.id, decision });
}
