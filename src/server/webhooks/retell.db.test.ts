import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { and, eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/mysql2";
import { afterEach, describe, expect, test } from "vitest";
import { env } from "@/env";
import { hmacSha256Hex } from "@/lib/signatures";
import { callInbound } from "@/sandbox/retell/payloads";
import { signRetell } from "@/sandbox/retell/signature";
import { connect, type Database } from "@/server/db";
import {
  agents,
  calls,
  customers,
  events,
  phoneNumbers,
  unassignedCalls,
  webhookInbox,
} from "@/server/db/schema";
import { testDatabase } from "@/test/database";
import { createBusiness, uniquePhone } from "@/test/factories";
import {
  inboxOf,
  messagesOf,
  newCallId,
  phoneCall,
  post,
  postAsPartner,
  postRaw,
  processInbox,
} from "@/test/retell";

const apiKey = () => env.RETELL_API_KEY ?? "";
const holder = globalThis as typeof globalThis & { __askproaiDatabase?: Database };
afterEach(() => {
  holder.__askproaiDatabase = undefined;
});

const callsOf = (tenantId: string) =>
  testDatabase().select().from(calls).where(eq(calls.tenantId, tenantId)).orderBy(calls.id);
const byExternalId = (prefix: string) =>
  testDatabase().select().from(webhookInbox).where(eq(webhookInbox.externalId, prefix));

describe("POST /api/retell/webhook", () => {
  test("stores inbox row, call row and event in one go and answers with our id", async () => {
    const { ctx, phoneNumber, branchId, agentId } = await createBusiness();
    const call = phoneCall(phoneNumber);
    const answer = await post(messagesOf(call).ended);
    const [row] = await callsOf(ctx.tenant.id);
    expect(answer).toMatchObject({
      status: 200,
      body: { success: true, message: "Webhook processed successfully", call_id: row?.id },
    });
    expect(row).toMatchObject({
      callId: call.call_id,
      status: "ended",
      durationSec: 61,
      branchId,
      agentId,
      fromNumber: call.from_number,
      startTimestamp: new Date(call.start_timestamp ?? 0),
      endTimestamp: new Date(call.end_timestamp ?? 0),
      processedAt: null,
    });
    const [inbox] = await inboxOf(ctx.tenant.id);
    expect(inbox).toMatchObject({ eventType: "call_ended", status: "received", deliveries: 1 });
    const recorded = await ctx.db.select().from(events).where(eq(events.tenantId, ctx.tenant.id));
    expect(recorded.map((e) => e.type)).toEqual(["call.started", "webhook.received"]);
    expect(recorded[1]?.data).toEqual({ inboxId: inbox?.id, provider: "retell", eventType: "call_ended" });
  });

  test("a redelivered call_ended creates one call, also when both arrive at once", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const { ended } = messagesOf(phoneCall(phoneNumber));
    const first = await post(ended);
    const again = await Promise.all([post(ended), post(ended), post(ended), post(ended)]);
    expect(new Set([first, ...again].map((a) => a.body.call_id)).size).toBe(1);
    expect(await callsOf(ctx.tenant.id)).toHaveLength(1);
    const inbox = await inboxOf(ctx.tenant.id);
    expect(inbox.map((row) => row.deliveries)).toEqual([5]);
    const received = await ctx.db
      .select()
      .from(events)
      .where(and(eq(events.tenantId, ctx.tenant.id), eq(events.type, "webhook.received")));
    expect(received).toHaveLength(1);
  });

  test("all messages of a call at once make one call", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const { started, updated, ended, analyzed } = messagesOf(phoneCall(phoneNumber));
    const answers = await Promise.all([analyzed, ended, updated, started, ended].map((m) => post(m)));
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200, 200]);
    expect(await callsOf(ctx.tenant.id)).toHaveLength(1);
    expect(await inboxOf(ctx.tenant.id)).toHaveLength(4);
  });

  test("a missing, wrong, stale or foreign signature is 401 and leaves nothing", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const raw = JSON.stringify(messagesOf(phoneCall(phoneNumber)).ended);
    const stale = Date.now() - 300_001 - 2_000;
    const early = Date.now() + 300_001 + 2_000;
    for (const signature of [
      null,
      "",
      signRetell(raw, "another key"),
      signRetell(`${raw} `, apiKey()),
      signRetell(raw, apiKey(), stale),
      signRetell(raw, apiKey(), early),
    ]) {
      expect((await postRaw(raw, signature)).status).toBe(401);
    }
    expect(await inboxOf(ctx.tenant.id)).toEqual([]);
    expect((await postRaw(raw, signRetell(raw, apiKey()))).status).toBe(200);
  });

  test("each format counts only under its own signature", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const retell = messagesOf(phoneCall(phoneNumber)).ended;
    const partner = { event: "call_ended", data: { call_id: newCallId(), to_number: phoneNumber } };
    expect((await postAsPartner(retell)).status).toBe(400);
    expect((await post(partner)).status).toBe(400);
    expect(await callsOf(ctx.tenant.id)).toEqual([]);
    expect((await postAsPartner(partner)).status).toBe(200);
  });

  test("the documented partner sample works word for word", async () => {
    const called = "+491234567891";
    const { ctx, branchId, agentId } = await createBusiness();
    const number = { tenantId: ctx.tenant.id, branchId, agentId, phoneNumber: called };
    await ctx.db
      .insert(phoneNumbers)
      .values(number)
      .onDuplicateKeyUpdate({ set: { tenantId: number.tenantId, branchId, agentId } });
    await ctx.db.delete(webhookInbox).where(eq(webhookInbox.externalId, "call_12345:call_ended"));
    const answer = await postAsPartner(
      null,
      `{
  "event": "call_ended",
  "data": {
    "call_id": "call_12345",
    "conversation_id": "conv_67890",
    "from_number": "+491234567890",
    "to_number": "+491234567891",
    "start_timestamp": 1699123456,
    "end_timestamp": 1699123556,
    "transcript": "Hallo, ich möchte einen Termin buchen...",
    "call_analysis": {
      "intent": "appointment_booking",
      "sentiment": "positive"
    }
  }
}`,
    );
    expect(answer.status).toBe(200);
    await processInbox(ctx.tenant.id);
    const [call] = await callsOf(ctx.tenant.id);
    expect(answer.body).toEqual({
      success: true,
      message: "Webhook processed successfully",
      call_id: call?.id,
    });
    expect(call).toMatchObject({
      conversationId: "conv_67890",
      fromNumber: "+491234567890",
      startTimestamp: new Date("2023-11-04T18:44:16.000Z"),
      endTimestamp: new Date("2023-11-04T18:45:56.000Z"),
      durationSec: 100,
      status: "ended",
      transcript: "Hallo, ich möchte einen Termin buchen...",
      analysis: { intent: "appointment_booking", sentiment: "positive" },
    });
  });

  test("an unreadable body is 400", async () => {
    for (const raw of [
      "",
      "{",
      "null",
      "[]",
      "42",
      "{}",
      '{"event":"call_ended"}',
      '{"event":"call_ended","call":{}}',
      '{"event":"call_ended","call":{"call_id":""}}',
      '{"event":"call_ended","call":{"call_id":"a:b%"}}',
      '{"event":"call_ended","call":{"call_id":7}}',
      '{"event":7,"call":{"call_id":"x"}}',
      `{"event":"call_ended","call":{"call_id":"${"x".repeat(200)}"}}`,
      '{"event":"call_ended","call":{"call_id":"\u0000"}}',
      '{"event":"call_ended","call":{"call_id":"\\u0000"}}',
    ]) {
      expect([(await post(null, raw)).status, raw]).toEqual([400, raw]);
    }
    const invalidUtf8 = Buffer.concat([
      Buffer.from('{"event":"'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}'),
    ]);
    const at = String(Date.now());
    const signature = `v=${at},d=${hmacSha256Hex(apiKey(), invalidUtf8, at)}`;
    expect((await postRaw(invalidUtf8, signature)).status).toBe(400);
  });

  test("hostile but readable bodies are kept, never a 500", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const hostile = (id: string, more: string) =>
      `{"event":"call_ended","call":{"call_id":"${id}","to_number":"${phoneNumber}"${more}}}`;
    const deep = 100_000;
    const bodies = [
      `,"x":${"[".repeat(deep)}${"]".repeat(deep)}`,
      `,"__proto__":{"admin":true},"constructor":{"prototype":{"x":1}}`,
      `,"start_timestamp":1e400,"end_timestamp":-1,"duration_ms":9007199254740993`,
      `,"start_timestamp":"yesterday","end_timestamp":{},"duration_ms":[]`,
      `,"transcript":"\\ud800 und \\u0000 und \\udfff","from_number":"\\ud83d"`,
      `,"from_number":"${"9".repeat(200_000)}"`,
      `,"direction":7,"call_status":{"a":1},"from_number":[]`,
      `,"transcript":${JSON.stringify("ä🌻".repeat(300_000))}`,
    ];
    for (const more of bodies) {
      const answer = await post(null, hostile(newCallId(), more));
      expect([answer.status, more.slice(0, 60)]).toEqual([200, more.slice(0, 60)]);
      expect(typeof answer.body.call_id).toBe("number");
    }
    expect(await callsOf(ctx.tenant.id)).toHaveLength(bodies.length);
  });

  test("more than 4 MB is 413 and is not read to its end", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const answer = await postRaw(endless, "v=1,d=0", { duplex: "half" } as RequestInit);
    expect(answer.status).toBe(413);
    expect(sent).toBeLessThan(4.5 * 1024 * 1024);
    const announced = await postRaw("{}", null, { headers: { "content-length": String(5 * 1024 * 1024) } });
    expect(announced.status).toBe(413);
  });

  test("just under 4 MB is stored whole", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const call = phoneCall(phoneNumber, { transcript: "x".repeat(4 * 1024 * 1024 - 20_000) });
    expect((await post(messagesOf(call).ended)).status).toBe(200);
    await processInbox(ctx.tenant.id);
    const [row] = await callsOf(ctx.tenant.id);
    expect(row?.transcript).toHaveLength(65_535);
  });

  test.each(["refuses connections", "accepts and never answers"])(
    "a database that %s is 503 with Retry-After within a second or so",
    async (kind) => {
      const raw = JSON.stringify(messagesOf(phoneCall(uniquePhone())).ended);
      const silent = createServer(() => undefined);
      await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
      const { port } = silent.address() as AddressInfo;
      if (kind === "refuses connections") await new Promise((resolve) => silent.close(resolve));
      holder.__askproaiDatabase = connect(`mysql://root@127.0.0.1:${port}/away_test`, 2);
      const began = performance.now();
      const answer = await postRaw(raw, signRetell(raw, apiKey()));
      expect(performance.now() - began).toBeLessThan(1_500);
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      holder.__askproaiDatabase.$client.end().catch(() => undefined);
      silent.close();
    },
  );

  test("takes five statements and its transaction, a first message six, a redelivery three", async () => {
    const { phoneNumber } = await createBusiness();
    const { started, ended } = messagesOf(phoneCall(phoneNumber));
    const statements: string[] = [];
    const logger = { logQuery: (query: string) => void statements.push(query) };
    const client = testDatabase().$client;
    holder.__askproaiDatabase = drizzle(client, { logger }) as Database;
    const count = async (message: unknown) => {
      statements.length = 0;
      expect((await post(message)).status).toBe(200);
      return statements.filter((s) => !/^(begin|commit)/i.test(s)).length;
    };
    expect(await count(started)).toBe(6);
    expect(await count(ended)).toBe(5);
    expect(await count(ended)).toBe(3);
  });
});

