import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wallTimeOf } from "@/lib/plain-date";
import { appointments, branches, callDayRollups, callRollups, calls, rollupStates } from "@/server/db/schema";
import { CallHistory, type HistoryStep, historyStep } from "@/test/call-history";
import { createBusiness, platformContext } from "@/test/factories";
import { countedDays, countedMarks, countedRaw, countedRollup } from "@/test/rollups";
import type { TenantContext } from "../_core/context";
import { recordEvent } from "../_core/record-event";
import type { Transaction } from "../_core/transact";
import { auditRollups, markUncounted } from "./audit-rollups";
import { markCall } from "./mark-hours";
import { refreshHours } from "./refresh-hours";
import { refreshRollups } from "./refresh-rollups";

/** The job does its work and dies before the commit. */
async function killedRefresh(ctx: TenantContext): Promise<void> {
  const dying = {
    ...ctx,
    db: Object.assign(Object.create(ctx.db), {
      transaction: (work: (tx: Transaction) => Promise<unknown>) =>
        ctx.db.transaction(async (tx) => {
          await work(tx);
          throw new Error("killed");
        }),
    }),
  };
  await expect(refreshHours(dying)).rejects.toThrow("killed");
}

async function isExact(ctx: TenantContext): Promise<boolean> {
  const [raw, rollup, marks] = [await countedRaw(ctx), await countedRollup(ctx), await countedMarks(ctx)];
  const { days, hours } = await countedDays(ctx);
  return (
    JSON.stringify(raw) === JSON.stringify(rollup) &&
    JSON.stringify(days) === JSON.stringify(hours) &&
    JSON.stringify(marks.rollup) === JSON.stringify(marks.listed)
  );
}

const counting = { refresh: refreshRollups, killed: killedRefresh };
const histories = fc.array(historyStep, { minLength: 5, maxLength: 40 });

