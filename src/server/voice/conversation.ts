import { z } from "zod";
import type { Utterance } from "@/lib/spoken-yes";
import { baseToolName, type ToolRequest } from "./request";

type Call = ToolRequest["call"];
type Item = NonNullable<Call["transcript_with_tool_calls"]>[number];

const spokenWord = z.looseObject({ start: z.number(), end: z.number() });
const speakers: Record<string, Utterance["speaker"]> = { agent: "agent", user: "caller" };

/** Tools that a yes is good for, once. */
const askingTools = ["book_appointment", "book_series", "reschedule_appointment", "cancel_appointment"];

/**
 * What was said since something was last booked, moved or cancelled, in order, from the live transcript; empty where
 * Retell sent none. A yes that was carried out is used up.
 */
export function conversationOf(call: Call): Utterance[] {
  const items = itemsOf(call);
  return items.slice(items.findLastIndex(isCarriedOut(items)) + 1).flatMap(utteranceOf);
}

/** What was said from the first word on. */
export const wholeConversationOf = (call: Call): Utterance[] => itemsOf(call).flatMap(utteranceOf);

const itemsOf = (call: Call): readonly Item[] =>
  call.transcript_with_tool_calls?.length ? call.transcript_with_tool_calls : (call.transcript_object ?? []);

function utteranceOf(item: Item): Utterance[] {
  const speaker = item && speakers[item.role];
  if (!speaker || !item.content?.trim()) return [];
  return [{ speaker, text: item.content, ...timesOf(item.words ?? []) }];
}

const succeeded = z.looseObject({ success: z.literal(true) });

function isCarriedOut(items: readonly Item[]) {
  const asking = new Set(
    items
      .filter(
        (item) =>
          item?.role === "tool_call_invocation" && askingTools.includes(baseToolName(item.name ?? "")),
      )
      .map((item) => item?.tool_call_id),
  );
  return (item: Item) =>
    item?.role === "tool_call_result" &&
    asking.has(item.tool_call_id) &&
    succeeded.safeParse(parseJson(item.content ?? "")).success;
}

function timesOf(words: readonly unknown[]): Pick<Utterance, "startMs" | "endMs"> {
  const [first, last] = [spokenWord.safeParse(words[0]), spokenWord.safeParse(words.at(-1))];
  if (!first.success || !last.success) return {};
  return { startMs: Math.round(first.data.start * 1_000), endMs: Math.round(last.data.end * 1_000) };
}

const offering = z.looseObject({
  data: z.looseObject({ offers: z.array(z.looseObject({ start: z.iso.datetime({ offset: true }) })).min(1) }),
});

/** The times that were offered last, in the order they were said: what "den ersten" and "eine Stunde später" refer to. */
export function offeredBefore(call: Call): Date[] {
  const results = (call.transcript_with_tool_calls ?? []).filter((item) => item?.role === "tool_call_result");
  for (const item of results.reverse()) {
    const result = offering.safeParse(parseJson(item?.content ?? ""));
    if (result.success) return result.data.data.offers.map(({ start }) => new Date(start));
  }
  return [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
