import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { env } from "@/env";
import { openRetellAccount } from "@/sandbox/retell/account";
import type { PhoneCall } from "@/sandbox/retell/call-object";
import { refuseRetell, retellRoutes } from "@/sandbox/retell/routes";
import { Store } from "@/sandbox/store";
import { calls, events } from "@/server/db/schema";
import { dropRecording as job } from "@/server/jobs/functions/drop-recording";
import { testDatabase } from "@/test/database";
import { createBusiness, platformContext } from "@/test/factories";
import { eventually, runsOf, serveFunctions, testExecutor } from "@/test/jobs";
import { messagesOf, phoneCall, post, processInbox } from "@/test/retell";
import { dropRecording } from "./drop-recording";
import { refreshCall } from "./refresh-call";

/** Retell's stand-in on a real port, known to the environment before anything reads it. */
const retell = await vi.hoisted(async () => {
  const { serve } = await import("@/sandbox/http/serve");
  const state: { answer?: Parameters<typeof serve>[1] } = {};
  const server = await serve(0, async (request) => state.answer?.(request) ?? { kind: "silence", forMs: 1 });
  vi.stubEnv("RETELL_BASE_URL", server.url);
  return { state, close: server.close };
});
afterAll(retell.close);

const account = openRetellAccount(new Store(undefined));
const routes = retellRoutes(account);
const asked: string[] = [];
/** How many requests Retell answers with 500 before it is well again. */
let failures = 0;
beforeEach(() => {
  account.calls.clear();
  asked.length = 0;
  failures = 0;
  retell.state.answer = async (request) => {
    asked.push(`${request.method} ${request.path}`);
    if (failures-- > 0)
      return { kind: "reply", reply: { status: 500, headers: { "retry-after-ms": "1" }, body: {} } };
    const refusal = refuseRetell(request, env.RETELL_API_KEY);
    const route = routes.find(request.method, request.path);
    if (refusal || !route) return { kind: "reply", reply: refusal ?? { status: 404 } };
    return { kind: "reply", reply: await route.handler({ ...request, params: route.params }) };
  };
});

/** A call that is over and analysed, here and at Retell. */
async function finishedCall(decision: "granted" | "refused" | "not_asked" = "refused") {
  const business = await createBusiness({ recordingConsent: "ask" });
  const call = phoneCall(business.phoneNumber);
  account.calls.set(call.call_id, call);
  const { started, ended, analyzed } = messagesOf(call);
  await post(started);
  await business.ctx.db
    .update(calls)
    .set({ recordingDecision: decision })
    .where(and(eq(calls.tenantId, business.ctx.tenant.id), eq(calls.callId, call.call_id)));
  await post(ended);
  await post(analyzed);
  await processInbox(business.ctx.tenant.id);
  const row = await stored(business, call);
  return { business, call, id: row?.id ?? 0 };
}

type Business = Awaited<ReturnType<typeof createBusiness>>;
const stored = async ({ ctx }: Business, call: PhoneCall) =>
  (
    await ctx.db
      .select()
      .from(calls)
      .where(and(eq(calls.tenantId, ctx.tenant.id), eq(calls.callId, call.call_id)))
  )[0];
const noted = async ({ ctx }: Business, type: "call.recording_unwanted" | "call.recording_dropped") =>
  (
    await ctx.db
      .select({ id: events.id })
      .from(events)
      .where(and(eq(events.tenantId, ctx.tenant.id), eq(events.type, type)))
  ).length;
const atRetell = (call: PhoneCall) => account.calls.get(call.call_id);

describe("audio nobody agreed to", () => {
  test.each(["refused", "not_asked"] as const)(
    "is deleted at Retell (%s); what was said stays here",
    async (decision) => {
      const { business, call, id } = await finishedCall(decision);
      expect(await noted(business, "call.recording_unwanted")).toBe(1);
      await dropRecording(business.ctx, id);
      expect(atRetell(call)).toMatchObject({ data_storage_setting: "basic_attributes_only" });
      expect(atRetell(call)).not.toHaveProperty("recording_url");
      expect(atRetell(call)).not.toHaveProperty("transcript");
      expect(asked).toEqual([`PATCH /v2/update-call/${call.call_id}`]);
      expect(await noted(business, "call.recording_dropped")).toBe(1);
      await refreshCall(platformContext(), call.call_id, "silent");
      await processInbox(business.ctx.tenant.id);
      expect(await stored(business, call)).toMatchObject({
        transcript: call.transcript,
        analysis: call.call_analysis,
        recordingUrl: null,
      });
      expect(await noted(business, "call.recording_unwanted")).toBe(1);
    },
  );

  test("is deleted once Retell is well again, and is not called deleted before", async () => {
    const { business, call, id } = await finishedCall();
    failures = 3;
    await expect(dropRecording(business.ctx, id)).rejects.toThrow();
    expect(await noted(business, "call.recording_dropped")).toBe(0);
    expect(atRetell(call)).toHaveProperty("recording_url");
    await dropRecording(business.ctx, id);
    expect(atRetell(call)).not.toHaveProperty("recording_url");
    expect(await noted(business, "call.recording_dropped")).toBe(1);
  });

  test("is deleted where Retell does not know the call any more", async () => {
    const { business, call, id } = await finishedCall();
    account.calls.delete(call.call_id);
    await dropRecording(business.ctx, id);
    expect(await noted(business, "call.recording_dropped")).toBe(1);
  });

  test("is none of another business' call", async () => {
    const { call, id } = await finishedCall();
    const stranger = await createBusiness();
    await expect(dropRecording(stranger.ctx, id)).rejects.toMatchObject({ code: "call.not_found" });
    expect(atRetell(call)).toHaveProperty("recording_url");
  });

  test("is deleted by the job, however often Retell fails first", async () => {
    const db = testDatabase();
    await db.update(events).set({ dispatchedAt: new Date() }).where(isNull(events.dispatchedAt));
    const { business, call } = await finishedCall();
    failures = 7;
    const server = await serveFunctions([job]);
    const executor = testExecutor(server.url);
    try {
      await eventually(async () => (await noted(business, "call.recording_dropped")) === 1);
      expect(atRetell(call)).not.toHaveProperty("recording_url");
      await eventually(async () =>
        (await runsOf("drop-recording")).every(({ status }) => status === "completed"),
      );
    } finally {
      await executor.stop();
      await server.close();
    }
  });
});

describe("audio the caller agreed to", () => {
  test("stays where it is (control)", async () => {
    const { business, call, id } = await finishedCall("granted");
    expect(await noted(business, "call.recording_unwanted")).toBe(0);
    await dropRecording(business.ctx, id);
    expect(atRetell(call)).toHaveProperty("recording_url");
    expect(asked).toEqual([]);
    expect((await stored(business, call))?.recordingUrl).toBe(call.recording_url);
  });
});
