import { and, asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { PhoneCall } from "@/sandbox/retell/call-object";
import { transcriptFields } from "@/sandbox/retell/call-object";
import {
  appointments,
  callbacks,
  calls,
  callUtterances,
  customers,
  events,
  toolInvocations,
} from "@/server/db/schema";
import { createBusiness, platformContext } from "@/test/factories";
import {
  conversation,
  inboxOf,
  messagesOf,
  newCallId,
  permutations,
  phoneCall,
  post,
  processInbox,
} from "@/test/retell";
import { failDelivery } from "../webhook-inbox/fail-delivery";
import { updateCallOutcome } from "./derive-outcome";
import { processRetellWebhook } from "./process-retell-webhook";

type Business = Awaited<ReturnType<typeof createBusiness>>;

async function callRow({ ctx }: Business, retellCallId: string) {
  const [row] = await ctx.db
    .select()
    .from(calls)
    .where(and(eq(calls.tenantId, ctx.tenant.id), eq(calls.callId, retellCallId)));
  if (!row) throw new Error("no such call");
  return row;
}

const turnsOf = ({ ctx }: Business, callId: number) =>
  ctx.db
    .select({
      position: callUtterances.position,
      role: callUtterances.role,
      content: callUtterances.content,
      startMs: callUtterances.startMs,
      endMs: callUtterances.endMs,
    })
    .from(callUtterances)
    .where(and(eq(callUtterances.tenantId, ctx.tenant.id), eq(callUtterances.callId, callId)))
    .orderBy(asc(callUtterances.position));

/** Sends every message of the call and processes each at once. */
async function hear(business: Business, values: Partial<PhoneCall> = {}) {
  const call = phoneCall(business.phoneNumber, values);
  const { started, ended, analyzed } = messagesOf(call);
  await post(started);
  await processInbox(business.ctx.tenant.id);
  return {
    call,
    ours: await callRow(business, call.call_id),
    hangUp: async () => {
      for (const message of [ended, analyzed]) await post(message);
      await processInbox(business.ctx.tenant.id);
      return callRow(business, call.call_id);
    },
  };
}

/** A hundred messages and more, one after the other, also where the machine has other things to do. */
const everyOrderMs = 60_000;

describe("every order of a call's messages", () => {
  const comparable = async (business: Business, retellCallId: string) => {
    const {
      id,
      callId: _1,
      createdAt: _2,
      updatedAt: _3,
      processedAt,
      analyzedAt,
      lastActivityAt: _4,
      ...row
    } = await callRow(business, retellCallId);
    return JSON.stringify({
      ...row,
      processed: processedAt !== null,
      analyzed: analyzedAt !== null,
      turns: await turnsOf(business, id),
    });
  };

  test.each(["processed one by one", "processed after all have arrived", "delivered twice"])(
    "ends in the same call (%s)",
    async (mode) => {
      const business = await createBusiness();
      const template = phoneCall(business.phoneNumber);
      const kinds = ["started", "updated", "ended", "analyzed"] as const;
      const results = new Set<string>();
      for (const order of permutations(kinds)) {
        const call = { ...template, call_id: newCallId() };
        const messages = messagesOf(call);
        for (const kind of mode === "delivered twice" ? [...order, ...order] : order) {
          expect((await post(messages[kind])).status).toBe(200);
          if (mode !== "processed after all have arrived") await processInbox(business.ctx.tenant.id);
        }
        await processInbox(business.ctx.tenant.id);
        results.add(await comparable(business, call.call_id));
      }
      expect(results.size).toBe(1);
      expect(JSON.parse([...results][0] ?? "")).toMatchObject({
        status: "ended",
        durationSec: 61,
        outcome: "unresolved",
        analyzed: true,
        turns: [{ position: 0 }, { position: 1, startMs: 3100 }, { position: 2, role: "agent" }],
      });
    },
    everyOrderMs,
  );

  test("is matched by processing all messages at the same moment", async () => {
    const business = await createBusiness();
    const template = phoneCall(business.phoneNumber);
    const results = new Set<string>();
    for (let round = 0; round < 5; round++) {
      const call = { ...template, call_id: newCallId() };
      await Promise.all(Object.values(messagesOf(call)).map((message) => post(message)));
      const waiting = (await inboxOf(business.ctx.tenant.id)).filter((row) => row.status === "received");
      await Promise.all(waiting.map((row) => processRetellWebhook(platformContext(), row.id)));
      results.add(await comparable(business, call.call_id));
    }
    expect(results.size).toBe(1);
  });

  test("would not come out the same if the last message won (control)", () => {
    const messages = Object.values(messagesOf(phoneCall("+4930123456")));
    const lastWins = permutations(messages).map((order) =>
      JSON.stringify(Object.assign({}, ...order.map((message) => message.call))),
    );
    expect(new Set(lastWins).size).toBeGreaterThan(1);
  });

  test(
    "holds for messages that contradict each other",
    async () => {
      const business = await createBusiness();
      const template = phoneCall(business.phoneNumber);
      const results = new Set<string>();
      for (const order of permutations([0, 1, 2, 3])) {
        const call = { ...template, call_id: newCallId() };
        const { started, ended, analyzed } = messagesOf(call);
        const {
          transcript: _1,
          transcript_object: _2,
          transcript_with_tool_calls: _3,
          ...wordless
        } = analyzed.call;
        const variants = [
          { ...started, call: { ...started.call, start_timestamp: (call.start_timestamp ?? 0) + 400 } },
          {
            ...ended,
            call: { ...ended.call, call_status: "error", duration_ms: 60_000, call_cost: undefined },
          },
          { ...analyzed, call: { ...wordless, disconnection_reason: undefined } },
          {
            event: "transcript_updated",
            call: { ...started.call, ...transcriptFields(conversation.slice(0, 1)) },
          },
        ];
        for (const index of order) {
          await post(variants[index]);
          await processInbox(business.ctx.tenant.id);
        }
        results.add(await comparable(business, call.call_id));
      }
      expect(results.size).toBe(1);
      expect(JSON.parse([...results][0] ?? "")).toMatchObject({
        status: "ended",
        durationSec: 61,
        disconnectionReason: "agent_hangup",
        turns: [{}, {}, {}],
      });
    },
    everyOrderMs,
  );

  test.each([[["ended"]], [["analyzed"]], [["started", "analyzed"]], [["updated", "ended"]]] as const)(
    "is complete from %j alone",
    async (kinds) => {
      const business = await createBusiness();
      const call = phoneCall(business.phoneNumber);
      for (const kind of kinds) await post(messagesOf(call)[kind]);
      await processInbox(business.ctx.tenant.id);
      expect(await callRow(business, call.call_id)).toMatchObject({
        status: "ended",
        startTimestamp: new Date(call.start_timestamp ?? 0),
        endTimestamp: new Date(call.end_timestamp ?? 0),
        durationSec: 61,
        outcome: "unresolved",
        callSuccessful: false,
        costUsdCents: call.call_cost?.combined_cost,
        transcript: call.transcript,
      });
    },
  );
});

describe("the customer", () => {
  test("is found by number within the tenant, and created only once", async () => {
    const a = await createBusiness();
    const b = await createBusiness();
    const phone = "+4915155501234";
    await b.ctx.db.insert(customers).values({ tenantId: b.ctx.tenant.id, name: "Andere Praxis", phone });
    const first = await hear(a, { from_number: phone });
    const second = await hear(a, { from_number: phone });
    const rows = await a.ctx.db.select().from(customers).where(eq(customers.tenantId, a.ctx.tenant.id));
    expect(rows).toMatchObject([{ phone, name: null }]);
    expect([first.ours.customerId, second.ours.customerId]).toEqual([rows[0]?.id, rows[0]?.id]);
  });

  test("behind a hidden number is whoever booked, and nobody otherwise", async () => {
    const business = await createBusiness();
    const { ctx } = business;
    const booked = await hear(business, { from_number: "anonymous" });
    const [customer] = await ctx.db
      .insert(customers)
      .values({ tenantId: ctx.tenant.id, name: "Erika Muster" })
      .$returningId();
    await book(business, booked.ours.id, { customerId: customer?.id });
    expect(await booked.hangUp()).toMatchObject({ customerId: customer?.id, outcome: "booked" });
    const silent = await hear(business, { from_number: "anonymous" });
    expect((await silent.hangUp()).customerId).toBeNull();
  });
});

const book = (
  { ctx, staffIds, serviceId, branchId }: Business,
  callId: number,
  values: Partial<typeof appointments.$inferInsert> = {},
) =>
  ctx.db.insert(appointments).values({
    tenantId: ctx.tenant.id,
    callId,
    staffId: staffIds[0],
    serviceId,
    branchId,
    startTime: new Date("2027-01-04T09:00:00Z"),
    endTime: new Date("2027-01-04T09:30:00Z"),
    status: "scheduled",
    source: "phone",
    ...values,
  });

const invoke = (
  { ctx }: Business,
  callId: number,
  name: string,
  status: "succeeded" | "refused" | "failed" = "succeeded",
  values: Partial<typeof toolInvocations.$inferInsert> = {},
) =>
  ctx.db.insert(toolInvocations).values({
    tenantId: ctx.tenant.id,
    callId,
    invocationKey: `${name}-${Math.random()}`,
    name,
    args: {},
    status,
    ...values,
  });

describe("the outcome comes from our own rows", () => {
  const cases: [
    string,
    Partial<PhoneCall>,
    (business: Business, callId: number) => Promise<unknown>,
    boolean,
  ][] = [
    ["booked", {}, (b, id) => book(b, id), true],
    ["moved", {}, (b, id) => invoke(b, id, "reschedule_appointment"), true],
    ["cancelled", {}, (b, id) => invoke(b, id, "cancel_appointment"), true],
    [
      "callback",
      {},
      (b, id) =>
        b.ctx.db.insert(callbacks).values({ tenantId: b.ctx.tenant.id, callId: id, dueAt: new Date() }),
      true,
    ],
    ["information", {}, (b, id) => invoke(b, id, "get_business_info"), true],
    ["hung_up", { disconnection_reason: "user_hangup" }, (b, id) => invoke(b, id, "get_context"), false],
    [
      "hung_up",
      { disconnection_reason: "user_hangup" },
      async (b, id) => {
        await invoke(b, id, "list_services");
        await invoke(b, id, "check_availability");
      },
      false,
    ],
    ["transferred", { disconnection_reason: "call_transfer" }, (b, id) => invoke(b, id, "get_context"), true],
    ["unresolved", {}, (b, id) => invoke(b, id, "book_appointment", "refused"), false],
    ["unresolved", {}, (b, id) => book(b, id, { status: "pending" }), false],
    ["booked", {}, (b, id) => book(b, id, { status: "cancelled", cancelledAt: new Date() }), true],
    [
      "cancelled",
      {},
      async (b, id) => {
        await book(b, id, { status: "cancelled", cancelledAt: new Date(Date.now() - 100_000) });
        await invoke(b, id, "cancel_appointment");
      },
      true,
    ],
  ];
  test.each(cases)("%s", async (outcome, values, happen, callSuccessful) => {
    const business = await createBusiness();
    const opinion = { call_successful: !callSuccessful };
    const { ours, hangUp } = await hear(business, { ...values, call_analysis: opinion });
    await happen(business, ours.id);
    expect(await hangUp()).toMatchObject({ outcome, callSuccessful });
  });

  test("and follows when an outside calendar confirms late", async () => {
    const business = await createBusiness();
    const { ours, hangUp } = await hear(business);
    await book(business, ours.id, { status: "pending" });
    expect((await hangUp()).outcome).toBe("unresolved");
    await business.ctx.db
      .update(appointments)
      .set({ status: "scheduled" })
      .where(and(eq(appointments.tenantId, business.ctx.tenant.id), eq(appointments.callId, ours.id)));
    await updateCallOutcome(business.ctx, ours.id);
    expect((await callRow(business, ours.callId)).outcome).toBe("booked");
  });

  test("another tenant's appointment on the same call id counts for nothing", async () => {
    const a = await createBusiness();
    const b = await createBusiness();
    const { hangUp } = await hear(a);
    const theirs = await hear(b);
    await book(b, theirs.ours.id);
    expect((await hangUp()).outcome).toBe("unresolved");
  });
});

describe("what was said", () => {
  test("fills while the call runs, is corrected by position, and never shrinks to an older state", async () => {
    const business = await createBusiness();
    const { call, ours } = await hear(business);
    const live = async (count: number, correct?: string) => {
      const entries = conversation
        .slice(0, count)
        .map((entry, i) => (correct && i === 0 && "words" in entry ? { ...entry, content: correct } : entry));
      const { started } = messagesOf(call);
      await post({ event: "transcript_updated", call: { ...started.call, ...transcriptFields(entries) } });
      await processInbox(business.ctx.tenant.id);
      return (await turnsOf(business, ours.id)).map((turn) => turn.content);
    };
    expect(await live(1)).toEqual(["Praxis Test, guten Tag."]);
    expect(await live(2)).toHaveLength(2);
    expect(await live(2, "Praxis Test, guten Abend.")).toEqual([
      "Praxis Test, guten Abend.",
      "Ich hätte gern einen Termin.",
    ]);
    expect(await live(1, "Verspätet.")).toHaveLength(2);
    const progressed = await business.ctx.db
      .select()
      .from(events)
      .where(and(eq(events.tenantId, business.ctx.tenant.id), eq(events.type, "call.progressed")));
    expect(progressed).toHaveLength(3);
    expect((await callRow(business, call.call_id)).transcript).toBeNull();
  });

  test("as one text is cut at 64 KB between two characters", async () => {
    const business = await createBusiness();
    const { hangUp } = await hear(business, { transcript: `x${"🌻".repeat(40_000)}` });
    const { transcript } = await hangUp();
    expect(transcript).toBe(`x${"🌻".repeat(16_383)}`);
  });

  test("gives our tool calls the second at which they happened, and nothing else", async () => {
    const business = await createBusiness();
    const { ours, hangUp } = await hear(business);
    await invoke(business, ours.id, "check_availability", "refused", { reply: { message: "ours" } });
    await invoke(business, ours.id, "check_availability", "refused", { atMs: 1234 });
    await hangUp();
    const rows = await business.ctx.db
      .select()
      .from(toolInvocations)
      .where(eq(toolInvocations.callId, ours.id))
      .orderBy(toolInvocations.id);
    expect(rows.map((row) => [row.atMs, row.status, row.reply])).toEqual([
      [6500, "refused", { message: "ours" }],
      [1234, "refused", null],
    ]);
  });
});

describe("cost and recording", () => {
  test("cost stays in US cents with its fractions, and keeps its breakdown", async () => {
    const business = await createBusiness();
    const call_cost = {
      combined_cost: 4.560001,
      product_costs: [{ product: "gpt_4_1", unit_price: 0.075, cost: 4.560001 }],
      total_duration_seconds: 61,
      total_duration_unit_price: 0.075,
    };
    const { hangUp } = await hear(business, { call_cost });
    expect(await hangUp()).toMatchObject({ costUsdCents: 4.560001, costBreakdown: call_cost });
  });

  test.each([
    ["ask", "granted", true],
    ["ask", "not_asked", false],
    ["ask", "refused", false],
    ["never", "granted", false],
  ] as const)(
    "with consent %s and decision %s the link is kept: %s",
    async (recordingConsent, decision, kept) => {
      const business = await createBusiness({ recordingConsent });
      const { ours, call, hangUp } = await hear(business);
      await business.ctx.db.update(calls).set({ recordingDecision: decision }).where(eq(calls.id, ours.id));
      expect((await hangUp()).recordingUrl).toBe(kept ? call.recording_url : null);
    },
  );
});

describe("processing", () => {
  test("may run again at any time without a trace", async () => {
    const business = await createBusiness();
    const { call, hangUp } = await hear(business);
    const before = await hangUp();
    const tenantId = business.ctx.tenant.id;
    const count = () => business.ctx.db.$count(events, eq(events.tenantId, tenantId));
    const eventsBefore = await count();
    for (const row of await inboxOf(tenantId)) await processRetellWebhook(platformContext(), row.id);
    const { updatedAt: _1, ...after } = await callRow(business, call.call_id);
    expect(before).toMatchObject(after);
    expect(await count()).toBe(eventsBefore);
    expect((await inboxOf(tenantId)).every((row) => row.status === "processed")).toBe(true);
  });

  test.each([
    ["a turn that is no text", { transcript_object: [{ role: "agent", content: 7 }] }],
    ["a cost that is no number", { call_cost: { combined_cost: "4,56" } }],
    ["an analysis that is no object", { call_analysis: "good" }],
    [
      "an analysis nested deeper than a database keeps",
      { call_analysis: { custom_analysis_data: JSON.parse(`${"[".repeat(40)}${"]".repeat(40)}`) } },
    ],
    [
      "a negative time",
      { transcript_object: [{ role: "user", content: "x", words: [{ start: -5, end: 1 }] }] },
    ],
  ])("names what it cannot read (%s) and leaves the neighbours alone", async (_name, poison) => {
    const business = await createBusiness();
    const tenantId = business.ctx.tenant.id;
    const { ended, analyzed } = messagesOf(phoneCall(business.phoneNumber));
    const good = phoneCall(business.phoneNumber);
    await post({ ...ended, call: { ...ended.call, ...poison } });
    await post(messagesOf(good).ended);
    const [bad, next] = await inboxOf(tenantId);
    const failure = await processRetellWebhook(platformContext(), bad?.id ?? 0).catch((e: Error) => e);
    expect(failure).toBeInstanceOf(Error);
    await failDelivery(platformContext(), bad?.id ?? 0, (failure as Error).message);
    await processRetellWebhook(platformContext(), next?.id ?? 0);
    const [failed, processed] = await inboxOf(tenantId);
    expect(failed).toMatchObject({ status: "failed", reason: expect.stringMatching(/^unreadable: /) });
    expect(processed?.status).toBe("processed");
    expect((await callRow(business, good.call_id)).outcome).toBe("unresolved");
    await post(analyzed);
    await processInbox(tenantId);
    expect(await callRow(business, analyzed.call.call_id)).toMatchObject({
      status: "ended",
      durationSec: 61,
    });
  });

  test("processes Retell's message even if it has a field with the name of the partner format's", async () => {
    const business = await createBusiness();
    const { analyzed } = messagesOf(phoneCall(business.phoneNumber));
    await post({ ...analyzed, data: { call_id: "x" } });
    await processInbox(business.ctx.tenant.id);
    expect(await callRow(business, analyzed.call.call_id)).toMatchObject({
      outcome: "unresolved",
      transcript: analyzed.call.transcript,
    });
  });

  test("a recording's link that cannot be kept costs nothing else of the conversation", async () => {
    const business = await createBusiness();
    for (const recording_url of ["", `https://r.example/${"x".repeat(3000)}`]) {
      const { analyzed } = messagesOf(phoneCall(business.phoneNumber, { recording_url }));
      await post(analyzed);
      await processInbox(business.ctx.tenant.id);
      expect(await callRow(business, analyzed.call.call_id)).toMatchObject({
        outcome: "unresolved",
        transcript: analyzed.call.transcript,
        recordingUrl: null,
      });
    }
  });

  test("stores half surrogates and zero bytes as what can be stored", async () => {
    const business = await createBusiness();
    const raw = JSON.stringify({
      event: "call_analyzed",
      call: {
        ...phoneCall(business.phoneNumber),
        call_id: newCallId(),
        transcript: "A\u0000B",
        transcript_object: [
          { role: "user", content: "half \ud800 🌻", words: [{ word: "\udfff", start: 1, end: 2 }] },
        ],
        call_analysis: { call_summary: "half \ud83d, escaped \\ud83d, whole 🌻" },
      },
    });
    const answer = await post(null, raw);
    await processInbox(business.ctx.tenant.id);
    const [inbox] = await inboxOf(business.ctx.tenant.id);
    expect(inbox).toMatchObject({ status: "processed" });
    const turns = await turnsOf(business, answer.body.call_id);
    expect(turns).toMatchObject([{ content: "half \ufffd 🌻" }]);
    const [row] = await business.ctx.db.select().from(calls).where(eq(calls.id, answer.body.call_id));
    expect(row?.analysis).toEqual({ call_summary: "half \ufffd, escaped \\ud83d, whole 🌻" });
  });
});
