import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { hmacSha256Hex } from "@/lib/signatures";
import {
  callCost,
  type PhoneCall,
  type TranscriptEntry,
  transcriptFields,
} from "@/sandbox/retell/call-object";
import { callAnalyzed, callEnded, callStarted, transcriptUpdated } from "@/sandbox/retell/payloads";
import { signRetell } from "@/sandbox/retell/signature";
import { webhookInbox } from "@/server/db/schema";
import { processRetellWebhook } from "@/server/domain/calls/process-retell-webhook";
import { receiveWebhook } from "@/server/webhooks/receive-webhook";
import { retellWebhook } from "@/server/webhooks/retell";
import { testDatabase } from "./database";
import { platformContext, uniquePhone } from "./factories";

export const newCallId = () => `call_${randomUUID().replaceAll("-", "").slice(0, 27)}`;

const say = (role: "agent" | "user", content: string, start: number): TranscriptEntry => ({
  role,
  content,
  words: content.split(" ").map((word, i) => ({ word, start: start + i * 0.3, end: start + i * 0.3 + 0.25 })),
});

export const conversation: TranscriptEntry[] = [
  say("agent", "Praxis Test, guten Tag.", 0.4),
  say("user", "Ich hätte gern einen Termin.", 3.1),
  {
    role: "tool_call_invocation",
    tool_call_id: "tool_1",
    name: "check_availability_v17",
    arguments: "{}",
    time_sec: 6.5,
  },
  { role: "tool_call_result", tool_call_id: "tool_1", content: "{}" },
  say("agent", "Morgen um zehn wäre frei.", 8.2),
];

/** A finished call as Retell keeps it, analysis included. */
export function phoneCall(toNumber: string, values: Partial<PhoneCall> = {}): PhoneCall {
  const start = Date.now() - 120_000;
  return {
    call_id: newCallId(),
    agent_id: "agent_test",
    agent_version: 3,
    call_status: "ended",
    call_type: "phone_call",
    direction: "inbound",
    from_number: uniquePhone(),
    to_number: toNumber,
    start_timestamp: start,
    end_timestamp: start + 61_400,
    duration_ms: 61_400,
    disconnection_reason: "agent_hangup",
    recording_url: "https://recordings.example/call.wav",
    call_cost: callCost(61),
    call_analysis: { call_summary: "Wanted a date.", call_successful: true, user_sentiment: "Neutral" },
    ...transcriptFields(conversation),
    ...values,
  };
}

/** What Retell sends in the course of this call, in its order. */
export function messagesOf(call: PhoneCall) {
  const running = { ...call, call_status: "ongoing" as const };
  const { end_timestamp: _end, duration_ms: _ms, disconnection_reason: _why, ...live } = running;
  const { call_cost: _cost, call_analysis: _analysis, recording_url: _url, ...silent } = live;
  return {
    started: callStarted(silent),
    updated: transcriptUpdated({ ...silent, ...transcriptFields(conversation.slice(0, 2)) }),
    ended: callEnded(call),
    analyzed: callAnalyzed(call),
  };
}

const handler = receiveWebhook(retellWebhook);

/** Posts raw bytes to the route under any header. */
export async function postRaw(body: BodyInit, signature: string | null, init: RequestInit = {}) {
  const response = await handler(
    new Request("http://localhost/api/retell/webhook", {
      method: "POST",
      body,
      headers: signature === null ? {} : { "x-retell-signature": signature },
      ...init,
    }),
  );
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** Posts as Retell does. */
export const post = (message: unknown, raw = JSON.stringify(message)) =>
  postRaw(raw, signRetell(raw, process.env.RETELL_API_KEY ?? ""));

/** Posts in the format documented to partners, under their signature. */
export const postAsPartner = (message: unknown, raw = JSON.stringify(message)) =>
  postRaw(raw, hmacSha256Hex(process.env.RETELL_WEBHOOK_SECRET ?? "", raw));

/** The tenant's inbox, oldest first. */
export const inboxOf = (tenantId: string) =>
  testDatabase()
    .select()
    .from(webhookInbox)
    .where(eq(webhookInbox.tenantId, tenantId))
    .orderBy(asc(webhookInbox.id));

/** Processes what waits in the tenant's inbox, oldest first. */
export async function processInbox(tenantId: string): Promise<void> {
  const rows = await testDatabase()
    .select({ id: webhookInbox.id })
    .from(webhookInbox)
    .where(and(eq(webhookInbox.tenantId, tenantId), eq(webhookInbox.status, "received")))
    .orderBy(asc(webhookInbox.id));
  for (const row of rows) await processRetellWebhook(platformContext(), row.id);
}

export function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) =>
    permutations(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]),
  );
}
