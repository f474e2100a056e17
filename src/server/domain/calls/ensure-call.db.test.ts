import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { calls, events } from "@/server/db/schema";
import { createBusiness, platformContext, uniquePhone } from "@/test/factories";
import { resolveCalledNumber } from "../phone-numbers/resolve-called-number";
import { ensureCall } from "./ensure-call";
import { type CallFacts, upsertCall } from "./upsert-call";

const retellId = () => `call_${randomUUID().replaceAll("-", "")}`;

describe("a call that a tool call hears of first", () => {
  test("is created once, however many requests race for it", async () => {
    const { ctx, phoneNumber, branchId, agentId } = await createBusiness();
    const input = { retellCallId: retellId(), fromNumber: "+4915112345678", toNumber: phoneNumber };
    const rows = await Promise.all(
      Array.from({ length: 8 }, () => ensureCall(ctx, { ...input, branchId, agentId })),
    );
    expect(new Set(rows.map((row) => row.id)).size).toBe(1);
    expect(rows[0]).toMatchObject({ status: "ongoing", fromNumber: "+4915112345678", branchId, agentId });
    const started = await ctx.db
      .select()
      .from(events)
      .where(and(eq(events.tenantId, ctx.tenant.id), eq(events.type, "call.started")));
    expect(started).toHaveLength(1);
  });

  test.each(["anonymous", "", undefined, null, "unknown", "Restricted"])(
    "keeps a hidden caller (%j) without a number",
    async (fromNumber) => {
      const { ctx, phoneNumber } = await createBusiness();
      const call = await ensureCall(ctx, { retellCallId: retellId(), fromNumber, toNumber: phoneNumber });
      expect(call.fromNumber).toBeNull();
      expect(call.toNumber).toBe(phoneNumber);
    },
  );

  test("is never found by another tenant", async () => {
    const a = await createBusiness();
    const b = await createBusiness();
    const retellCallId = retellId();
    const ours = await ensureCall(a.ctx, { retellCallId, toNumber: a.phoneNumber });
    const theirs = await ensureCall(b.ctx, { retellCallId, toNumber: b.phoneNumber });
    expect(theirs.id).not.toBe(ours.id);
  });
});

describe("the called number", () => {
  test("decides tenant, branch and agent, however it is written", async () => {
    const business = await createBusiness({ recordingConsent: "ask" });
    const national = business.phoneNumber.replace("+49", "0");
    for (const written of [business.phoneNumber, national]) {
      expect(await resolveCalledNumber(platformContext(), written)).toMatchObject({
        tenant: business.ctx.tenant,
        branchId: business.branchId,
        agentId: business.agentId,
        language: "de-DE",
        recordingConsent: "ask",
      });
    }
  });

  test.each([undefined, null, "", "anonymous", "+499999", "sip:x@y"])("%j belongs to nobody", async (n) => {
    expect(await resolveCalledNumber(platformContext(), n)).toBeUndefined();
    expect(await resolveCalledNumber(platformContext(), uniquePhone())).toBeUndefined();
  });
});

describe("merging what messages say", () => {
  const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1000);
  const facts = (retellCallId: string, values: Partial<CallFacts>): CallFacts => ({
    retellCallId,
    conversationId: null,
    direction: "inbound",
    fromNumber: null,
    toNumber: null,
    agentId: null,
    branchId: null,
    status: "ongoing",
    startedAt: null,
    endedAt: null,
    durationSec: null,
    ...values,
  });

  test("gives the same row in every order, and status never goes back", async () => {
    const { ctx, phoneNumber } = await createBusiness();
    const messages: Partial<CallFacts>[] = [
      { toNumber: phoneNumber },
      { startedAt: at(10) },
      { status: "failed", startedAt: at(12), endedAt: at(60), durationSec: 50 },
      { status: "ended", startedAt: at(10), endedAt: at(70), durationSec: 60, conversationId: "c1" },
    ];
    const seen = new Set<string>();
    for (const order of permutations(messages)) {
      const id = retellId();
      const createdFlags: boolean[] = [];
      for (const message of [...order, ...order]) {
        const now = new Date();
        createdFlags.push((await upsertCall(ctx.db, ctx.tenant.id, facts(id, message), now)).created);
      }
      expect(createdFlags.filter(Boolean)).toHaveLength(1);
      const [row] = await ctx.db
        .select({
          status: calls.status,
          start: calls.startTimestamp,
          end: calls.endTimestamp,
          duration: calls.durationSec,
          toNumber: calls.toNumber,
          conversation: calls.conversationId,
        })
        .from(calls)
        .where(and(eq(calls.tenantId, ctx.tenant.id), eq(calls.callId, id)));
      seen.add(JSON.stringify(row));
    }
    expect([...seen]).toEqual([
      JSON.stringify({
        status: "ended",
        start: at(10),
        end: at(70),
        duration: 60,
        toNumber: phoneNumber,
        conversation: "c1",
      }),
    ]);
  });
});

function permutations<T>(items: T[]): T[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, i) =>
    permutations(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]),
  );
}
