import { and, eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { env } from "@/env";
import { openRetellAccount } from "@/sandbox/retell/account";
import { keepLess } from "@/sandbox/retell/call-object";
import { refuseRetell, retellRoutes } from "@/sandbox/retell/routes";
import { Store } from "@/sandbox/store";
import { calls, events, unassignedCalls } from "@/server/db/schema";
import { createBusiness, platformContext, uniquePhone } from "@/test/factories";
import { inboxOf, messagesOf, newCallId, phoneCall, post, processInbox } from "@/test/retell";
import { closeStuckCalls } from "./close-stuck-calls";
import { ensureCall } from "./ensure-call";
import { findCallsToRefresh } from "./find-calls-to-refresh";
import { refreshCalls } from "./refresh-calls";

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
beforeEach(() => {
  account.calls.clear();
  asked.length = 0;
  retell.state.answer = async (request) => {
    asked.push(request.path);
    const refusal = refuseRetell(request, env.RETELL_API_KEY);
    const route = routes.find(request.method, request.path);
    if (refusal || !route) return { kind: "reply", reply: refusal ?? { status: 404 } };
    return { kind: "reply", reply: await route.handler({ ...request, params: route.params }) };
  };
});

const ctx = platformContext();
/** Old enough that no webhook can still be under way. */
const later = () => new Date(Date.now() + 150_000);
const refresh = async () => refreshCalls(ctx, await findCallsToRefresh(ctx, later()));
type Business = Awaited<ReturnType<typeof createBusiness>>;
const callsOf = (business: Business) =>
  business.ctx.db.select().from(calls).where(eq(calls.tenantId, business.ctx.tenant.id)).orderBy(calls.id);

describe("the refresh", () => {
  test("closes the hole when every webhook of an hour was lost, and a second run does nothing", async () => {
    const business = await createBusiness();
    const lost = Array.from({ length: 25 }, () => phoneCall(business.phoneNumber));
    for (const call of lost) account.calls.set(call.call_id, call);
    expect(await refresh()).toEqual({ stored: 25, failed: 0 });
    await processInbox(business.ctx.tenant.id);
    const rows = await callsOf(business);
    expect(new Set(rows.map((row) => row.callId))).toEqual(new Set(lost.map((call) => call.call_id)));
    expect(rows.every((row) => row.status === "ended" && row.transcript && row.analysis && row.outcome)).toBe(
      true,
    );
    asked.length = 0;
    expect(await refresh()).toEqual({ stored: 0, failed: 0 });
    expect(asked).toEqual(["/v3/list-calls"]);
  });

  test("ends a call whose call_ended was lost, and says so in the timeline", async () => {
    const business = await createBusiness();
    const call = phoneCall(business.phoneNumber);
    await post(messagesOf(call).started);
    account.calls.set(call.call_id, call);
    expect(await findCallsToRefresh(ctx, later())).toEqual([
      { retellCallId: call.call_id, reason: "end_unheard" },
    ]);
    await refresh();
    await processInbox(business.ctx.tenant.id);
    const [row] = await callsOf(business);
    expect(row).toMatchObject({ status: "ended", durationSec: 61, transcript: call.transcript });
    const refreshed = await business.ctx.db
      .select({ data: events.data })
      .from(events)
      .where(and(eq(events.tenantId, business.ctx.tenant.id), eq(events.type, "call.refreshed")));
    expect(refreshed).toEqual([{ data: { callId: row?.id, reason: "end_unheard" } }]);
  });

  test("fetches an analysis that never arrived; the late webhook then changes nothing", async () => {
    const business = await createBusiness();
    const call = phoneCall(business.phoneNumber);
    await post(messagesOf(call).ended);
    await processInbox(business.ctx.tenant.id);
    account.calls.set(call.call_id, call);
    expect(await refresh()).toEqual({ stored: 1, failed: 0 });
    await processInbox(business.ctx.tenant.id);
    const [healed] = await callsOf(business);
    expect(healed?.analysis).toEqual(call.call_analysis);
    await post(messagesOf(call).analyzed);
    await processInbox(business.ctx.tenant.id);
    const [row] = await callsOf(business);
    expect({ ...row, updatedAt: 0, lastActivityAt: 0 }).toEqual({
      ...healed,
      updatedAt: 0,
      lastActivityAt: 0,
    });
  });

  test("keeps what was heard live where Retell, told to store nothing, has no words left", async () => {
    const business = await createBusiness({ recordingConsent: "never" });
    const call = phoneCall(business.phoneNumber);
    const { started, updated, ended } = messagesOf(call);
    await post(started);
    await post(updated);
    await processInbox(business.ctx.tenant.id);
    account.calls.set(call.call_id, keepLess(call));
    await refresh();
    await processInbox(business.ctx.tenant.id);
    const [healed] = await callsOf(business);
    expect(healed).toMatchObject({ status: "ended", durationSec: 61 });
    expect(healed?.transcript).toBe(updated.call.transcript);
    await post(ended);
    await processInbox(business.ctx.tenant.id);
    expect((await callsOf(business))[0]?.transcript).toBe(call.transcript);
  });

  test("imports a call in each stage that it reaches at Retell", async () => {
    const business = await createBusiness();
    const { call_analysis, ...unanalyzed } = phoneCall(business.phoneNumber);
    const { end_timestamp: _end, duration_ms: _ms, ...running } = unanalyzed;
    const seen: unknown[] = [];
    for (const stage of [
      { ...running, call_status: "ongoing" as const },
      unanalyzed,
      { ...unanalyzed, call_analysis },
    ]) {
      account.calls.set(stage.call_id, stage);
      await refresh();
      await processInbox(business.ctx.tenant.id);
      const [row] = await callsOf(business);
      seen.push([row?.status, row?.outcome, row?.analysis]);
    }
    expect(seen).toEqual([
      ["ongoing", null, null],
      ["ended", "unresolved", null],
      ["ended", "unresolved", call_analysis],
    ]);
    expect(await callsOf(business)).toHaveLength(1);
  });

  test("leaves alone what was heard of a moment ago, and what has just begun", async () => {
    const business = await createBusiness();
    const ended = phoneCall(business.phoneNumber);
    await post(messagesOf(ended).started);
    account.calls.set(ended.call_id, ended);
    const begun = phoneCall(business.phoneNumber, {
      call_status: "ongoing",
      start_timestamp: Date.now() - 5_000,
      end_timestamp: undefined,
    });
    account.calls.set(begun.call_id, begun);
    expect(await findCallsToRefresh(ctx)).toEqual([]);
  });

  test("keeps a lost call to a number of nobody once, and does not fetch it again", async () => {
    const call = phoneCall(uniquePhone());
    account.calls.set(call.call_id, call);
    expect(await refresh()).toEqual({ stored: 1, failed: 0 });
    const kept = await ctx.db.select().from(unassignedCalls).where(eq(unassignedCalls.callId, call.call_id));
    expect(kept).toHaveLength(1);
    expect(await findCallsToRefresh(ctx, later())).toEqual([]);
  });

  test("pages through more calls than one answer holds", async () => {
    const business = await createBusiness();
    for (let i = 0; i < 250; i++) {
      const call = phoneCall(business.phoneNumber, { start_timestamp: Date.now() - 600_000 - i * 1000 });
      account.calls.set(call.call_id, call);
    }
    expect(await findCallsToRefresh(ctx)).toHaveLength(250);
    expect(asked).toEqual(["/v3/list-calls", "/v3/list-calls"]);
  });

  test("goes on with the others when one call cannot be fetched", async () => {
    const business = await createBusiness();
    const [bad, good] = [phoneCall(business.phoneNumber), phoneCall(business.phoneNumber)];
    account.calls.set(bad.call_id, bad);
    account.calls.set(good.call_id, good);
    const wanted = await findCallsToRefresh(ctx, later());
    const answer = retell.state.answer;
    retell.state.answer = async (request) =>
      request.path.endsWith(bad.call_id)
        ? { kind: "reply", reply: { status: 400, body: { message: "no" } } }
        : (answer?.(request) ?? { kind: "silence", forMs: 1 });
    expect(await refreshCalls(ctx, wanted)).toEqual({ stored: 1, failed: 1 });
    expect(await callsOf(business)).toMatchObject([{ callId: good.call_id }]);
  });
});

describe("a call that went silent", () => {
  // A run asks about so many calls of all businesses, those silent longest first: none of other tests' are left.
  beforeEach(() => ctx.db.update(calls).set({ status: "ended" }).where(eq(calls.status, "ongoing")));

  const silent = async (business: Business, minutes: number, startTimestamp?: Date) => {
    const retellCallId = newCallId();
    const call = await ensureCall(business.ctx, {
      retellCallId,
      toNumber: business.phoneNumber,
      startTimestamp,
    });
    const lastActivityAt = new Date(Date.now() - minutes * 60_000);
    await business.ctx.db.update(calls).set({ lastActivityAt }).where(eq(calls.id, call.id));
    return retellCallId;
  };
  const statusOf = async (business: Business) => (await callsOf(business)).map((row) => row.status);

  test("is healed within minutes if it ended at Retell", async () => {
    const business = await createBusiness();
    const call_id = await silent(business, 3);
    account.calls.set(call_id, phoneCall(business.phoneNumber, { call_id }));
    await closeStuckCalls(ctx);
    await processInbox(business.ctx.tenant.id);
    expect(await callsOf(business)).toMatchObject([
      { status: "ended", outcome: "unresolved", durationSec: 61 },
    ]);
  });

  test("is asked about in its turn, however many older ones Retell does not know", async () => {
    const business = await createBusiness();
    const { ctx: own, branchId } = business;
    const [began, lastActivityAt] = [7_200_000, 5_400_000].map((ms) => new Date(Date.now() - ms)) as [
      Date,
      Date,
    ];
    const unknown = { startTimestamp: began, startReported: true, lastActivityAt };
    await own.db.insert(calls).values(
      Array.from({ length: 200 }, () => ({
        ...unknown,
        tenantId: own.tenant.id,
        branchId,
        callId: newCallId(),
      })),
    );
    const call_id = await silent(business, 3);
    account.calls.set(call_id, phoneCall(business.phoneNumber, { call_id }));
    const before = new Map((await callsOf(business)).map(({ id, updatedAt }) => [id, updatedAt]));
    await closeStuckCalls(ctx);
    await closeStuckCalls(ctx);
    await processInbox(own.tenant.id);
    const rows = await callsOf(business);
    expect(rows.find((row) => row.callId === call_id)).toMatchObject({ status: "ended" });
    const unchanged = rows.filter(({ status }) => status === "ongoing");
    expect(unchanged).toHaveLength(200);
    for (const { id, updatedAt } of unchanged) expect(updatedAt).toEqual(before.get(id));
  });

  test("goes on if Retell says that it does", async () => {
    const business = await createBusiness();
    const call_id = await silent(business, 90, new Date(Date.now() - 5_400_000));
    account.calls.set(
      call_id,
      phoneCall(business.phoneNumber, { call_id, call_status: "ongoing", end_timestamp: undefined }),
    );
    await closeStuckCalls(ctx);
    expect(await statusOf(business)).toEqual(["ongoing"]);
  });

  test("fails with a reason once it cannot run any more and Retell does not know it", async () => {
    const business = await createBusiness();
    const began = new Date(Date.now() - 7_300_000);
    await silent(business, 30, began);
    await silent(business, 121, began);
    await silent(business, 5);
    await silent(business, 11);
    await closeStuckCalls(ctx);
    const rows = await callsOf(business);
    expect(rows.map((row) => [row.status, row.disconnectionReason, row.outcome])).toEqual([
      ["ongoing", null, null],
      ["failed", "unknown_to_retell", "unresolved"],
      ["ongoing", null, null],
      ["failed", "never_connected", "unresolved"],
    ]);
  });

  test("that was given up is still ended by a webhook that comes after all", async () => {
    const business = await createBusiness();
    const call_id = await silent(business, 121, new Date(Date.now() - 7_300_000));
    await closeStuckCalls(ctx);
    expect(await statusOf(business)).toEqual(["failed"]);
    await post(messagesOf(phoneCall(business.phoneNumber, { call_id })).ended);
    await processInbox(business.ctx.tenant.id);
    expect(await callsOf(business)).toMatchObject([{ status: "ended", disconnectionReason: "agent_hangup" }]);
  });

  test("stays as it is while Retell cannot be reached", async () => {
    const business = await createBusiness();
    await silent(business, 500, new Date(Date.now() - 7_300_000));
    retell.state.answer = async () => ({ kind: "reply", reply: { status: 400, body: { message: "down" } } });
    await closeStuckCalls(ctx);
    expect(await statusOf(business)).toEqual(["ongoing"]);
    expect(await inboxOf(business.ctx.tenant.id)).toEqual([]);
  });
});
