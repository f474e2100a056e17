import type { Outputs } from "@/trpc/client";

export type Call = Outputs["calls"]["get"];
export type Utterance = Call["utterances"][number];
export type ToolCall = Call["tools"][number];

/** What a sentence brought about, judged by what our own tools answered. */
export type Made = "booked" | "pending" | "moved" | "cancelled";

export interface Block {
  /** What the agent asked of us before this sentence and after the one before. */
  tools: ToolCall[];
  /** Absent only at the end, where nothing has been said since. */
  utterance?: Utterance;
  made?: Made;
}

/**
 * Sets every tool call before the sentence that followed it. What the caller said last before a booking made it:
 * their yes, not the agent's "one moment". Sentences without a time (a running call may have some) are passed over.
 */
export function layTranscript(utterances: readonly Utterance[], tools: readonly ToolCall[]): Block[] {
  const blocks: Block[] = utterances.map((utterance) => ({ utterance, tools: [] }));
  const rest: Block = { tools: [] };
  for (const tool of tools) {
    const next = blocks.find(({ utterance }) => (utterance?.startMs ?? -1) > tool.atMs);
    (next ?? rest).tools.push(tool);
    const made = madeBy(tool);
    const said = next ? blocks.slice(0, blocks.indexOf(next)) : blocks;
    const cause = said.findLast(({ utterance }) => utterance?.role === "user") ?? said.at(-1);
    if (made && cause) cause.made = made;
  }
  return rest.tools.length > 0 ? [...blocks, rest] : blocks;
}

function madeBy({ name, status, reply }: ToolCall): Made | undefined {
  if (status !== "succeeded") return undefined;
  const pending = (reply?.data as { status?: unknown } | undefined)?.status === "pending";
  if (name === "book_appointment") return pending ? "pending" : "booked";
  if (name === "reschedule_appointment") return pending ? "pending" : "moved";
  return name === "cancel_appointment" ? "cancelled" : undefined;
}
