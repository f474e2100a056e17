import { randomInt, randomUUID } from "node:crypto";
import { eq, inArray, isNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events, jobRuns } from "@/server/db/schema";
import { appendEvent } from "@/server/events/record";
import { platformContext } from "@/test/factories";
import { claimRuns } from "./claim-runs";
import { dispatchEvents } from "./dispatch-events";
import type { JobFunction } from "./job-function";

const ctx = platformContext();
const listener = (event: string): JobFunction => ({
  id: `dispatch-${randomUUID()}`,
  events: [event],
  schedules: [],
  maxAttempts: 4,
});
const source = { tenantId: null, actor: { type: "job", name: "test" } as const, requestId: randomUUID() };

async function record(n: number, db: Parameters<typeof appendEvent>[0] = ctx.db): Promise<number[]> {
  const callId = randomInt(1, 2 ** 47);
  for (let i = 0; i < n; i++) await appendEvent(db, source, "call.ended", callId, { callId });
  const rows = await db.select({ id: events.id }).from(events).where(eq(events.entityId, callId));
  return rows.map((row) => row.id);
}

const eventsOf = async (fn: JobFunction) =>
  (await ctx.db.select().from(jobRuns).where(eq(jobRuns.functionId, fn.id))).map((run) => run.eventId);

describe("the outbox", () => {
  test("starts each listening function exactly once per event, though four dispatch at once", async () => {
    const [first, second, deaf] = [listener("call.ended"), listener("call.ended"), listener("call.started")];
    const ids = await record(250);
    await Promise.all(Array.from({ length: 4 }, () => dispatchEvents(ctx, [first, second, deaf])));
    for (const fn of [first, second]) {
      const started = await eventsOf(fn);
      expect(started.filter((id) => ids.includes(id ?? 0)).toSorted()).toEqual(ids.toSorted());
    }
    expect(await eventsOf(deaf)).toEqual([]);
  });

  test("control: dispatchers that only read what is open all find the same events", async () => {
    const ids = await record(5);
    const open = () => ctx.db.select().from(events).where(isNull(events.dispatchedAt));
    const found = (await Promise.all([open(), open()])).flat().filter((row) => ids.includes(row.id));
    expect(found).toHaveLength(10);
  });

  test("marks an event nobody listens to, and leaves none behind", async () => {
    const ids = await record(3);
    await dispatchEvents(ctx, []);
    const rows = await ctx.db.select().from(events).where(inArray(events.id, ids));
    expect(rows.map((row) => row.dispatchedAt)).toEqual([
      expect.any(Date),
      expect.any(Date),
      expect.any(Date),
    ]);
  });

  test("starts nothing for a change that was rolled back, and does not wait for one under way", async () => {
    const fn = listener("call.ended");
    let ids: number[] = [];
    const rolledBack = ctx.db.transaction(async (tx) => {
      ids = await record(1, tx);
      await dispatchEvents(ctx, [fn]);
      throw new Error("rolled back");
    });
    await expect(rolledBack).rejects.toThrow("rolled back");
    await dispatchEvents(ctx, [fn]);
    expect((await eventsOf(fn)).filter((id) => ids.includes(id ?? 0))).toEqual([]);
  });
});

describe("a function that waits for more of its events", () => {
  const waiting = (periodMs: number, timeoutMs = 60_000): JobFunction => ({
    ...listener("call.ended"),
    debounce: { periodMs, timeoutMs, keyPath: ["callId"] },
  });
  const runsOf = (fn: JobFunction) => ctx.db.select().from(jobRuns).where(eq(jobRuns.functionId, fn.id));
  const claim = (fn: JobFunction) =>
    claimRuns(ctx, { functionIds: [fn.id], limit: 10, leaseMs: 60_000 }).then((runs) => runs.length);
  const latestOf = (ids: number[]) => Math.max(...ids);

  test("runs once for all that came meanwhile, with the last of them, though four dispatch at once", async () => {
    const [fn, plain] = [waiting(60_000), listener("call.ended")];
    const ids = [await record(3), await record(5)];
    await Promise.all(Array.from({ length: 4 }, () => dispatchEvents(ctx, [fn, plain])));
    expect((await eventsOf(fn)).toSorted()).toEqual(ids.map(latestOf).toSorted());
    // Control: one that does not wait has a run for each.
    expect((await eventsOf(plain)).toSorted()).toEqual(ids.flat().toSorted());
    expect(await claim(fn)).toBe(0);
  });

  test("is put off by every further event, but not beyond its time", async () => {
    const [patient, limited] = [waiting(60_000, 3_600_000), waiting(60_000, 1)];
    const callId = randomInt(1, 2 ** 47);
    const happen = async () => {
      await appendEvent(ctx.db, source, "call.ended", callId, { callId });
      await dispatchEvents(ctx, [patient, limited]);
    };
    await happen();
    const [before] = await runsOf(patient);
    await happen();
    const [after] = await runsOf(patient);
    expect(after?.id).toBe(before?.id);
    expect(after?.dueAt.getTime()).toBeGreaterThan(before?.dueAt.getTime() ?? Number.NaN);
    expect(await claim(patient)).toBe(0);
    expect(await claim(limited)).toBe(1);
  });

  test("runs again for what came after it was taken", async () => {
    const fn = waiting(1);
    const callId = randomInt(1, 2 ** 47);
    for (const round of [1, 2]) {
      await appendEvent(ctx.db, source, "call.ended", callId, { callId });
      await dispatchEvents(ctx, [fn]);
      await expect.poll(() => claim(fn)).toBe(1);
      expect(await runsOf(fn)).toHaveLength(round);
    }
  });
});
