import { randomInt, randomUUID } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { events, heartbeats, jobRuns, jobSteps, rateLimits, webhookInbox } from "@/server/db/schema";
import { platformContext } from "@/test/factories";
import { recordTestEvent } from "@/test/jobs";
import { pruneInbox, pruneRateLimits, pruneRuns } from "./prune";
import { backgroundHealth, listFailedRuns } from "./queries";
import { claimRuns } from "./queue/claim-runs";
import { completeRun } from "./queue/complete-run";
import { dispatchEvents } from "./queue/dispatch-events";
import { failRun } from "./queue/fail-run";
import { saveSteps } from "./queue/save-steps";
import { retryRun } from "./retry-run";
import { writeHeartbeat } from "./write-heartbeat";

const ctx = platformContext();
const owner = platformContext({ type: "user", userId: 1, role: "owner" });
const leaseMs = 60_000;
let functionId: string;

beforeEach(() => {
  functionId = `background-${randomUUID()}`;
});

async function claimNew(callId = randomInt(1, 2 ** 47)) {
  await recordTestEvent(callId);
  await dispatchEvents(ctx, [{ id: functionId, events: ["call.ended"], schedules: [], maxAttempts: 2 }]);
  const [run] = await claim();
  if (!run) throw new Error("not claimed");
  return run;
}
const claim = () => claimRuns(ctx, { functionIds: [functionId], limit: 1, leaseMs });
const error = { name: "Error", message: "the line is dead" };

