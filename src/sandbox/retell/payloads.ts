import type { PhoneCall } from "./call-object";

/** Webhook and function bodies, each with exactly the fields Retell sends at that moment. */

export interface InboundCall {
  from_number: string;
  to_number: string;
  agent_id?: string;
  agent_version?: number;
  call_id?: string;
}

export const callInbound = (call: InboundCall) => ({ event: "call_inbound" as const, call_inbound: call });

/** Basic information only: nothing has been said yet. */
export function callStarted(call: PhoneCall) {
  const {
    transcript: _transcript,
    transcript_object: _object,
    transcript_with_tool_calls: _tools,
    ...basic
  } = call;
  return { event: "call_started" as const, call: basic };
}

export const transcriptUpdated = (call: PhoneCall) => ({ event: "transcript_updated" as const, call });

/** Everything but the analysis, which is not done yet. */
export function callEnded(call: PhoneCall) {
  const { call_analysis: _analysis, ...ended } = call;
  return { event: "call_ended" as const, call: ended };
}

export const callAnalyzed = (call: PhoneCall) => ({ event: "call_analyzed" as const, call });

/** Body of a custom function's request (`args_at_root: false`). */
export const functionRequest = (name: string, call: PhoneCall, args: Record<string, unknown>) => ({
  name,
  call,
  args,
});

/** Answer of POST /v3/list-calls: the same calls without anything that was said. */
export function listItem(call: PhoneCall) {
  const {
    transcript: _transcript,
    transcript_object: _object,
    transcript_with_tool_calls: _tools,
    scrubbed_transcript_with_tool_calls: _scrubbed,
    ...item
  } = call;
  return item;
}
