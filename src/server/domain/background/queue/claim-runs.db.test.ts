import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { jobRuns } from "@/server/db/schema";
import { platformContext } from "@/test/factories";
import { recordTestEvent } from "@/test/jobs";
import { claimRuns } from "./claim-runs";
import { completeRun } from "./complete-run";
import { dispatchEvents } from "./dispatch-events";
import type { JobFunction } from "./job-function";
import { postponeRun } from "./postpone-run";
import { saveSteps } from "./save-steps";

const ctx = platformContext();
const leaseMs = 60_000;
let fn: JobFunction;
let functionIds: string[];

beforeEach(() => {
  fn = { id: `claim-${randomUUID()}`, events: ["call.ended"], schedules: [], maxAttempts: 4 };
  functionIds = [fn.id];
});

async function due(callIds: number[]) {
  for (const callId of callIds) await recordTestEvent(callId);
  await dispatchEvents(ctx, [fn]);
}
const newCall = () => randomInt(1, 2 ** 47);
const claimers = <T>(n: number, claim: () => Promise<T[]>) =>
  Promise.all(Array.from({ length: n }, claim)).then((claims) => claims.flat());

describe("claiming", () => {
  test("gives a due run to exactly one of twenty who ask at once", async () => {
    await due([newCall()]);
    const claims = await claimers(20, () => claimRuns(ctx, { functionIds, limit: 5, leaseMs }));
    expect(claims).toHaveLength(1);
  });

  test("control: reading what is due without taking a lease gives the same run to all of them", async () => {
    await due([newCall()]);
    const claims = await claimers(20, () =>
      ctx.db.select().from(jobRuns).where(eq(jobRuns.functionId, fn.id)),
    );
    expect(claims).toHaveLength(20);
  });

  test("leaves nobody without a run while there are enough", async () => {
    await due(Array.from({ length: 12 }, newCall));
    const claims: { runId: string }[] = [];
    for (let i = 0; i < 6; i++) claims.push(...(await claimRuns(ctx, { functionIds, limit: 2, leaseMs })));
    expect(new Set(claims.map((run) => run.runId)).size).toBe(12);
  });

  test("takes a run over once its lease has ended; what the old holder says afterwards is void", async () => {
    await due([newCall()]);
    const [dead] = await claimRuns(ctx, { functionIds, limit: 1, leaseMs: 30 });
    if (!dead) throw new Error("not claimed");
    const step = { stepId: "a".repeat(40), name: "first", outcome: { data: 1 } };
    expect(await saveSteps(ctx, dead, [step])).toBe(true);
    await delay(60);

    const [heir] = await claimRuns(ctx, { functionIds, limit: 1, leaseMs });
    expect(heir).toMatchObject({
      runId: dead.runId,
      attempt: 0,
      interruptions: 1,
      steps: [{ outcome: { data: 1 } }],
    });
    expect(await saveSteps(ctx, dead, [{ ...step, stepId: "b".repeat(40) }])).toBe(false);
    await completeRun(ctx, dead);
    await postponeRun(ctx, dead, { delayMs: 0, attempt: 0 });
    expect(await claimRuns(ctx, { functionIds, limit: 1, leaseMs })).toEqual([]);
  });

  test("never lets more than the limit of one key execute, and other keys pass by", async () => {
    fn.concurrency = { limit: 2, keyPath: ["callId"] };
    const busy = newCall();
    const quiet = newCall();
    await due([...Array<number>(10).fill(busy), quiet]);
    const claims = await claimers(8, () => claimRuns(ctx, { functionIds, limit: 4, leaseMs }));
    claims.push(...(await claimRuns(ctx, { functionIds, limit: 4, leaseMs })));
    const calls = claims.map((run) => (run.event.data as { callId: number }).callId);
    expect(calls.toSorted()).toEqual([busy, busy, quiet].toSorted());

    const first = claims.find((run) => (run.event.data as { callId: number }).callId === busy);
    if (first) await completeRun(ctx, first);
    expect(await claimRuns(ctx, { functionIds, limit: 4, leaseMs })).toHaveLength(1);
  });

  test("control: without a limit all of them execute at once", async () => {
    await due(Array<number>(10).fill(newCall()));
    expect(await claimRuns(ctx, { functionIds, limit: 10, leaseMs })).toHaveLength(10);
  });
});
