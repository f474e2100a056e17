import { describe, expect, test } from "vitest";
import { parseCallDetails } from "./call-details";
import { parsePartnerMessage, parseRetellMessage, parseStoredMessage, refreshedMessage } from "./payloads";

/** Every field of a call that contracts.md (A4) names, with values in Retell's units. */
const everything = {
  call_id: "call_0123456789abcdef0123456789a",
  agent_id: "agent_1",
  agent_version: 4,
  agent_name: "Assistent",
  agent_tag: "prod",
  call_status: "ended",
  call_type: "phone_call",
  direction: "inbound",
  from_number: "+4915112345678",
  to_number: "+493012345678",
  start_timestamp: 1_763_805_600_123,
  end_timestamp: 1_763_805_661_623,
  duration_ms: 61_500,
  transfer_end_timestamp: 1_763_805_700_000,
  transfer_destination: "+4930999",
  disconnection_reason: "user_hangup",
  metadata: { any: [1, "x", null] },
  retell_llm_dynamic_variables: { customer: "x" },
  collected_dynamic_variables: { current_node: "start" },
  custom_sip_headers: { "X-A": "1" },
  custom_attributes: { a: 1 },
  data_storage_setting: "everything",
  opt_out_sensitive_data_storage: false,
  opt_in_signed_url: true,
  transcript: "Agent: Guten Tag.\nUser: Hallo.\n",
  transcript_object: [
    { role: "agent", content: "Guten Tag.", words: [{ word: "Guten", start: 0.5, end: 0.8 }] },
    { role: "user", content: "Hallo.", words: [{ word: "Hallo.", start: 1.25, end: 1.6 }] },
    { role: "transfer_target", content: "Ja bitte?", words: [] },
  ],
  transcript_with_tool_calls: [
    { role: "agent", content: "Guten Tag.", words: [{ word: "Guten", start: 0.5, end: 0.8 }] },
    {
      role: "node_transition",
      former_node_id: "a",
      former_node_name: "A",
      new_node_id: "b",
      new_node_name: "B",
    },
    { role: "user", content: "Hallo.", words: [{ word: "Hallo.", start: 1.25, end: 1.6 }] },
    { role: "tool_call_invocation", tool_call_id: "t1", name: "check_availability_v17", arguments: "{}" },
    { role: "tool_call_result", tool_call_id: "t1", content: "{}", successful: true },
    {
      role: "tool_call_invocation",
      tool_call_id: "t2",
      name: "book_appointment",
      arguments: "{}",
      time_sec: 9.75,
    },
    { role: "dtmf", digit: "1" },
    { role: "sms", content: "x", time_sec: 3, multimedia: [] },
    { role: "injected", content: "x", time_sec: 4 },
    { role: "something_new", anything: true },
  ],
  recording_url: "https://r.example/1.wav",
  recording_multi_channel_url: "https://r.example/1m.wav",
  public_log_url: "https://r.example/1.log",
  latency: { e2e: { p50: 800, values: [1] } },
  llm_token_usage: { average: 1, num_requests: 2, values: [1] },
  telephony_identifier: { twilio_call_sid: "CA1" },
  call_cost: {
    combined_cost: 4.56,
    product_costs: [{ product: "gpt", cost: 4.56, unit_price: 0.07, is_transfer_leg_cost: false }],
    total_duration_seconds: 61,
    total_duration_unit_price: 0.07,
  },
  call_analysis: {
    call_summary: "x",
    call_successful: true,
    in_voicemail: false,
    user_sentiment: "Neutral",
    custom_analysis_data: { reason: "x" },
  },
};

