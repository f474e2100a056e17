import type { Outputs } from "@/trpc/client";

export type Call = Outputs["calls"]["get"];
export type Utterance = Call["utterances"][number];
export type ToolCall = Call["tools"][number];

/** What a sentence brought about, judged by what our own tools answered. */
export type Made = "booked" | "pending" | "moved" | "cancelled";

export interface Block {
  /** Absent only where nothing was said yet. */
  utterance?: Utterance;
  /** What the agent asked of us from this sentence until the next. */
  tools: ToolCall[];
  made?: Made;
}

/**
 * Sets every tool call beside the sentence after which it happened. The last sentence before a booking is the one that
 * made it: usually the caller's yes. Sentences without a time (a running call may have none) gather nothing.
 */
export function layTranscript(utterances: readonly Utterance[], tools: readonly ToolCall[]): Block[] {
  const blocks: Block[] = utterances.map((utterance) => ({ utterance, tools: [] }));
  const timed = blocks.filter((block) => block.utterance?.startMs != null);
  for (const tool of tools) {
    const before = timed.findLast((block) => (block.utterance?.startMs ?? 0) <= tool.atMs);
    const home = before ?? (timed.length > 0 ? blocks[0] : blocks.at(-1));
    const block = home ?? { tools: [] };
    if (!home) blocks.push(block);
    block.tools.push(tool);
    block.made ??= madeBy(tool);
  }
  return blocks;
}

function madeBy({ name, status, reply }: ToolCall): Made | undefined {
  if (status !== "succeeded") return undefined;
  const pending = (reply?.data as { status?: unknown } | undefined)?.status === "pending";
  if (name === "book_appointment") return pending ? "pending" : "booked";
  if (name === "reschedule_appointment") return pending ? "pending" : "moved";
  return name === "cancel_appointment" ? "cancelled" : undefined;
}
