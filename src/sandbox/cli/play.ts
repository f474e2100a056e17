import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Run } from "../callers/run";
import type { Scenario } from "../callers/scenario";
import type { Pace } from "../retell/clock";
import { UsageError } from "./arguments";
import { formatExpectation, formatLine, paint } from "./output";
import type { Target } from "./target";

const POLL_MS = 150;

const startedSchema = z.object({ id: z.string() });

export interface Playing {
  sandboxUrl: string;
  pace: Pace;
  seed: number | undefined;
  targetFor(scenario: Scenario): Target;
}

async function start(scenario: Scenario, playing: Playing): Promise<string> {
  const target = playing.targetFor(scenario);
  const response = await fetch(`${playing.sandboxUrl}/control/calls`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      scenario: scenario.key,
      tenant: target.tenant,
      targetUrl: target.url,
      apiKey: target.tenantApiKey,
      pace: playing.pace,
      seed: playing.seed,
    }),
  });
  if (!response.ok) throw new UsageError(`The stand-ins refused the call: ${await response.text()}`);
  return startedSchema.parse(await response.json()).id;
}

/** Follows a run to its end, printing each line as it appears. Whether everything came true. */
async function follow(scenario: Scenario, id: string, sandboxUrl: string): Promise<boolean> {
  console.log(`\n${scenario.title}. ${scenario.story}`);
  for (let next = 0; ; ) {
    const response = await fetch(`${sandboxUrl}/control/calls/${id}?after=${next}`);
    if (!response.ok) throw new UsageError("The stand-ins no longer know this run; were they restarted?");
    const run = (await response.json()) as Run & { next: number };
    for (const line of run.lines) console.log(formatLine(line));
    next = run.next;
    if (run.state !== "running") {
      printResult(run);
      return run.state === "passed";
    }
    await sleep(POLL_MS);
  }
}

function printResult({ expectations, error, scenario, state }: Run) {
  console.log("");
  for (const expectation of expectations) console.log(formatExpectation(expectation));
  if (error) console.log(`${paint("red", "✗")} ${error}`);
  const verdict = state === "passed" ? paint("green", "alles wahr") : paint("red", "nicht alles wahr");
  console.log(`${scenario}: ${verdict}`);
}

export async function playOne(scenario: Scenario, playing: Playing): Promise<boolean> {
  return follow(scenario, await start(scenario, playing), playing.sandboxUrl);
}

/** Slow ones start first and are told last, so that their waiting costs nothing. */
export async function playAll(scenarios: readonly Scenario[], playing: Playing): Promise<boolean> {
  const waiting = await Promise.all(
    scenarios
      .filter(({ slow }) => slow)
      .map(async (scenario) => ({ scenario, id: await start(scenario, playing) })),
  );
  const results: boolean[] = [];
  for (const scenario of scenarios.filter(({ slow }) => !slow)) {
    results.push(await playOne(scenario, playing));
  }
  for (const { scenario, id } of waiting) results.push(await follow(scenario, id, playing.sandboxUrl));
  console.log(`\n${results.filter(Boolean).length} von ${results.length} Szenarien wahr`);
  return results.every(Boolean);
}
