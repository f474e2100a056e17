import Retell from "retell-sdk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Random } from "../random";
import { type Sandbox, startSandbox } from "../sandbox";
import { Store } from "../store";
import { FakeProduct } from "../test/fake-product";
import { endInterruptedCalls } from "./account";
import { LiveCall } from "./live-call";

const retellApiKey = "key_of_this_test";
const phoneNumber = "+493012345678";

let sandbox: Sandbox;
let product: FakeProduct;
let client: Retell;

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, appUrl: "http://127.0.0.1:1", retellApiKey, demoFile: "none" });
  product = await FakeProduct.start({ retellApiKey, tenantApiKey: "tenant_key", phoneNumber });
  client = new Retell({ apiKey: retellApiKey, baseURL: `${sandbox.url}/retell`, maxRetries: 0 });
});

afterEach(async () => {
  await Promise.all([sandbox.close(), product.close()]);
});

async function makeCall(seed: number, deliveries?: { lost?: string[]; twice?: boolean; reversed?: boolean }) {
  const live = await LiveCall.connect({
    targetUrl: product.url,
    apiKey: retellApiKey,
    fromNumber: "+4915123456789",
    toNumber: phoneNumber,
    pace: "instant",
    account: sandbox.retell,
    faults: sandbox.faults,
    random: new Random(seed),
    deliveries,
  });
  await live.say("agent", "Guten Tag, was kann ich für Sie tun?");
  await live.say("user", "Was bieten Sie an?");
  await live.invoke("list_services", {});
  return live.hangUp("user_hangup", { call_summary: "A question.", call_successful: true });
}

const events = () => product.webhooks.map(({ event }) => event);

describe("Retell's REST interface, asked by retell-sdk", () => {
  it("returns a call with everything that was said", async () => {
    const made = await makeCall(1);
    const call = await client.call.retrieve(made.call_id);
    expect(call.call_id).toMatch(/^call_[0-9a-f]{27}$/);
    expect(call.transcript).toBe("Agent: Guten Tag, was kann ich für Sie tun?\nUser: Was bieten Sie an?\n");
    expect(call.transcript_with_tool_calls?.map(({ role }) => role)).toEqual([
      "agent",
      "user",
      "tool_call_invocation",
      "tool_call_result",
    ]);
    expect(call.call_analysis?.call_summary).toBe("A question.");
  });

  it("keeps no words and no audio of a call where the product said so, and tells them all the same", async () => {
    product.storesNothing = true;
    const { call_id } = await makeCall(1);
    const call = await client.call.retrieve(call_id);
    expect(call).toMatchObject({ call_status: "ended", data_storage_setting: "basic_attributes_only" });
    expect(call).not.toHaveProperty("transcript_object");
    expect(call).not.toHaveProperty("recording_url");
    const ended = product.webhooks.find(({ event }) => event === "call_ended");
    expect(ended?.call?.transcript).toMatch(/Was bieten Sie an/);
  });

  it("lists calls without anything that was said, page by page", async () => {
    const made = [await makeCall(1), await makeCall(2), await makeCall(3)].map(({ call_id }) => call_id);
    const first = await client.call.list({ limit: 2, include_total: true });
    expect(first).toMatchObject({ has_more: true, total: 3 });
    for (const item of first.items ?? []) {
      expect(item).not.toHaveProperty("transcript");
      expect(item).not.toHaveProperty("transcript_with_tool_calls");
    }
    const second = await client.call.list({ limit: 2, pagination_key: first.pagination_key });
    expect(second.has_more).toBe(false);
    const ids = [...(first.items ?? []), ...(second.items ?? [])].map(({ call_id }) => call_id);
    expect(ids.sort()).toEqual(made.sort());
  });

  it("filters by start and status and refuses filters of another form", async () => {
    const made = await makeCall(1);
    const start = made.start_timestamp ?? 0;
    const count = async (from: number, to: number) =>
      (
        await client.call.list({
          filter_criteria: {
            start_timestamp: { type: "range", op: "bt", value: [from, to] },
            call_status: { type: "enum", op: "in", value: ["ended"] },
          },
        })
      ).items?.length;
    expect(await count(start - 1, start + 1)).toBe(1);
    expect(await count(start + 1, start + 2)).toBe(0);
    await expect(
      client.post("/v3/list-calls", {
        body: { filter_criteria: { start_timestamp: { lower_threshold: 1 } } },
      }),
    ).rejects.toMatchObject({ status: 400 });
  });

  it("answers 401 to another key and 404 to an unknown call", async () => {
    const stranger = new Retell({ apiKey: "wrong", baseURL: `${sandbox.url}/retell`, maxRetries: 0 });
    await expect(stranger.call.list()).rejects.toMatchObject({ status: 401 });
    await expect(client.call.retrieve("call_unknown")).rejects.toMatchObject({ status: 404 });
  });

  it("knows the agent the product chose for the number", async () => {
    const made = await makeCall(1);
    expect(made.agent_id).toBe("agent_demo");
    expect(await client.agent.retrieve("agent_demo")).toMatchObject({ language: "de-DE" });
  });
});

