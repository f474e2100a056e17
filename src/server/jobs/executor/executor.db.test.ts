import { randomInt, randomUUID } from "node:crypto";
import { type FailureEventArgs, NonRetriableError, RetryAfterError } from "inngest";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { inngest } from "@/server/events/client";
import { eventually, recordTestEvent, runsOf, serveFunctions, stepsOf, testExecutor } from "@/test/jobs";

const trigger = [{ event: "call.ended" }];
const cleanups: (() => Promise<void>)[] = [];
let id: string;
let callId: number;

beforeEach(() => {
  id = `fn-${randomUUID()}`;
  callId = randomInt(1, 2 ** 47);
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function run(
  functions: Parameters<typeof serveFunctions>[0],
  options?: Parameters<typeof testExecutor>[1],
) {
  const server = await serveFunctions(functions);
  const executor = testExecutor(server.url, options);
  cleanups.push(server.close, executor.stop);
}

const settled = (functionId = id) =>
  eventually(async () => (await runsOf(functionId)).find((row) => row.status !== "pending"));

describe("a background function", () => {
  test("receives the event with its ids and hands results from step to step", async () => {
    const seen: unknown[] = [];
    await run([
      inngest.createFunction({ id, triggers: trigger }, async ({ event, step }) => {
        const first = await step.run("first", () => ({ n: 20 }));
        const second = await step.run("second", () => first.n + 1);
        seen.push(event.data, second);
      }),
    ]);
    const eventId = await recordTestEvent(callId);
    expect(await settled()).toMatchObject({
      status: "completed",
      eventId,
      concurrencySlot: null,
      leaseId: null,
    });
    expect(seen).toEqual([{ callId, eventId, tenantId: null, entityId: callId }, 21]);
  });

  test("executes a finished step once, however often a later one is tried again", async () => {
    const executed: string[] = [];
    await run([
      inngest.createFunction({ id, triggers: trigger, retries: 3 }, async ({ step }) => {
        await step.run("first", () => void executed.push("first"));
        await step.run("second", () => {
          executed.push("second");
          if (executed.length < 4) throw new Error("not yet");
        });
        await step.run("third", () => void executed.push("third"));
      }),
    ]);
    await recordTestEvent(callId);
    expect((await settled()).status).toBe("completed");
    expect(executed).toEqual(["first", "second", "second", "second", "third"]);
  });

  test("gives every step all its tries", async () => {
    const tries = { first: 0, second: 0 };
    await run([
      inngest.createFunction({ id, triggers: trigger, retries: 2 }, async ({ step }) => {
        for (const name of ["first", "second"] as const) {
          await step.run(name, () => {
            if (++tries[name] < 3) throw new Error("not yet");
          });
        }
      }),
    ]);
    await recordTestEvent(callId);
    expect((await settled()).status).toBe("completed");
    expect(tries).toEqual({ first: 3, second: 3 });
  });

  test("fails visibly when its tries are used up, and calls onFailure once with the error", async () => {
    let tries = 0;
    const failures: { message: string; callId: unknown }[] = [];
    await run([
      inngest.createFunction(
        {
          id,
          triggers: trigger,
          retries: 1,
          onFailure: async ({ error, event }: FailureEventArgs) => {
            failures.push({ message: error.message, callId: event.data.event.data.callId });
          },
        },
        async ({ step }) => {
          await step.run("breaks", () => {
            tries++;
            throw new Error("the line is dead");
          });
        },
      ),
    ]);
    await recordTestEvent(callId);
    expect(await settled()).toMatchObject({ status: "failed", error: { message: "the line is dead" } });
    expect(await settled(`${id}-failure`)).toMatchObject({ status: "completed" });
    expect(tries).toBe(2);
    expect(failures).toEqual([{ message: "the line is dead", callId }]);
  });

  test("does not try again what the function calls hopeless", async () => {
    let tries = 0;
    await run([
      inngest.createFunction({ id, triggers: trigger, retries: 5 }, async ({ step }) => {
        await step.run("hopeless", () => {
          tries++;
          throw new NonRetriableError("no such call");
        });
      }),
    ]);
    await recordTestEvent(callId);
    expect(await settled()).toMatchObject({ status: "failed", error: { message: "no such call" } });
    expect(tries).toBe(1);
  });

  test("may catch a step's final failure and go on", async () => {
    await run([
      inngest.createFunction({ id, triggers: trigger, retries: 0 }, async ({ step }) => {
        const reason = await step
          .run("breaks", () => {
            throw new Error("away");
          })
          .catch((error: Error) => error.message);
        await step.run("remember", () => reason);
      }),
    ]);
    await recordTestEvent(callId);
    const row = await settled();
    expect(row.status).toBe("completed");
    expect((await stepsOf(row.id)).map((step) => step.outcome)).toEqual([
      { error: expect.objectContaining({ message: "away" }) },
      { data: "away" },
    ]);
  });

  test("waits as long as the other side asked for", async () => {
    const at: number[] = [];
    await run([
      inngest.createFunction({ id, triggers: trigger, retries: 1 }, async ({ step }) => {
        await step.run("limited", () => {
          at.push(Date.now());
          if (at.length === 1) throw new RetryAfterError("slow down", 1_000);
        });
      }),
    ]);
    await recordTestEvent(callId);
    expect((await settled()).status).toBe("completed");
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(950);
  });

  test("executes parallel steps, each once, though one of them needs a second try", async () => {
    const executed: string[] = [];
    await run([
      inngest.createFunction({ id, triggers: trigger, retries: 2 }, async ({ step }) => {
        await Promise.all(
          ["a", "b", "c"].map((name) =>
            step.run(name, () => {
              executed.push(name);
              if (name === "b" && executed.filter((each) => each === "b").length === 1)
                throw new Error("once");
            }),
          ),
        );
        await step.run("after", () => void executed.push("after"));
      }),
    ]);
    await recordTestEvent(callId);
    expect((await settled()).status).toBe("completed");
    expect(executed.toSorted()).toEqual(["a", "after", "b", "b", "c"]);
  });

  test("that sleeps is refused with a reason, not forgotten", async () => {
    await run([
      inngest.createFunction({ id, triggers: trigger }, async ({ step }) => {
        await step.sleep("a while", "1m");
      }),
    ]);
    await recordTestEvent(callId);
    expect(await settled()).toMatchObject({
      status: "failed",
      error: { name: "NotSupported", message: expect.stringContaining("Sleep") },
    });
  });

  test("whose step returns more than a table should carry fails with a reason", async () => {
    await run([
      inngest.createFunction({ id, triggers: trigger }, async ({ step }) => {
        await step.run("transcript", () => "x".repeat(300 * 1024));
      }),
    ]);
    await recordTestEvent(callId);
    expect(await settled()).toMatchObject({ status: "failed", error: { name: "OutputTooLarge" } });
  });

  test("waits quietly for an endpoint that is not up yet, without using up a try", async () => {
    let tries = 0;
    const fn = inngest.createFunction({ id, triggers: trigger, retries: 0 }, async () => void tries++);
    const server = await serveFunctions([fn]);
    const port = Number(new URL(server.url).port);
    await server.close();
    const executor = testExecutor(server.url);
    cleanups.push(executor.stop);
    await recordTestEvent(callId);
    const late = await serveFunctions([fn], port);
    cleanups.push(late.close);
    expect((await settled()).status).toBe("completed");
    expect(tries).toBe(1);
  });
});
