import { z } from "zod";
import type { UtteranceRole } from "@/contracts/calls";
import { nestsDeeper, parseWellFormedJson } from "@/lib/json";
import { isPartnerPayload } from "./payloads";

/** What a message says about the conversation, in our units. Null: this message does not say. */
export interface CallDetails {
  disconnectionReason: string | null;
  transcript: string | null;
  utterances: UtteranceDetail[] | null;
  toolCalls: ToolCallDetail[];
  analysis: Record<string, unknown> | null;
  /** US cents, fractions included. */
  costUsdCents: number | null;
  costBreakdown: Record<string, unknown> | null;
  recordingUrl: string | null;
}

export interface UtteranceDetail {
  role: UtteranceRole;
  content: string;
  /** Milliseconds since the call began. */
  startMs: number | null;
  endMs: number | null;
  words: { word: string; startMs: number; endMs: number }[];
}

export interface ToolCallDetail {
  toolCallId: string;
  name: string;
  /** Milliseconds since the call began. */
  atMs: number;
}

const seconds = z
  .number()
  .min(0)
  .max(7 * 86_400);
const wordSchema = z.object({
  word: z.string().default(""),
  start: seconds.nullish(),
  end: seconds.nullish(),
});
const knownRoles = ["agent", "user", "transfer_target", "tool_call_invocation"];
const utteranceSchema = z.object({
  role: z.enum(["agent", "user", "transfer_target"]),
  content: z.string(),
  words: z.array(wordSchema).nullish(),
});
const toolCallSchema = z.object({
  role: z.literal("tool_call_invocation"),
  tool_call_id: z.string(),
  name: z.string(),
  /** Seen on real calls, though the SDK does not type it. */
  time_sec: seconds.nullish(),
});
/** Node transitions, key presses and whatever comes next: skipped, unlike a known entry that cannot be read. */
const otherEntry = z.object({ role: z.string().refine((role) => !knownRoles.includes(role)) });
const entries = z
  .array(z.union([utteranceSchema, toolCallSchema, otherEntry]))
  .max(20_000)
  .nullish();

const costSchema = z.looseObject({ combined_cost: z.number().min(0).max(1e7) });

/** A link that cannot be kept must not cost us the conversation; the message itself stays in the inbox. */
const link = z
  .url({ protocol: /^https?$/ })
  .max(2048)
  .nullish()
  .catch(null);

const analysis = z
  .looseObject({})
  .refine((value) => !nestsDeeper(value, 20), "nested too deep")
  .nullish();

const retellSchema = z.object({
  transcript_with_tool_calls: entries,
  call: z.object({
    disconnection_reason: z.string().max(64).nullish(),
    transcript: z.string().nullish(),
    transcript_object: entries,
    transcript_with_tool_calls: entries,
    /** All there is where Retell stores no personal data (`everything_except_pii`). */
    scrubbed_transcript_with_tool_calls: entries,
    call_analysis: analysis,
    call_cost: costSchema.nullish(),
    recording_url: link,
    scrubbed_recording_url: link,
  }),
});
const partnerSchema = z.object({
  data: z.object({
    transcript: z.string().nullish(),
    call_analysis: analysis,
  }),
});

/**
 * Reads a stored body of either format for processing. Strict where `parseRetellMessage` is lenient: a field that
 * changed its type has to be seen by somebody.
 * @throws Error that names the fields at fault, without their values
 */
export function parseCallDetails(rawBody: string): CallDetails {
  try {
    return toDetails(parseWellFormedJson(rawBody));
  } catch (error) {
    throw error instanceof z.ZodError ? new Error(`unreadable: ${z.prettifyError(error)}`) : error;
  }
}

function toDetails(payload: unknown): CallDetails {
  if (isPartnerPayload(payload)) {
    const { data } = partnerSchema.parse(payload);
    return {
      ...nothing,
      transcript: data.transcript || null,
      analysis: data.call_analysis ?? null,
    };
  }
  const { call, transcript_with_tool_calls } = retellSchema.parse(payload);
  const woven =
    call.transcript_with_tool_calls ?? transcript_with_tool_calls ?? call.scrubbed_transcript_with_tool_calls;
  const spoken = (call.transcript_object ?? woven)?.flatMap(toUtterance);
  return {
    disconnectionReason: call.disconnection_reason ?? null,
    transcript: call.transcript || null,
    utterances: spoken && spoken.length > 0 ? spoken : null,
    toolCalls: woven ? toToolCalls(woven) : [],
    analysis: call.call_analysis ?? null,
    costUsdCents: call.call_cost?.combined_cost ?? null,
    costBreakdown: call.call_cost ?? null,
    recordingUrl: call.recording_url ?? call.scrubbed_recording_url ?? null,
  };
}

const nothing: CallDetails = {
  disconnectionReason: null,
  transcript: null,
  utterances: null,
  toolCalls: [],
  analysis: null,
  costUsdCents: null,
  costBreakdown: null,
  recordingUrl: null,
};

type Entry = NonNullable<z.infer<typeof entries>>[number];
const ms = (value: number) => Math.round(value * 1000);
const isSpoken = (entry: Entry): entry is z.infer<typeof utteranceSchema> => "content" in entry;
const isToolCall = (entry: Entry): entry is z.infer<typeof toolCallSchema> => "tool_call_id" in entry;

function toUtterance(entry: Entry): UtteranceDetail[] {
  if (!isSpoken(entry)) return [];
  const timed = (entry.words ?? []).flatMap(({ word, start, end }) =>
    start == null || end == null ? [] : [{ word, startMs: ms(start), endMs: ms(end) }],
  );
  return [
    {
      role: entry.role,
      content: entry.content,
      startMs: timed[0]?.startMs ?? null,
      endMs: timed.at(-1)?.endMs ?? null,
      words: timed,
    },
  ];
}

/** A tool call without a time of its own happened when the words before it had been said. */
function toToolCalls(woven: Entry[]): ToolCallDetail[] {
  let saidUntilMs = 0;
  return woven.flatMap((entry) => {
    if (isToolCall(entry)) {
      const atMs = entry.time_sec == null ? saidUntilMs : ms(entry.time_sec);
      return [{ toolCallId: entry.tool_call_id, name: entry.name, atMs }];
    }
    saidUntilMs = toUtterance(entry)[0]?.endMs ?? saidUntilMs;
    return [];
  });
}