describe("callers, numbers and event types", () => {
  test.each(["anonymous", "", undefined, "unknown", "restricted"])(
    "a hidden caller (%j) is a call without a number and without a customer",
    async (from) => {
      const { ctx, phoneNumber } = await createBusiness();
      const message = messagesOf(phoneCall(phoneNumber, { from_number: from as string })).ended;
      expect((await post(message)).status).toBe(200);
      await processInbox(ctx.tenant.id);
      const [row] = await callsOf(ctx.tenant.id);
      expect(row).toMatchObject({ fromNumber: null, customerId: null, status: "ended" });
    },
  );

  test("a call to a number of nobody is kept as unassigned and given to no tenant", async () => {
    const call = phoneCall(uniquePhone());
    for (const message of Object.values(messagesOf(call)))
      expect(await post(message)).toMatchObject({ status: 200, body: { success: true, call_id: null } });
    const db = testDatabase();
    const kept = await db.select().from(unassignedCalls).where(eq(unassignedCalls.callId, call.call_id));
    expect(kept).toMatchObject([
      { toNumber: call.to_number, fromNumber: call.from_number, assignedAt: null },
    ]);
    expect(await db.select().from(calls).where(eq(calls.callId, call.call_id))).toEqual([]);
    const [row] = await byExternalId(`${call.call_id}:call_ended`);
    expect(row).toMatchObject({ tenantId: null, status: "ignored", reason: "number_not_assigned" });
  });

  test("a call without any number, like one from the web, is unassigned too", async () => {
    const id = newCallId();
    const message = { event: "call_ended", call: { call_id: id, call_type: "web_call", agent_id: "a" } };
    expect(await post(message)).toMatchObject({ status: 200, body: { call_id: null } });
    const kept = await testDatabase().select().from(unassignedCalls).where(eq(unassignedCalls.callId, id));
    expect(kept).toMatchObject([{ toNumber: null }]);
  });

  test("an outbound call belongs to the number it was made from", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const customer = uniquePhone();
    const call = phoneCall(customer, { direction: "outbound", from_number: phoneNumber });
    expect((await post(messagesOf(call).ended)).status).toBe(200);
    await processInbox(ctx.tenant.id);
    const [row] = await callsOf(ctx.tenant.id);
    expect(row).toMatchObject({ direction: "outbound", fromNumber: phoneNumber, toNumber: customer });
    expect(row?.customerId).not.toBeNull();
  });

  test("unknown event types and unknown fields are kept and do no harm", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const call = phoneCall(phoneNumber);
    const ended = messagesOf(call).ended;
    await post({ ...ended, event_timestamp: 1, call: { ...ended.call, something_new: { deep: [1] } } });
    const [row] = await callsOf(ctx.tenant.id);
    const paused = await post({
      event: "call_paused",
      call: { call_id: call.call_id, to_number: phoneNumber },
    });
    expect(paused).toMatchObject({ status: 200, body: { call_id: row?.id } });
    expect(await post({ event: "chat_started", chat: { chat_id: "chat_1" } })).toMatchObject({
      status: 200,
      body: { call_id: null },
    });
    expect(await post({ event: "call_refreshed", call: ended.call })).toMatchObject({ status: 200 });
    const inbox = await inboxOf(ctx.tenant.id);
    expect(inbox.map((r) => [r.eventType, r.status])).toEqual([
      ["call_ended", "received"],
      ["call_paused", "ignored"],
      ["call_refreshed", "ignored"],
    ]);
    expect(JSON.parse(inbox[0]?.body ?? "").call.something_new).toEqual({ deep: [1] });
  });
});