describe("the rollup", () => {
  test("equals the raw rows after any history: out of order, late, corrected, moved, deleted, killed in between", async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        const history = new CallHistory(await createBusiness(), counting);
        await history.play(steps);
        await refreshRollups(history.ctx);
        expect(await countedRollup(history.ctx)).toEqual(await countedRaw(history.ctx));
        const { days, hours } = await countedDays(history.ctx);
        expect(days).toEqual(hours);
        const { rollup, listed } = await countedMarks(history.ctx);
        expect(listed).toEqual(rollup);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  test("equals them after writers and refreshers ran at the same time", async () => {
    const business = await createBusiness();
    const writers = fc.sample(fc.array(historyStep, { minLength: 40, maxLength: 40 }), 4);
    let writing = true;
    const refreshers = [1, 2].map(async () => {
      while (writing) await refreshRollups(business.ctx);
    });
    await Promise.all(
      writers.map((steps) =>
        new CallHistory(business, counting).play(
          steps.filter(
            ({ kind }) =>
              kind !== "killed" && !kind.startsWith("delete") && kind !== "move" && kind !== "settle",
          ),
        ),
      ),
    );
    writing = false;
    await Promise.all(refreshers);
    await refreshRollups(business.ctx);
    expect(await countedRollup(business.ctx)).toEqual(await countedRaw(business.ctx));
    const { days, hours } = await countedDays(business.ctx);
    expect(days).toEqual(hours);
  }, 60_000);

  test("control: adding up calls as they come, instead of counting again, is found to be wrong", async () => {
    const { failed } = await fc.check(
      fc.asyncProperty(histories, async (steps) => {
        const sums = new AddingUp();
        const history = new CallHistory(await createBusiness(), {
          refresh: sums.refresh,
          killed: sums.refresh,
        });
        await history.play(steps);
        await sums.refresh(history.ctx);
        const raw = new Map<string, number>();
        for (const { day, hour, calls: n } of (await countedRaw(history.ctx)).calls)
          raw.set(`${day} ${hour}`, (raw.get(`${day} ${hour}`) ?? 0) + Number(n));
        return (
          [...raw].every(([bucket, n]) => sums.counts.get(bucket) === n) && raw.size === sums.counts.size
        );
      }),
      { numRuns: 60, endOnFailure: true },
    );
    expect(failed).toBe(true);
  }, 120_000);

  test("is exact again after an audit, although rows were changed behind its back", async () => {
    const history = new CallHistory(await createBusiness(), counting);
    await history.play(
      fc.sample(fc.array(historyStep, { minLength: 60, maxLength: 60 }), {
        numRuns: 1,
        seed: 7,
      })[0] as HistoryStep[],
    );
    await refreshRollups(history.ctx);
    const tenantId = history.ctx.tenant.id;
    const now = new Date("2026-11-22T12:00:00Z");
    await markUncounted(platformContext(), now);
    await refreshRollups(history.ctx);
    expect(await isExact(history.ctx)).toBe(true);
    await history.ctx.db.insert(calls).values({
      tenantId,
      callId: randomUUID(),
      startTimestamp: new Date("2026-11-20T10:00:00Z"),
      lastActivityAt: now,
    });
    await history.ctx.db
      .update(appointments)
      .set({ priceCents: 1, status: "completed" })
      .where(eq(appointments.tenantId, tenantId));
    expect(await isExact(history.ctx)).toBe(false);
    for (let night = 0; night < 10; night++) await auditRollups(platformContext(), now);
    await refreshRollups(history.ctx);
    expect(await isExact(history.ctx)).toBe(true);
  }, 60_000);

  test("is counted anew, once, where it was counted before there were days", async () => {
    const { ctx, branchId } = await createBusiness();
    const tenantId = ctx.tenant.id;
    const at = new Date("2026-11-20T10:00:00Z");
    await ctx.db
      .insert(calls)
      .values({ tenantId, branchId, callId: randomUUID(), startTimestamp: at, lastActivityAt: at });
    await markUncounted(platformContext());
    await refreshRollups(ctx);
    await ctx.db.delete(callDayRollups).where(eq(callDayRollups.tenantId, tenantId));
    await ctx.db.update(rollupStates).set({ shape: 0 }).where(eq(rollupStates.tenantId, tenantId));
    expect(await isExact(ctx)).toBe(false);
    await markUncounted(platformContext());
    expect(await refreshRollups(ctx)).toBe(1);
    expect(await isExact(ctx)).toBe(true);
    await markUncounted(platformContext());
    expect(await refreshRollups(ctx)).toBe(0);
  });

  test.each([
    ["the night the clocks go forward", "2026-03-28T22:59:59.999Z", "2026-03-28", 23],
    ["its first moment", "2026-03-28T23:00:00Z", "2026-03-29", 0],
    ["the last moment before the missing hour", "2026-03-29T00:59:59.999Z", "2026-03-29", 1],
    ["the first after it", "2026-03-29T01:00:00Z", "2026-03-29", 3],
    ["the evening of that short day", "2026-03-29T21:59:59.999Z", "2026-03-29", 23],
    ["the first moment after it", "2026-03-29T22:00:00Z", "2026-03-30", 0],
    ["the doubled hour, first time", "2026-10-25T00:30:00Z", "2026-10-25", 2],
    ["the doubled hour, second time", "2026-10-25T01:30:00Z", "2026-10-25", 2],
    ["the last moment of the long day", "2026-10-25T22:59:59.999Z", "2026-10-25", 23],
    ["the day after", "2026-10-25T23:00:00Z", "2026-10-26", 0],
  ])("counts a call where the wall has it: %s", async (_, instant, day, hour) => {
    const { ctx } = await createBusiness();
    const tenantId = ctx.tenant.id;
    const [call] = await ctx.db
      .insert(calls)
      .values({
        tenantId,
        callId: randomUUID(),
        startTimestamp: new Date(instant),
        lastActivityAt: new Date(instant),
      })
      .$returningId();
    await markCall(ctx.db, tenantId, call?.id as number);
    await refreshRollups(ctx);
    const rows = await ctx.db.select().from(callRollups).where(eq(callRollups.tenantId, tenantId));
    expect(rows.map((row) => [row.day, row.hour, row.calls])).toEqual([[day, hour, 1]]);
  });

  test("counts by the branch's wall, also where the branch lives in another zone, half an hour off", async () => {
    const { ctx, branchId } = await createBusiness();
    const tenantId = ctx.tenant.id;
    await ctx.db.update(branches).set({ timeZone: "Asia/Kolkata" }).where(eq(branches.id, branchId));
    const at = new Date("2026-11-20T18:15:00Z");
    const [call] = await ctx.db
      .insert(calls)
      .values(
        [at, new Date("2026-11-20T18:45:00Z")].map((startTimestamp) => ({
          tenantId,
          branchId,
          callId: randomUUID(),
          startTimestamp,
          lastActivityAt: at,
        })),
      )
      .$returningId();
    await markCall(ctx.db, tenantId, call?.id as number);
    await refreshRollups(ctx);
    const rows = await ctx.db
      .select()
      .from(callRollups)
      .where(eq(callRollups.tenantId, tenantId))
      .orderBy(callRollups.day);
    expect(rows.map((row) => [row.day, row.hour])).toEqual([
      ["2026-11-20", 23],
      ["2026-11-21", 0],
    ]);
  });

  test("counts everything again when a branch moves to another zone", async () => {
    const { ctx, branchId } = await createBusiness();
    const tenantId = ctx.tenant.id;
    const startTimestamp = new Date("2026-11-20T23:30:00Z");
    const lastActivityAt = startTimestamp;
    await ctx.db
      .insert(calls)
      .values({ tenantId, branchId, callId: randomUUID(), startTimestamp, lastActivityAt });
    await ctx.db.transaction(async (tx) => {
      await tx.update(branches).set({ timeZone: "Europe/London" }).where(eq(branches.id, branchId));
      await recordEvent(ctx, tx, "branch.changed", branchId, { fields: ["timeZone"] });
    });
    await refreshRollups(ctx);
    const rows = await ctx.db.select().from(callRollups).where(eq(callRollups.tenantId, tenantId));
    expect(rows.map((row) => [row.day, row.hour])).toEqual([["2026-11-20", 23]]);
  });
});

/** What the rollup must not be: new calls are added to the hour they seem to belong to, and never looked at again. */
class AddingUp {
  private readonly seen = new Set<number>();
  readonly counts = new Map<string, number>();

  refresh = async (ctx: TenantContext) => {
    const rows = await ctx.db.select().from(calls).where(eq(calls.tenantId, ctx.tenant.id));
    for (const { id, startTimestamp } of rows.filter((row) => !this.seen.has(row.id))) {
      this.seen.add(id);
      const { date, minute } = wallTimeOf(startTimestamp, ctx.tenant.timeZone);
      const bucket = `${date} ${Math.floor(minute / 60)}`;
      this.counts.set(bucket, (this.counts.get(bucket) ?? 0) + 1);
    }
  };
}
