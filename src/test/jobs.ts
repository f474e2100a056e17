import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { eq } from "drizzle-orm";
import type { InngestFunction } from "inngest";
import { serve } from "inngest/node";
import { events, jobRuns, jobSteps } from "@/server/db/schema";
import { inngest, signingKey } from "@/server/events/client";
import { appendEvent } from "@/server/events/record";
import { createEndpoint } from "@/server/jobs/executor/endpoint";
import { type ExecutorOptions, startExecutor } from "@/server/jobs/executor/executor";
import { testDatabase } from "./database";
import { platformContext } from "./factories";

/** The functions behind the SDK's own handler, on a real port. */
export async function serveFunctions(functions: InngestFunction.Any[], port = 0) {
  const server = createServer(serve({ client: inngest, functions, enableUnauthedSync: false }));
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/inngest`;
  return {
    url,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const testEndpoint = (url: string) => createEndpoint(url, signingKey() ?? "");

export const testExecutor = (url: string, options: Partial<ExecutorOptions> = {}) =>
  startExecutor({
    ctx: platformContext(),
    endpoint: testEndpoint(url),
    pollMs: 50,
    backoff: () => 20,
    ...options,
  });

/** Records an event of the platform itself, committed, and returns its id. */
export async function recordTestEvent(callId = 1): Promise<number> {
  const db = testDatabase();
  await appendEvent(
    db,
    { tenantId: null, actor: { type: "job", name: "test" }, requestId: "test" },
    "call.ended",
    callId,
    { callId },
  );
  const rows = await db.select({ id: events.id }).from(events).where(eq(events.entityId, callId));
  return Math.max(...rows.map((row) => row.id));
}

export const runsOf = (functionId: string) =>
  testDatabase()
    .select()
    .from(jobRuns)
    .where(eq(jobRuns.functionId, `askproai-${functionId}`));

export const stepsOf = (runId: string) =>
  testDatabase().select().from(jobSteps).where(eq(jobSteps.runId, runId)).orderBy(jobSteps.id);

/** Polls until `check` returns something; fails loudly instead of waiting for ever. */
export async function eventually<T>(
  check: () => Promise<T | undefined | false>,
  timeoutMs = 8_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`nothing within ${timeoutMs} ms`);
    await delay(10);
  }
}