describe("Retell's format", () => {
  test("is read field by field, in our units", () => {
    const raw = JSON.stringify({ event: "call_analyzed", call: everything, event_timestamp: 1 });
    const message = parseRetellMessage(JSON.parse(raw), raw);
    expect(message).toEqual({
      kind: "event",
      eventType: "call_analyzed",
      externalId: `${everything.call_id}:call_analyzed`,
      understood: true,
      call: {
        retellCallId: everything.call_id,
        conversationId: null,
        direction: "inbound",
        fromNumber: "+4915112345678",
        toNumber: "+493012345678",
        status: "ended",
        startedAt: new Date(1_763_805_600_123),
        endedAt: new Date(1_763_805_661_623),
        durationSec: 62,
      },
    });
    expect(parseStoredMessage(raw)).toEqual(message);
    expect(parseCallDetails(raw)).toEqual({
      disconnectionReason: "user_hangup",
      transcript: everything.transcript,
      utterances: [
        {
          role: "agent",
          content: "Guten Tag.",
          startMs: 500,
          endMs: 800,
          words: [{ word: "Guten", startMs: 500, endMs: 800 }],
        },
        {
          role: "user",
          content: "Hallo.",
          startMs: 1250,
          endMs: 1600,
          words: [{ word: "Hallo.", startMs: 1250, endMs: 1600 }],
        },
        { role: "transfer_target", content: "Ja bitte?", startMs: null, endMs: null, words: [] },
      ],
      toolCalls: [
        { toolCallId: "t1", name: "check_availability_v17", atMs: 1600 },
        { toolCallId: "t2", name: "book_appointment", atMs: 9750 },
      ],
      analysis: everything.call_analysis,
      costUsdCents: 4.56,
      costBreakdown: everything.call_cost,
      recordingUrl: "https://r.example/1.wav",
    });
  });

  test.each([
    ["registered", "call_started", "ongoing"],
    ["ongoing", "call_started", "ongoing"],
    ["ongoing", "call_ended", "ended"],
    ["ended", "call_ended", "ended"],
    ["error", "call_ended", "failed"],
    ["not_connected", "call_analyzed", "failed"],
    [undefined, "call_ended", "ended"],
  ])("status %s in %s is %s", (call_status, event, status) => {
    const message = parseRetellMessage({ event, call: { call_id: "c", call_status } }, "");
    expect(message).toMatchObject({ call: { status } });
  });

  test("tells repeated events apart by their content, and redeliveries not", () => {
    const id = (event: string, more = {}) => {
      const payload = { event, call: { call_id: "c", ...more } };
      return parseStoredMessage(JSON.stringify(payload))?.externalId;
    };
    expect(id("transcript_updated", { x: 1 })).toBe(id("transcript_updated", { x: 1 }));
    expect(id("transcript_updated", { x: 1 })).not.toBe(id("transcript_updated", { x: 2 }));
    expect(id("transfer_started", { x: 1 })).not.toBe(id("transfer_ended", { x: 1 }));
    expect(id("call_ended", { x: 1 })).toBe(id("call_ended", { x: 2 }));
  });

  test("reads the live transcript beside or inside the call, and the scrubbed one where there is no other", () => {
    const woven = everything.transcript_with_tool_calls;
    const turns = (body: object) => parseCallDetails(JSON.stringify(body)).utterances?.length;
    expect(
      turns({ event: "transcript_updated", call: { call_id: "c" }, transcript_with_tool_calls: woven }),
    ).toBe(2);
    expect(
      turns({ event: "transcript_updated", call: { call_id: "c", transcript_with_tool_calls: woven } }),
    ).toBe(2);
    expect(
      turns({ event: "call_ended", call: { call_id: "c", scrubbed_transcript_with_tool_calls: woven } }),
    ).toBe(2);
  });

  test("a fetched call is one fact per stage", () => {
    const stage = (call: object) => refreshedMessage(call)?.message.externalId.split(":").at(-1);
    expect(stage({ call_id: "c", call_status: "ongoing" })).toBe("ongoing");
    expect(stage({ call_id: "c", call_status: "ended" })).toBe("ended");
    expect(stage({ call_id: "c", call_status: "error" })).toBe("failed");
    expect(stage(everything)).toBe("analyzed");
    expect(refreshedMessage({ nothing: true })).toBeUndefined();
  });
});

describe("the inbound question", () => {
  test.each([
    [{ from_number: "+491", to_number: "+492", call_id: "c" }, "c"],
    [{ from_number: "anonymous", to_number: "+492", agent_id: "a", agent_version: 1 }, null],
  ])("%j", (call_inbound, retellCallId) => {
    expect(parseRetellMessage({ event: "call_inbound", call_inbound, event_timestamp: 1 }, "")).toEqual({
      kind: "inbound",
      retellCallId,
      fromNumber: call_inbound.from_number,
      toNumber: "+492",
    });
  });
});

describe("the partner format", () => {
  test("counts in seconds and becomes the same message", () => {
    const data = {
      call_id: "p1",
      conversation_id: "v",
      from_number: "+491",
      to_number: "+492",
      start_timestamp: 1_699_123_456,
    };
    expect(parsePartnerMessage({ event: "call_started", data }, "")).toMatchObject({
      externalId: "p1:call_started",
      call: { status: "ongoing", startedAt: new Date(1_699_123_456_000), endedAt: null, durationSec: null },
    });
    expect(
      parsePartnerMessage({ event: "call_ended", data: { ...data, end_timestamp: 1_699_123_556.5 } }, ""),
    ).toMatchObject({ call: { status: "ended", durationSec: 101, conversationId: "v" } });
  });

  test("is never taken for Retell's", () => {
    expect(parseRetellMessage({ event: "call_ended", data: { call_id: "p1" } }, "")).toBeUndefined();
    expect(parsePartnerMessage({ event: "call_ended", call: { call_id: "c" } }, "")).toBeUndefined();
  });
});
