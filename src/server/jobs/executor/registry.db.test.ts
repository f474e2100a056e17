import { expect, test } from "vitest";
import { inngest } from "@/server/events/client";
import { serveFunctions, testEndpoint } from "@/test/jobs";
import { functions } from "../functions";

async function discover(...served: Parameters<typeof serveFunctions>) {
  const server = await serveFunctions(...served);
  return testEndpoint(server.url).discover().finally(server.close);
}
type Options = Parameters<typeof inngest.createFunction>[0];
const fn = (options: Partial<Options>) =>
  inngest.createFunction(
    { id: "fn", triggers: [{ event: "call.ended" }], ...options },
    async () => undefined,
  );

test("every function of the product uses only what the embedded executor can do", async () => {
  const discovered = await discover(functions);
  expect(discovered.length).toBeGreaterThanOrEqual(functions.length);
});

test("reads triggers, tries, limits and onFailure as the SDK registers them", async () => {
  const discovered = await discover([
    fn({
      triggers: [{ event: "call.ended" }, { cron: "TZ=Europe/Berlin 0 9 * * *" }],
      retries: 5,
      concurrency: { limit: 2, key: "event.data.callId" },
      debounce: { key: "event.data.tenantId", period: "2s", timeout: "10s" },
      onFailure: async () => undefined,
    }),
  ]);
  expect(discovered).toEqual([
    {
      id: "askproai-fn",
      events: ["call.ended"],
      schedules: [{ cron: "TZ=Europe/Berlin 0 9 * * *", pattern: "0 9 * * *", timeZone: "Europe/Berlin" }],
      maxAttempts: 6,
      concurrency: { limit: 2, keyPath: ["callId"] },
      debounce: { periodMs: 2_000, timeoutMs: 10_000, keyPath: ["tenantId"] },
      onFailureId: "askproai-fn-failure",
    },
    expect.objectContaining({ id: "askproai-fn-failure", events: [], maxAttempts: 2 }),
  ]);
});

test("without a number the SDK's default of four tries holds", async () => {
  expect(await discover([fn({})])).toMatchObject([{ maxAttempts: 4 }]);
});

test.each<[string, Partial<Options>]>([
  ["a condition on a trigger", { triggers: [{ event: "call.ended", if: "event.data.callId > 1" }] }],
  ["a debounce without an end", { debounce: { period: "1s" } }],
  ["throttle", { throttle: { limit: 1, period: "1m" } }],
  ["batches", { batchEvents: { maxSize: 2, timeout: "5s" } }],
  ["cancellation", { cancelOn: [{ event: "call.started" }] }],
  ["a computed concurrency key", { concurrency: { limit: 1, key: "event.data.a + event.data.b" } }],
  ["an account-wide limit", { concurrency: { limit: 1, scope: "account", key: "event.data.a" } }],
])("refuses %s instead of ignoring it", async (_, options) => {
  await expect(discover([fn(options)])).rejects.toThrow();
});
