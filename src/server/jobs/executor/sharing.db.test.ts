import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { claimRuns } from "@/server/domain/background/queue/claim-runs";
import { dispatchEvents } from "@/server/domain/background/queue/dispatch-events";
import { inngest } from "@/server/events/client";
import { nudgeDispatch } from "@/server/events/dispatch";
import { platformContext } from "@/test/factories";
import { eventually, recordTestEvent, runsOf, serveFunctions, testExecutor } from "@/test/jobs";

const cleanups: (() => Promise<void>)[] = [];
let id: string;
const newCall = () => randomInt(1, 2 ** 47);

beforeEach(() => {
  id = `shared-${randomUUID()}`;
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function serve(fn: Parameters<typeof serveFunctions>[0][number]) {
  const server = await serveFunctions([fn]);
  cleanups.push(server.close);
  return (options?: Parameters<typeof testExecutor>[1]) => {
    const executor = testExecutor(server.url, options);
    cleanups.push(executor.stop);
    return executor;
  };
}
const allCompleted = (n: number) =>
  eventually(async () => (await runsOf(id)).filter((run) => run.status === "completed").length === n, 15_000);

describe("several processes on one database", () => {
  test("execute every step of every run once between them", async () => {
    const executed: string[] = [];
    const start = await serve(
      inngest.createFunction({ id, triggers: [{ event: "call.ended" }] }, async ({ event, step }) => {
        for (const name of ["a", "b"]) {
          await step.run(name, () => void executed.push(`${event.data.callId} ${name}`));
        }
      }),
    );
    const calls = Array.from({ length: 30 }, newCall);
    for (const callId of calls) await recordTestEvent(callId);
    for (let process = 0; process < 3; process++) start();
    await allCompleted(calls.length);
    expect(executed.toSorted()).toEqual(calls.flatMap((callId) => [`${callId} a`, `${callId} b`]).toSorted());
  });

  test("honour a concurrency key between them, while other keys go on", async () => {
    const executing = new Map<number, number>();
    let most = 0;
    let atOnce = 0;
    const start = await serve(
      inngest.createFunction(
        { id, triggers: [{ event: "call.ended" }], concurrency: { limit: 1, key: "event.data.callId" } },
        async ({ event, step }) => {
          await step.run("work", async () => {
            const callId: number = event.data.callId;
            executing.set(callId, (executing.get(callId) ?? 0) + 1);
            most = Math.max(most, ...executing.values());
            atOnce = Math.max(
              atOnce,
              [...executing.values()].reduce((a, b) => a + b),
            );
            await delay(15);
            executing.set(callId, (executing.get(callId) ?? 0) - 1);
          });
        },
      ),
    );
    const calls = [newCall(), newCall(), newCall()];
    for (const callId of [...calls, ...calls, ...calls, ...calls]) await recordTestEvent(callId);
    start();
    start();
    await allCompleted(12);
    expect(most).toBe(1);
    expect(atOnce).toBeGreaterThan(1);
  });
});

describe("a step that takes its process down", () => {
  test("is given up after five processes, and shows as a failed run", async () => {
    let executed = 0;
    const start = await serve(
      inngest.createFunction({ id, triggers: [{ event: "call.ended" }], retries: 0 }, async ({ step }) => {
        await step.run("deadly", () => void executed++);
      }),
    );
    const ctx = platformContext();
    await recordTestEvent(newCall());
    const functions = [{ id: `askproai-${id}`, events: ["call.ended"], schedules: [], maxAttempts: 1 }];
    await dispatchEvents(ctx, functions);
    for (let death = 0; death < 5; death++) {
      await claimRuns(ctx, { functionIds: [`askproai-${id}`], limit: 1, leaseMs: 1 });
      await delay(5);
    }
    start();
    const failed = await eventually(async () => (await runsOf(id)).find((run) => run.status === "failed"));
    expect(failed.error).toMatchObject({ name: "Interrupted" });
    expect(executed).toBe(0);
  });
});

describe("one process", () => {
  test("starts work at the nudge, not at the next poll", async () => {
    const started: number[] = [];
    const start = await serve(
      inngest.createFunction({ id, triggers: [{ event: "call.ended" }] }, async ({ step }) => {
        await step.run("work", () => void started.push(Date.now()));
      }),
    );
    start({ pollMs: 60_000 });
    await recordTestEvent(newCall());
    nudgeDispatch();
    await allCompleted(1);
    expect(started).toHaveLength(1);
  });

  test("keeps the lease of a step that takes longer than a lease", async () => {
    let executed = 0;
    const start = await serve(
      inngest.createFunction({ id, triggers: [{ event: "call.ended" }] }, async ({ step }) => {
        await step.run("slow", async () => {
          executed++;
          await delay(1_500);
        });
      }),
    );
    start({ leaseMs: 600 });
    start({ leaseMs: 600 });
    await recordTestEvent(newCall());
    await allCompleted(1);
    expect(executed).toBe(1);
  });

  test("that is asked to stop finishes the step under way and leaves the rest to the next, at once", async () => {
    const executed: string[] = [];
    const start = await serve(
      inngest.createFunction({ id, triggers: [{ event: "call.ended" }] }, async ({ step }) => {
        await step.run("first", async () => {
          executed.push("first");
          await delay(100);
        });
        await step.run("second", () => void executed.push("second"));
      }),
    );
    const leaving = start();
    await recordTestEvent(newCall());
    await eventually(async () => executed.length > 0);
    await leaving.stop();
    expect(executed).toEqual(["first"]);
    expect(await runsOf(id)).toMatchObject([{ status: "pending", leaseId: null, attempt: 0 }]);
    start();
    await allCompleted(1);
    expect(executed).toEqual(["first", "second"]);
  });
});
