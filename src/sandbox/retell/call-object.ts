import type { PhoneCallResponse } from "retell-sdk/resources/call";
import { demoRecordingPath } from "@/lib/demo-recording";

/** Retell's own shape of a phone call; real ones also carry `time_sec` on tool calls, which the SDK does not type. */
export type PhoneCall = PhoneCallResponse;
type Utterance = PhoneCallResponse.Utterance;
type ToolInvocation = PhoneCallResponse.ToolCallInvocationUtterance & { time_sec?: number };
type ToolResult = PhoneCallResponse.ToolCallResultUtterance & { time_sec?: number };
export type TranscriptEntry = Utterance | ToolInvocation | ToolResult;

/** US cents per second, as Retell lists them on a call. */
const PRODUCTS = [
  { product: "elevenlabs_tts", unit_price: 0.1166667 },
  { product: "gpt_4_1", unit_price: 0.075 },
] as const;

const cents = (value: number) => Math.round(value * 1_000_000) / 1_000_000;

/** `call_cost` in US cents, fractions included. */
export function callCost(seconds: number): PhoneCallResponse.CallCost {
  const productCosts = PRODUCTS.map(({ product, unit_price }) => ({
    product,
    unit_price,
    cost: cents(unit_price * seconds),
  }));
  return {
    combined_cost: cents(productCosts.reduce((sum, { cost }) => sum + cost, 0)),
    product_costs: productCosts,
    total_duration_seconds: seconds,
    total_duration_unit_price: cents(PRODUCTS.reduce((sum, { unit_price }) => sum + unit_price, 0)),
  };
}

/** Percentiles over measured milliseconds, in Retell's words. */
function latencyOf(values: number[]): PhoneCallResponse.Latency.E2E {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return {
    p50: at(0.5),
    p90: at(0.9),
    p95: at(0.95),
    p99: at(0.99),
    min: sorted[0] ?? 0,
    max: sorted.at(-1) ?? 0,
    num: sorted.length,
    values,
  };
}

const isUtterance = (entry: TranscriptEntry): entry is Utterance =>
  entry.role === "agent" || entry.role === "user" || entry.role === "transfer_target";

/** The transcript as one text: `Agent: …\nUser: …\n`. */
function plainTranscript(entries: readonly TranscriptEntry[]): string {
  const speaker = { agent: "Agent", user: "User", transfer_target: "Transfer Target" } as const;
  return entries
    .filter(isUtterance)
    .map(({ role, content }) => `${speaker[role]}: ${content}\n`)
    .join("");
}

/** The three transcript fields, which always say the same. */
export function transcriptFields(
  entries: readonly TranscriptEntry[],
): Pick<PhoneCall, "transcript" | "transcript_object" | "transcript_with_tool_calls"> {
  return {
    transcript: plainTranscript(entries),
    transcript_object: entries.filter(isUtterance),
    transcript_with_tool_calls: [...entries],
  };
}

/** What a model needs to answer, in milliseconds and tokens, where nobody measures a real one. */
const MODEL_MS = 780;
const MODEL_TOKENS = 1_850;

/** Signed links are good for a day. */
const linkEnd = () => new Date(Date.now() + 24 * 3_600_000);

function spokenTurn(entry: TranscriptEntry) {
  if (!isUtterance(entry) || entry.role === "transfer_target" || entry.words.length === 0) return [];
  const [first, last] = [entry.words[0]?.start ?? 0, entry.words.at(-1)?.end ?? 0];
  return [{ role: entry.role, startMs: Math.round(first * 1000), endMs: Math.round(last * 1000) }];
}

/** Links, cost and measurements, which a call has once it is over. */
export function closingFacts(
  recordingsUrl: string,
  callId: string,
  durationMs: number,
  entries: readonly TranscriptEntry[],
  toolTimesMs: readonly number[],
): Partial<PhoneCall> {
  const answers = entries.filter(({ role }) => role === "agent");
  return {
    recording_url: `${recordingsUrl}${demoRecordingPath(callId, durationMs, entries.flatMap(spokenTurn), linkEnd())}`,
    public_log_url: `${recordingsUrl}/recordings/${callId}/public.log`,
    call_cost: callCost(Math.ceil(durationMs / 1000)),
    latency: {
      e2e: latencyOf(toolTimesMs.map((ms) => ms + MODEL_MS)),
      llm: latencyOf(answers.map(() => MODEL_MS)),
    },
    llm_token_usage: {
      average: MODEL_TOKENS,
      num_requests: answers.length,
      values: answers.map(() => MODEL_TOKENS),
    },
  };
}

/** What is left of a call where nothing but its basic attributes is stored. */
export function keepLess(call: PhoneCall): PhoneCall {
  const { recording_url: _audio, public_log_url: _log, ...rest } = call;
  const { transcript: _text, transcript_object: _turns, transcript_with_tool_calls: _all, ...kept } = rest;
  return { ...kept, data_storage_setting: "basic_attributes_only" };
}