describe("a failed run", () => {
  test("is listed with function, reason, tries and the ids of its event", async () => {
    const callId = randomInt(1, 2 ** 47);
    const run = await claimNew(callId);
    await failRun(ctx, run, { error, attempts: 2 });
    const listed = (await listFailedRuns(ctx)).find((row) => row.runId === run.runId);
    expect(listed).toMatchObject({
      functionId,
      error,
      attempts: 2,
      tenantName: null,
      eventName: "call.ended",
      eventData: { callId, entityId: callId, tenantId: null },
      failedAt: expect.any(Date),
    });
  });

  test("can be retried: what was done stays done, the failed step gets all its tries, and it is on record", async () => {
    const run = await claimNew();
    const done = { stepId: "a".repeat(40), name: "first", outcome: { data: 1 } };
    await saveSteps(ctx, run, [done, { stepId: "b".repeat(40), name: "second", outcome: { error } }]);
    await failRun(ctx, run, { error, attempts: 2 });
    await retryRun(ctx, run.runId);
    expect(await claim()).toMatchObject([
      { runId: run.runId, attempt: 0, steps: [{ stepId: done.stepId, outcome: done.outcome }] },
    ]);
    const recorded = await ctx.db.select().from(events).where(eq(events.type, "job.retried"));
    expect(recorded.map((row) => row.data)).toContainEqual({ runId: run.runId });
  });

  test("is retried once by two people who press the button at the same time", async () => {
    const run = await claimNew();
    await failRun(ctx, run, { error, attempts: 2 });
    const outcomes = await Promise.allSettled([retryRun(ctx, run.runId), retryRun(ctx, run.runId)]);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(retryRun(ctx, run.runId)).rejects.toMatchObject({ code: "job_run.not_failed" });
  });

  test("is nobody's business but the platform admin's, and an unknown one is not found", async () => {
    await expect(listFailedRuns(owner)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(retryRun(owner, randomUUID())).rejects.toMatchObject({ kind: "forbidden" });
    await expect(retryRun(ctx, randomUUID())).rejects.toMatchObject({ code: "job_run.not_found" });
  });
});

describe("the health of background work", () => {
  test("says since when it has not lived", async () => {
    await ctx.db.delete(heartbeats);
    expect((await backgroundHealth(ctx)).state).toBe("starting");
    await writeHeartbeat(ctx);
    await writeHeartbeat(ctx);
    expect((await backgroundHealth(ctx)).state).toBe("alive");
    await ctx.db.update(heartbeats).set({ beatAt: new Date(Date.now() - 181_000) });
    expect((await backgroundHealth(ctx)).state).toBe("stale");
  });

  test("counts what waits and what failed", async () => {
    const before = await backgroundHealth(ctx);
    await failRun(ctx, await claimNew(), { error, attempts: 1 });
    const id = await recordTestEvent(randomInt(1, 2 ** 47));
    await ctx.db
      .update(events)
      .set({ createdAt: sql`utc_timestamp(3) - interval 100 second` })
      .where(eq(events.id, id));
    const waiting = await backgroundHealth(ctx);
    expect(waiting.failedRunsLastDay).toBe(before.failedRunsLastDay + 1);
    expect(waiting.oldestUndispatchedSeconds).toBeGreaterThanOrEqual(100);

    await dispatchEvents(ctx, [{ id: functionId, events: ["call.ended"], schedules: [], maxAttempts: 2 }]);
    const dispatched = await backgroundHealth(ctx);
    expect(dispatched.oldestUndispatchedSeconds).toBeNull();
    expect(dispatched.dueRuns).toBe(before.dueRuns + 1);
    await claim();
    expect((await backgroundHealth(ctx)).dueRuns).toBe(before.dueRuns);
  });
});

describe("pruning", () => {
  test("forgets finished runs and their steps after 14 days, and nothing that is still to be done", async () => {
    const old = await claimNew();
    await saveSteps(ctx, old, [{ stepId: "a".repeat(40), name: "first", outcome: { data: 1 } }]);
    await completeRun(ctx, old);
    const recent = await claimNew();
    await completeRun(ctx, recent);
    const pending = await claimNew();
    const fifteenDaysAgo = sql`utc_timestamp(3) - interval 15 day`;
    await ctx.db.update(jobRuns).set({ finishedAt: fifteenDaysAgo }).where(eq(jobRuns.id, old.runId));
    await ctx.db.update(jobRuns).set({ createdAt: fifteenDaysAgo }).where(eq(jobRuns.id, pending.runId));
    await pruneRuns(ctx);
    const left = await ctx.db.select().from(jobRuns).where(eq(jobRuns.functionId, functionId));
    expect(left.map((run) => run.id).toSorted()).toEqual([recent.runId, pending.runId].toSorted());
    expect(await ctx.db.select().from(jobSteps).where(eq(jobSteps.runId, old.runId))).toEqual([]);
  });

  test("keeps live transcripts for an hour, other processed deliveries for 30 days, and all others for ever", async () => {
    const hour = 3_600_000;
    const deliver = async (
      eventType: string,
      status: "processed" | "ignored" | "received",
      ageMs: number,
    ) => {
      const [row] = await ctx.db
        .insert(webhookInbox)
        .values({
          provider: "retell",
          externalId: randomUUID(),
          eventType,
          status,
          body: "{}",
          processedAt: status === "received" ? null : new Date(Date.now() - ageMs),
        })
        .$returningId();
      return row?.id ?? 0;
    };
    const gone = [
      await deliver("transcript_updated", "processed", 2 * hour),
      await deliver("call_ended", "processed", 31 * 24 * hour),
    ];
    const kept = [
      await deliver("transcript_updated", "processed", hour / 2),
      await deliver("call_ended", "processed", 29 * 24 * hour),
      await deliver("call_ended", "ignored", 90 * 24 * hour),
      await deliver("call_ended", "received", 0),
    ];
    await pruneInbox(ctx);
    const left = await ctx.db
      .select({ id: webhookInbox.id })
      .from(webhookInbox)
      .where(inArray(webhookInbox.id, [...gone, ...kept]));
    expect(left.map((row) => row.id).toSorted()).toEqual(kept.toSorted());
  });

  test("forgets counters of windows that are over", async () => {
    const [over, open] = [`over-${randomUUID()}`, `open-${randomUUID()}`];
    await ctx.db.insert(rateLimits).values([
      { key: over, expire: Date.now() - 1_000 },
      { key: open, expire: Date.now() + 60_000 },
    ]);
    await pruneRateLimits(ctx);
    const left = await ctx.db
      .select()
      .from(rateLimits)
      .where(inArray(rateLimits.key, [over, open]));
    expect(left.map((row) => row.key)).toEqual([open]);
  });
});