describe("call_inbound", () => {
  test("names the agent and what it should know, without telling who the caller is", async () => {
    const { ctx, phoneNumber, agentId } = await createBusiness({
      name: "Praxis am Park",
      recordingConsent: "ask",
    });
    const known = uniquePhone();
    await ctx.db.insert(customers).values({ tenantId: ctx.tenant.id, name: "Erika Muster", phone: known });
    const [agent] = await ctx.db.select().from(agents).where(eq(agents.id, agentId));
    const id = newCallId();
    const inbound = callInbound({ from_number: known, to_number: phoneNumber, call_id: id });
    const answer = await post(inbound);
    const variables = answer.body.call_inbound.dynamic_variables;
    expect(answer.status).toBe(200);
    expect(answer.body.call_inbound.override_agent_id).toBe(agent?.retellAgentId);
    expect(variables).toMatchObject({
      business_name: "Praxis am Park",
      branch_name: "Mitte",
      caller_known: "ja",
      recording_consent: "ask",
      language: "de-DE",
      current_date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      current_weekday: expect.stringMatching(/tag$|woch$|abend$/),
      current_time: expect.stringMatching(/^\d\d:\d\d$/),
      opening_state: expect.stringMatching(/^(geöffnet bis 18 Uhr|geschlossen, öffnet wieder .* um 8 Uhr)$/),
    });
    expect(variables.next_days.split("; ")).toHaveLength(7);
    expect(variables.next_days).toMatch(/^\p{L}+, \d+\. \p{L}+ \d{4} \(\d{4}-\d\d-\d\d\)/u);
    expect(Object.values(variables).every((value) => typeof value === "string")).toBe(true);
    expect(JSON.stringify(answer.body)).not.toMatch(/Erika|Muster/);

    expect(await callsOf(ctx.tenant.id)).toMatchObject([{ callId: id, status: "ongoing" }]);
    await post(inbound);
    expect(await callsOf(ctx.tenant.id)).toHaveLength(1);

    for (const from of [uniquePhone(), "anonymous"]) {
      const stranger = await post(callInbound({ from_number: from, to_number: phoneNumber }));
      expect(stranger.body.call_inbound.dynamic_variables.caller_known).toBe("nein");
    }
  });

  test("has Retell store nothing of a call where the business records nobody", async () => {
    const ring = async (recordingConsent: "ask" | "never") => {
      const { phoneNumber } = await createBusiness({ recordingConsent });
      return (await post(callInbound({ from_number: "anonymous", to_number: phoneNumber }))).body
        .call_inbound;
    };
    expect((await ring("never")).agent_override).toEqual({
      agent: { data_storage_setting: "basic_attributes_only" },
    });
    expect(await ring("ask")).not.toHaveProperty("agent_override");
  });

  test("the time of ringing gives way to Retell's own start", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const call = phoneCall(phoneNumber, { start_timestamp: Date.now() + 5_000 });
    await post(callInbound({ ...call }));
    await post(messagesOf(call).started);
    const [row] = await callsOf(ctx.tenant.id);
    expect(row?.startTimestamp).toEqual(new Date(call.start_timestamp ?? 0));
  });

  test("a number of nobody gets no override, and its call is kept", async () => {
    const id = newCallId();
    const to = uniquePhone();
    const answer = await post(callInbound({ from_number: "anonymous", to_number: to, call_id: id }));
    expect(answer).toMatchObject({ status: 200, body: { call_inbound: {} } });
    const kept = await testDatabase().select().from(unassignedCalls).where(eq(unassignedCalls.callId, id));
    expect(kept).toMatchObject([{ toNumber: to, fromNumber: null }]);
  });

  test("a number of nobody is kept in the one writing by which it can be assigned later", async () => {
    const id = newCallId();
    await post(callInbound({ from_number: "anonymous", to_number: "030 23125099", call_id: id }));
    const kept = await testDatabase().select().from(unassignedCalls).where(eq(unassignedCalls.callId, id));
    expect(kept).toMatchObject([{ toNumber: "+493023125099" }]);
  });

  test("asks the database two things before it answers a call without an id", async () => {
    const { phoneNumber } = await createBusiness();
    const statements: string[] = [];
    const logger = { logQuery: (query: string) => void statements.push(query) };
    holder.__askproaiDatabase = drizzle(testDatabase().$client, { logger }) as Database;
    const inbound = callInbound({ from_number: uniquePhone(), to_number: phoneNumber });
    await post(inbound);
    expect(statements).toHaveLength(2);
    const times: number[] = [];
    for (let i = 0; i < 20; i++) {
      const began = performance.now();
      await post(inbound);
      times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    expect(times[10]).toBeLessThan(200);
  });
});
