import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { env } from "@/env";
import { agents, calls, events } from "@/server/db/schema";
import { signRetellBody } from "@/server/integrations/retell/signature";
import { createBusiness, uniquePhone } from "@/test/factories";
import { localDay } from "@/test/local-time";
import { newCallId } from "@/test/retell";
import { expectSpeakable } from "@/test/speakable";
import { appointmentsOf, invocationsOf, newToolCallId, postTool, voiceCall } from "@/test/voice";

const key = () => env.RETELL_API_KEY ?? "";
const bodyFor = (toNumber: string, args: unknown = {}) =>
  JSON.stringify({ name: "list_services", args, call: { call_id: newCallId(), to_number: toNumber } });

describe("who may ask", () => {
  test.each([
    ["no signature", () => null],
    ["a signature under another key", (body: string) => signRetellBody(body, "key_of_somebody_else")],
    ["a signature of another body", () => signRetellBody("{}", key())],
    ["a stale signature", (body: string) => signRetellBody(body, key(), new Date(Date.now() - 301_000))],
    [
      "a signature from the future",
      (body: string) => signRetellBody(body, key(), new Date(Date.now() + 301_000)),
    ],
  ])("%s is refused with 401", async (_, sign) => {
    const { phoneNumber } = await createBusiness();
    const body = bodyFor(phoneNumber);
    expect((await postTool("list_services", body, sign(body))).status).toBe(401);
    expect((await postTool("list_services", body)).status).toBe(200);
  });
});

describe("whatever is asked, the caller hears a sentence", () => {
  test.each([
    ["an unknown tool", "book_flight", (to: string) => bodyFor(to), "tool.unknown"],
    ["an unknown number", "list_services", () => bodyFor(uniquePhone()), "phone_number.unknown"],
    [
      "no number",
      "list_services",
      () => JSON.stringify({ call: { call_id: "call_1" } }),
      "phone_number.unknown",
    ],
    ["a body that is no JSON", "list_services", () => "{", "request.unreadable"],
    ["a body without a call", "list_services", () => JSON.stringify({ args: {} }), "request.unreadable"],
    ["arguments that are a list", "list_services", (to: string) => bodyFor(to, [1]), "arguments.unreadable"],
    [
      "arguments that are broken JSON",
      "list_services",
      (to: string) => bodyFor(to, "{a"),
      "arguments.unreadable",
    ],
    [
      "an id that is none",
      "cancel_appointment",
      (to: string) => bodyFor(to, { appointment_id: "x" }),
      "arguments.unreadable",
    ],
    [
      "more than four megabytes",
      "list_services",
      (to: string) => bodyFor(to, { a: "x".repeat(4 * 1024 * 1024) }),
      "body.unreadable",
    ],
  ])("%s is HTTP 200", async (_, name, body, code) => {
    const { phoneNumber } = await createBusiness();
    const { status, json } = await postTool(name, body(phoneNumber));
    expect(status).toBe(200);
    expect(json).toMatchObject({ success: false, code });
    expectSpeakable((json as { message: string }).message);
  });

  test.each([
    ["a start in 1970", { start_timestamp: 1 }],
    ["a start no calendar holds", { start_timestamp: 8.64e15 }],
    ["a start between two milliseconds", { start_timestamp: Date.now() - 1_000.5 }],
    ["numbers that are no text", { from_number: 5, agent_name: 7 }],
    ["a transcript with holes", { transcript_with_tool_calls: [null, { role: 1, tool_call_id: null }] }],
    ["a transcript that is none", { transcript_with_tool_calls: {} }],
  ])("%s costs nobody the answer", async (_, odd) => {
    const { ctx, phoneNumber } = await createBusiness();
    const call = { call_id: newCallId(), to_number: phoneNumber, ...odd };
    const { json } = await postTool("list_services", JSON.stringify({ call, args: {} }));
    expect(json).toMatchObject({ success: true });
    const [row] = await ctx.db.select().from(calls).where(eq(calls.callId, call.call_id));
    expect(row?.startTimestamp.getFullYear()).toBe(new Date().getFullYear());
  });

  test("half a surrogate in what was heard is stored as what can be stored", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const { tool } = voiceCall({ toNumber: phoneNumber });
    for (const args of [{ service: "Massage\ud83d" }, JSON.stringify({ service: "Massage\ud83d" })])
      expect((await tool("check_availability", args)).success).toBe(true);
    const rows = await invocationsOf(ctx.tenant.id);
    expect(rows.map((row) => row.args)).toEqual([{ service: "Massage\ufffd" }, { service: "Massage\ufffd" }]);
  });

  test("version suffixes and dashes in names are tolerated", async () => {
    const { phoneNumber } = await createBusiness();
    const { tool } = voiceCall({ toNumber: phoneNumber });
    for (const name of ["list_services_v17", "list-services-v4", "list-services", "LIST_SERVICES"])
      expect((await tool(name)).success).toBe(true);
  });

  test("arguments may be a JSON string, and the call id inside them is ignored", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const { tool, callId } = voiceCall({ toNumber: phoneNumber });
    const args = JSON.stringify({ service: "Massage", date: localDay(3), staff: "None", call_id: "call_1" });
    expect((await tool("check_availability", args)).data.available).toBe(true);
    const rows = await ctx.db.select().from(calls).where(eq(calls.tenantId, ctx.tenant.id));
    expect(rows.map((row) => row.callId)).toEqual([callId]);
  });

  test("an English agent is answered in English", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    await ctx.db.update(agents).set({ language: "en-US" }).where(eq(agents.tenantId, ctx.tenant.id));
    const { tool } = voiceCall({ toNumber: phoneNumber });
    expect((await tool("list_services")).message).toBe(
      "These are our services: Massage, 30 minutes for 39 euros. What would you like to come in for?",
    );
  });

  test("an English caller's words for a time are understood in English, a German's are not taken for it", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const words = { service: "Massage", date: "the day after tomorrow", time: "half past two pm" };
    const german = await voiceCall({ toNumber: phoneNumber }).tool("check_availability", words);
    expect(german).toMatchObject({ success: false, code: "time.unreadable_date" });
    await ctx.db.update(agents).set({ language: "en-US" }).where(eq(agents.tenantId, ctx.tenant.id));
    const english = await voiceCall({ toNumber: phoneNumber }).tool("check_availability", words);
    expect(english.data.offers?.[0]?.start.slice(0, 16)).toBe(`${localDay(2)}T14:30`);
  });

  test("half hours are spoken the way the business wants it", async () => {
    const { phoneNumber } = await createBusiness({ saysHalfHours: true });
    const { tool } = voiceCall({ toNumber: phoneNumber });
    const reply = await tool("check_availability", { service: "Massage", date: localDay(2), time: "14:30" });
    expect(reply.message).toContain("halb drei");
  });
});

