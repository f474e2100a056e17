import { z } from "zod";
import { env } from "@/env";

const timeoutMs = 4_000;

const scenarioList = z.object({
  scenarios: z
    .array(
      z.object({ key: z.string(), title: z.string(), story: z.string(), slow: z.boolean().default(false) }),
    )
    .max(100),
});
const started = z.object({ id: z.string() });
const run = z.object({ callIds: z.array(z.string()).max(100) });

export type TestScenario = z.infer<typeof scenarioList>["scenarios"][number];

/** Whether simulated callers are at hand: only where the stand-ins run, never in production. */
export const hasTestCaller = () => env.SANDBOX_URL !== undefined;

/** The stories the stand-in can play at this business. @throws Error where it does not answer */
export async function listTestScenarios(slug: string): Promise<TestScenario[]> {
  return scenarioList.parse(await ask(`/control/scenarios?tenant=${encodeURIComponent(slug)}`)).scenarios;
}

/** Lets somebody call this business now, at a pace one can follow. @returns the stand-in's id of the run */
export async function startTestCall(input: {
  scenario: string;
  slug: string;
  phoneNumber: string;
}): Promise<string> {
  const { scenario, slug, phoneNumber } = input;
  const body = {
    scenario,
    tenant: { slug, phoneNumber },
    targetUrl: env.APP_URL,
    pace: "brisk",
  };
  return started.parse(await ask("/control/calls", body)).id;
}

/** Ids at Retell of the calls that a run has made so far. @throws Error where the stand-in does not answer */
export async function listTestCallIds(runId: string): Promise<string[]> {
  return run.parse(await ask(`/control/calls/${encodeURIComponent(runId)}`)).callIds;
}

async function ask(path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(new URL(path, env.SANDBOX_URL), {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error(`test caller answered ${response.status} to ${path}`);
  return response.json();
}
