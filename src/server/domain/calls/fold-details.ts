import type { CallDetails } from "@/server/integrations/retell/call-details";
import { parseCallDetails } from "@/server/integrations/retell/call-details";

/** A stored final message of a call. */
export interface FinalMessage {
  id: number;
  eventType: string;
  body: string;
}

/** The analysis comes last and knows most; within a stage our own fetch is the younger one. */
const stages = ["call_ended", "call_refreshed", "call_analyzed"];

/**
 * The final details of a call: a pure function of the set of its final messages, so that their order of arrival
 * cannot matter. What a later stage does not say, an earlier one may. A message that cannot be read is left out
 * here; it fails in its own name.
 */
export function foldDetails(messages: FinalMessage[]): CallDetails | undefined {
  return messages
    .toSorted((a, b) => stages.indexOf(a.eventType) - stages.indexOf(b.eventType) || a.id - b.id)
    .flatMap((message) => readable(message.body))
    .reduce<CallDetails | undefined>((known, next) => (known ? merge(known, next) : next), undefined);
}

function readable(body: string): CallDetails[] {
  try {
    return [parseCallDetails(body)];
  } catch {
    return [];
  }
}

function merge(known: CallDetails, next: CallDetails): CallDetails {
  return {
    disconnectionReason: next.disconnectionReason ?? known.disconnectionReason,
    transcript: next.transcript ?? known.transcript,
    utterances: next.utterances ?? known.utterances,
    toolCalls: next.toolCalls.length > 0 ? next.toolCalls : known.toolCalls,
    analysis: next.analysis ?? known.analysis,
    costUsdCents: next.costUsdCents ?? known.costUsdCents,
    costBreakdown: next.costBreakdown ?? known.costBreakdown,
    recordingUrl: next.recordingUrl ?? known.recordingUrl,
  };
}
