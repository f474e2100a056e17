import { and, eq, inArray } from "drizzle-orm";
import { findWithdrawal } from "@/lib/spoken-yes";
import { calls, webhookInbox } from "@/server/db/schema";
import { parseCallDetails, type UtteranceDetail } from "@/server/integrations/retell/call-details";
import type { PlatformContext, TenantContext } from "../_core/context";
import { recordEvent } from "../_core/record-event";
import { type Transaction, transact } from "../_core/transact";
import { markCall } from "../analytics/mark-hours";
import { releaseHolds } from "../offers/release-holds";
import { aboutCall } from "../webhook-inbox/queries";
import { asksForRecording } from "./asks-for-recording";
import { type CallMessage, finalEvents, loadCallMessage } from "./call-message";
import { completeInvocations } from "./complete-invocations";
import { keepDecision } from "./decide-recording";
import { foldDetails } from "./fold-details";
import { plainTranscript } from "./plain-transcript";
import { type CallRow, lockCall } from "./queries";
import { countUtterances, listUtterances, replaceUtterances } from "./replace-utterances";

/**
 * Stores what was said and what it cost. While the call runs, the newest transcript shows; once it is over, all its
 * final messages are read together, so that their order does not matter.
 * @throws Error when this message's details cannot be read
 */
export async function storeConversation(ctx: PlatformContext, inboxId: number): Promise<void> {
  const message = await loadCallMessage(ctx, inboxId);
  if (!message) return;
  const details = parseCallDetails(message.inbox.body);
  await transact(ctx.db, async (tx) => {
    const call = await lockCall(message.ctx, tx, message.callId);
    if (message.final) return storeFinal(message, tx, call);
    await showLive(message, tx, call, details.utterances ?? []);
  });
  if (message.final) await releaseHolds(message.ctx, { callId: message.callId });
}

/** Without the final transcript the longest live one stands: a late, shorter one is an older state. */
async function showLive(
  { ctx, inbox }: CallMessage,
  tx: Transaction,
  call: CallRow & { hasTranscript: boolean },
  turns: UtteranceDetail[],
): Promise<void> {
  const newer =
    turns.length > 0 && !call.hasTranscript && turns.length >= (await countUtterances(ctx, tx, call.id));
  if (newer) await replaceUtterances(ctx, tx, call.id, turns);
  if (newer || inbox.eventType.startsWith("transfer_"))
    await recordEvent(ctx, tx, "call.progressed", call.id, { callId: call.id });
}

async function storeFinal(message: CallMessage, tx: Transaction, call: CallRow): Promise<void> {
  const { ctx, head } = message;
  const details = foldDetails(await listFinalMessages(tx, ctx, head.retellCallId));
  if (!details) return;
  // Where Retell was told to store nothing, a fetched call has no words: those heard live are all there are.
  const utterances = details.utterances ?? (await listUtterances(ctx, tx, call.id));
  const mayKeepRecording =
    call.recordingDecision === "granted" &&
    (await asksForRecording(ctx, tx)) &&
    !(await withdrawUnheard(ctx, tx, call, utterances));
  await tx
    .update(calls)
    .set({
      transcript: plainTranscript(details.transcript, utterances),
      analysis: details.analysis,
      analyzedAt: details.analysis ? (call.analyzedAt ?? new Date()) : null,
      disconnectionReason: details.disconnectionReason,
      costUsdCents: details.costUsdCents,
      costBreakdown: details.costBreakdown,
      recordingUrl: mayKeepRecording ? details.recordingUrl : null,
    })
    .where(and(eq(calls.tenantId, ctx.tenant.id), eq(calls.id, call.id)));
  if (details.utterances) await replaceUtterances(ctx, tx, call.id, details.utterances);
  await completeInvocations(ctx, tx, call.id, details.toolCalls);
  await markCall(tx, ctx.tenant.id, call.id);
  if (!mayKeepRecording && call.analyzedAt === null && details.analysis)
    await recordEvent(ctx, tx, "call.recording_unwanted", call.id, { callId: call.id });
  if (call.processedAt === null) await recordEvent(ctx, tx, "call.ended", call.id, { callId: call.id });
}

function listFinalMessages(tx: Transaction, ctx: TenantContext, retellCallId: string) {
  return tx
    .select({ id: webhookInbox.id, eventType: webhookInbox.eventType, body: webhookInbox.body })
    .from(webhookInbox)
    .where(
      and(
        aboutCall(retellCallId),
        eq(webhookInbox.tenantId, ctx.tenant.id),
        inArray(webhookInbox.eventType, finalEvents),
      ),
    );
}

/** What the caller said against the recording without the agent passing it on. True if it took the yes back. */
async function withdrawUnheard(
  ctx: TenantContext,
  tx: Transaction,
  call: CallRow,
  turns: readonly UtteranceDetail[],
): Promise<boolean> {
  const conversation = turns.map(({ role, content, startMs, endMs }) => ({
    speaker: role === "user" ? ("caller" as const) : ("agent" as const),
    text: content,
    startMs: startMs ?? undefined,
    endMs: endMs ?? undefined,
  }));
  const withdrawal = findWithdrawal(conversation, call.recordingDecidedMs ?? 0);
  if (withdrawal) await keepDecision(ctx, tx, call, withdrawal);
  return withdrawal !== undefined;
}