describe("the call behind it", () => {
  test("exists from this very request on, in the tenant of the called number", async () => {
    const { ctx, phoneNumber, branchId } = await createBusiness();
    const fromNumber = uniquePhone();
    const { tool, callId } = voiceCall({ toNumber: phoneNumber, fromNumber });
    await tool("get_context");
    const [row] = await ctx.db.select().from(calls).where(eq(calls.callId, callId));
    expect(row).toMatchObject({ tenantId: ctx.tenant.id, fromNumber, branchId, status: "ongoing" });
  });

  test("keeps every invocation with arguments, answer, second and an event", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const { tool } = voiceCall({ toNumber: phoneNumber });
    const ok = await tool("list_services");
    await tool("fly_me_to_the_moon", { date: "heute" });
    const [first, second] = await invocationsOf(ctx.tenant.id);
    expect(first).toMatchObject({ name: "list_services", status: "succeeded", reply: ok });
    expect(first?.atMs).toBeGreaterThanOrEqual(5_000);
    expect(first?.durationMs).toBeLessThan(3_000);
    expect(second).toMatchObject({
      name: "fly_me_to_the_moon",
      args: { date: "heute" },
      status: "refused",
      errorCode: "tool.unknown",
    });
    const recorded = await ctx.db.select().from(events).where(eq(events.tenantId, ctx.tenant.id));
    expect(recorded.filter((event) => event.type === "tool.invoked")).toHaveLength(2);
  });
});

describe("a retried tool call", () => {
  const booking = { service: "Massage", start: `${localDay(3)}T10:00`, customer_name: "Erika Beispiel" };

  test("gets the same answer and books once, one after the other", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const { ask, caller } = voiceCall({ toNumber: phoneNumber });
    await ask("book_appointment", booking);
    caller("Ja, gerne.");
    const toolCallId = newToolCallId();
    const first = await ask("book_appointment", booking, { toolCallId });
    const again = await ask("book_appointment", booking, { toolCallId });
    expect(first.success).toBe(true);
    expect(again).toEqual(first);
    expect(await appointmentsOf(ctx.tenant.id)).toHaveLength(1);
    expect(await invocationsOf(ctx.tenant.id)).toHaveLength(2);
  });

  test("gets the same answer and books once, eight at the same time", async () => {
    const { ctx, phoneNumber } = await createBusiness({}, 8);
    const { ask, caller } = voiceCall({ toNumber: phoneNumber });
    await ask("book_appointment", booking);
    caller("Ja, gerne.");
    const toolCallId = newToolCallId();
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => ask("book_appointment", booking, { toolCallId })),
    );
    expect(new Set(replies.map((reply) => reply.message)).size).toBe(1);
    expect(await appointmentsOf(ctx.tenant.id)).toHaveLength(1);
  });

  test("books once even if every try comes under an id of its own", async () => {
    const { ctx, phoneNumber } = await createBusiness({}, 8);
    const { ask, caller } = voiceCall({ toNumber: phoneNumber });
    await ask("book_appointment", booking);
    caller("Ja, gerne.");
    const replies = await Promise.all(Array.from({ length: 8 }, () => ask("book_appointment", booking)));
    replies.push(await ask("book_appointment", booking));
    expect(new Set(replies.map((reply) => reply.data.appointment_id)).size).toBe(1);
    expect(await appointmentsOf(ctx.tenant.id)).toHaveLength(1);
  });

  test("control: another tool call of the same call with another name does book a second time", async () => {
    const { ctx, phoneNumber } = await createBusiness({}, 2);
    const { tool } = voiceCall({ toNumber: phoneNumber });
    await tool("book_appointment", booking);
    const wish = { service: "Massage", date: localDay(3), time: "10:00" };
    const { data } = await tool("check_availability", wish);
    await tool("book_appointment", {
      offer_id: data.offers?.[0]?.offer_id,
      customer_name: "Otto Beispiel",
    });
    expect(await appointmentsOf(ctx.tenant.id)).toHaveLength(2);
  });

  test("reading without an id is always fresh", async () => {
    const { phoneNumber } = await createBusiness();
    const { tool } = voiceCall({ toNumber: phoneNumber });
    const ask = () => tool("check_availability", { service: "Massage", date: localDay(3), time: "10:00" });
    expect((await ask()).data.available).toBe(true);
    await tool("book_appointment", booking);
    expect((await ask()).data.available).toBe(false);
  });
});