describe("a restart in the middle of a call", () => {
  it("ends the call, as Retell does with a broken line", async () => {
    const made = await makeCall(1);
    const calls = new Store(undefined).collection<typeof made>("retell.calls", 10);
    calls.restore([[made.call_id, { ...made, call_status: "ongoing" }]]);
    endInterruptedCalls(calls);
    expect(calls.get(made.call_id)).toMatchObject({
      call_status: "ended",
      disconnection_reason: "error_retell",
    });
  });
});

describe("a call object", () => {
  it("has milliseconds, seconds and US cents where Retell has them", async () => {
    const call = await makeCall(1);
    const { start_timestamp = 0, end_timestamp = 0, duration_ms = 0 } = call;
    expect(end_timestamp - start_timestamp).toBe(duration_ms);
    expect(end_timestamp).toBeLessThanOrEqual(Date.now());
    const words = call.transcript_object?.flatMap((utterance) => utterance.words) ?? [];
    expect(words.length).toBe(12);
    for (const [index, { start = 0, end = 0 }] of words.entries()) {
      expect(end).toBeGreaterThan(start);
      expect(start).toBeGreaterThanOrEqual(words[index - 1]?.end ?? 0);
      expect(end * 1000).toBeLessThanOrEqual(duration_ms);
    }
    const cost = call.call_cost;
    const sum = cost?.product_costs.reduce((total, { cost: part }) => total + part, 0) ?? 0;
    expect(cost?.combined_cost).toBeCloseTo(sum, 5);
    expect(cost?.combined_cost).toBeCloseTo(
      (cost?.total_duration_unit_price ?? 0) * Math.ceil(duration_ms / 1000),
      4,
    );
    expect(call.telephony_identifier?.twilio_call_sid).toMatch(/^CA[0-9a-f]{32}$/);
  });
});

describe("webhooks of a call", () => {
  it("come in order, each with only what is known by then", async () => {
    await makeCall(1);
    expect(product.badSignatures).toBe(0);
    const sent = events();
    expect(sent.slice(0, 2)).toEqual(["call_inbound", "call_started"]);
    expect(sent.slice(-2)).toEqual(["call_ended", "call_analyzed"]);
    const body = (event: string) => product.webhooks.find((one) => one.event === event)?.call;
    expect(body("call_started")).not.toHaveProperty("transcript");
    expect(body("call_ended")).not.toHaveProperty("call_analysis");
    expect(body("call_analyzed")).toHaveProperty("call_analysis");
  });

  it("can be lost, doubled and turned round", async () => {
    await makeCall(1, { lost: ["call_ended"], twice: true, reversed: true });
    const sent = events().filter((event) => event !== "transcript_updated");
    expect(sent).toEqual(["call_inbound", "call_analyzed", "call_analyzed", "call_started", "call_started"]);
  });

  it("are lost, doubled and overtaken by named faults", async () => {
    sandbox.faults.set({
      retell: [
        { fault: "lost_webhook", endpoint: "transcript_updated" },
        { fault: "out_of_order", endpoint: "call_started", times: 1 },
        { fault: "duplicate", endpoint: "call_ended", times: 1 },
      ],
    });
    await makeCall(1);
    expect(events()).toEqual(["call_inbound", "call_ended", "call_ended", "call_started", "call_analyzed"]);
  });
});

describe("faults of the REST interface", () => {
  it("strike as often as they were told to", async () => {
    const { call_id } = await makeCall(1);
    sandbox.faults.set({ retell: [{ fault: "429", times: 1, endpoint: "get-call" }] });
    await expect(client.call.retrieve(call_id)).rejects.toMatchObject({ status: 429 });
    expect((await client.call.retrieve(call_id)).call_id).toBe(call_id);
    sandbox.faults.set({ retell: [{ fault: "500", times: 1 }] });
    await expect(client.call.retrieve(call_id)).rejects.toMatchObject({ status: 500 });
  });

  it("keep a client waiting, or give it half an answer", async () => {
    const { call_id } = await makeCall(1);
    sandbox.faults.set({ retell: [{ fault: "slow", times: 1, delayMs: 300 }] });
    await expect(client.call.retrieve(call_id, { timeout: 100 })).rejects.toThrow(/timed out/i);
    sandbox.faults.set({ retell: [{ fault: "malformed", times: 1 }] });
    await expect(client.call.retrieve(call_id)).rejects.toThrow();
  });
});
