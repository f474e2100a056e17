import type { Outputs } from "@/trpc/client";

export type Call = Outputs["calls"]["get"];
export type Utterance = Call["utterances"][number];
export type ToolCall = Call["tools"][number];
export type Trace = Call["traces"][number];

/** What a sentence brought about, judged by what our own tools answered. */
export type Made = "booked" | "pending" | "moved" | "cancelled";

export interface Block {
  /** What the agent asked of us before this sentence and after the one before. */
  tools: ToolCall[];
  /** What of a free time happened there: offered, kept, booked. */
  traces: Trace[];
  /** Absent only at the end, where nothing has been said since. */
  utterance?: Utterance;
  made?: Made;
  /** Whether a yes or a no rests on this sentence. */
  answer?: "agreed" | "declined";
}

/**
 * Sets every tool call and trace before the sentence that followed it. What the caller said last before a booking made it:
 * their yes, not the agent's "one moment". Sentences without a time (a running call may have some) are passed over.
 */
export function layTranscript(
  utterances: readonly Utterance[],
  tools: readonly ToolCall[],
  traces: readonly Trace[] = [],
): Block[] {
  const blocks: Block[] = utterances.map((utterance) => ({ utterance, tools: [], traces: [] }));
  const rest: Block = { tools: [], traces: [] };
  const after = (atMs: number) => blocks.find(({ utterance }) => (utterance?.startMs ?? -1) > atMs);
  for (const trace of traces) {
    const said = sentenceOf(blocks, trace);
    if (said && (trace.kind === "agreed" || trace.kind === "declined")) said.answer = trace.kind;
    else (after(trace.atMs) ?? rest).traces.push(trace);
  }
  for (const tool of tools) {
    const next = after(tool.atMs);
    (next ?? rest).tools.push(tool);
    const made = madeBy(tool);
    const said = next ? blocks.slice(0, blocks.indexOf(next)) : blocks;
    const cause = said.findLast(({ utterance }) => utterance?.role === "user") ?? said.at(-1);
    if (made && cause) cause.made = made;
  }
  return rest.tools.length + rest.traces.length > 0 ? [...blocks, rest] : blocks;
}

/** The caller's sentence that a yes or no rests on; of several with the same words, the nearest in time. */
function sentenceOf(blocks: readonly Block[], { utterance: words, atMs }: Trace): Block | undefined {
  if (words === null) return undefined;
  const distance = ({ utterance }: Block) => Math.abs((utterance?.startMs ?? atMs) - atMs);
  return blocks
    .filter(({ utterance }) => utterance?.role === "user" && utterance.content.trim() === words.trim())
    .sort((a, b) => distance(a) - distance(b))[0];
}

/** What a tool call changed, judged by its answer. */
export function madeBy({ name, status, reply }: ToolCall): Made | undefined {
  if (status !== "succeeded") return undefined;
  const pending = (reply?.data as { status?: unknown } | undefined)?.status === "pending";
  if (name === "book_appointment") return pending ? "pending" : "booked";
  if (name === "reschedule_appointment") return pending ? "pending" : "moved";
  return name === "cancel_appointment" ? "cancelled" : undefined;
}
