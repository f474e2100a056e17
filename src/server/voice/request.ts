import { z } from "zod";
import { plausibleMs } from "@/server/integrations/retell/payloads";
import { numberOfWebCall } from "@/server/integrations/retell/web-call";

const transcriptItem = z.looseObject({
  role: z.string(),
  tool_call_id: z.string().max(191).optional(),
  name: z.string().optional(),
  content: z.string().optional(),
  /** With `start` and `end` in seconds since the call began. */
  words: z.array(z.unknown()).optional(),
});
const transcript = z.array(transcriptItem.nullable().catch(null)).nullish().catch(null);
const text = z.string().nullish().catch(null);

/**
 * Body of a custom function call (contracts: `{name, call, args}`, `call` with its live transcript). Somebody waits on
 * the phone: what only helps and cannot be read is unknown, and refuses nothing.
 */
export const toolRequest = z.looseObject({
  call: z.looseObject({
    call_id: z.string(),
    agent_name: text,
    direction: text,
    from_number: text,
    to_number: text,
    /** Unix milliseconds. */
    start_timestamp: plausibleMs.nullish().catch(null),
    transcript_object: transcript,
    transcript_with_tool_calls: transcript,
  }),
  args: z.unknown().optional(),
});
export type ToolRequest = z.infer<typeof toolRequest>;

/** Whom a call belongs to is decided by our number: the called one, or the calling one where we called. */
export const ourNumber = (call: ToolRequest["call"]) =>
  call.direction === "outbound" ? call.from_number : (call.to_number ?? numberOfWebCall(call));

/** "book_appointment_v17" and "book-appointment-v4" are `book_appointment`: agents keep old names across versions. */
export function baseToolName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[_-]v\d+$/, "")
    .replaceAll("-", "_");
}

/**
 * Retell's id of the tool call that this request carries out: the last one of this name in the live transcript that
 * has no result yet. Undefined where Retell did not send it along.
 */
export function pendingToolCallId(call: ToolRequest["call"], toolName: string): string | undefined {
  const items = (call.transcript_with_tool_calls ?? []).filter((item) => item !== null);
  const answered = new Set(items.filter((i) => i.role === "tool_call_result").map((i) => i.tool_call_id));
  return items.findLast(
    (item) =>
      item.role === "tool_call_invocation" &&
      item.tool_call_id !== undefined &&
      !answered.has(item.tool_call_id) &&
      baseToolName(item.name ?? "") === toolName,
  )?.tool_call_id;
}
