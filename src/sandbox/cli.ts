import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { findScenario, scenarios } from "./callers";
import type { Run } from "./callers/run";
import type { Scenario } from "./callers/scenario";
import { formatExpectation, formatLine, paint } from "./cli-output";
import { type DemoFile, readDemoFile } from "./demo-file";
import { type Pace, paces } from "./retell/clock";
import { startSandbox } from "./sandbox";
import { readSettings, type SandboxSettings } from "./settings";

/** One sentence for the person at the keyboard. */
class UsageError extends Error {}

const POLL_MS = 150;

const options = {
  list: { type: "boolean" },
  url: { type: "string" },
  tenant: { type: "string" },
  pace: { type: "string" },
  seed: { type: "string" },
  demo: { type: "string" },
  number: { type: "string" },
  "api-key": { type: "string" },
} as const;

interface Target {
  url: string;
  tenant: { slug: string; phoneNumber: string };
  tenantApiKey: string | undefined;
  pace: Pace | undefined;
  seed: number | undefined;
}

type Values = ReturnType<typeof readArguments>["values"];

function readArguments() {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : "Unknown option.");
  }
}

function printList() {
  const width = Math.max(...scenarios.map(({ key }) => key.length));
  for (const { key, story, slow } of scenarios) {
    console.log(`  ${key.padEnd(width)}  ${story}${slow ? " (dauert bis zu 17 Minuten)" : ""}`);
  }
  console.log(
    "\n  npm run call -- neukunde [--tenant slug] [--url http://localhost:3000] [--pace brisk|instant|real]",
  );
  console.log("  npm run call -- all      spielt alle");
}

function chooseScenarios(keys: string[]): Scenario[] {
  const [key, ...more] = keys;
  if (!key || more.length > 0) throw new UsageError("Name one scenario, or all; --list shows them.");
  if (key === "all") return [...scenarios];
  const scenario = findScenario(key);
  if (!scenario) throw new UsageError(`There is no scenario "${key}"; --list shows them all.`);
  return [scenario];
}

function chooseTarget(values: Values, demo: DemoFile | undefined): Target {
  const tenant = values.tenant ? demo?.tenants.find(({ slug }) => slug === values.tenant) : demo?.tenants[0];
  const phoneNumber = values.number ?? tenant?.phoneNumbers[0];
  const url = values.url ?? demo?.url;
  if (!url)
    throw new UsageError(
      "No demo is running here: start it with `npm run demo`, or name an address with --url.",
    );
  if (values.tenant && !tenant && !values.number)
    throw new UsageError(`The demo has no business "${values.tenant}".`);
  if (!phoneNumber)
    throw new UsageError("No number to call: name one with --number +49…, or start the demo.");
  const pace = values.pace === undefined ? undefined : paces.find((name) => name === values.pace);
  if (values.pace !== undefined && !pace) throw new UsageError(`--pace is one of ${paces.join(", ")}.`);
  return {
    url: url.replace(/\/$/, ""),
    tenant: { slug: tenant?.slug ?? values.tenant ?? "", phoneNumber },
    tenantApiKey: values["api-key"] ?? tenant?.apiKey,
    pace,
    seed: values.seed === undefined ? undefined : Number(values.seed),
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { signal: AbortSignal.timeout(3_000), redirect: "manual" });
    return true;
  } catch {
    return false;
  }
}

/** The stand-ins of the demo where they run; otherwise own ones, at the same address if it is free. */
async function reachSandbox(settings: SandboxSettings, demo: DemoFile | undefined) {
  if (demo?.sandbox && (await answers(demo.sandbox.url))) {
    return { url: demo.sandbox.url, close: async () => undefined };
  }
  const retellApiKey = settings.retellApiKey ?? demo?.retell.apiKey;
  if (!retellApiKey) throw new UsageError("No key to sign with: set RETELL_API_KEY to the one the app uses.");
  const port = demo?.sandbox ? Number(new URL(demo.sandbox.url).port) : 0;
  return startSandbox({ ...settings, port, retellApiKey });
}

const startedSchema = z.object({ id: z.string() });

async function startRun(sandboxUrl: string, scenario: Scenario, target: Target, pace: Pace): Promise<string> {
  const response = await fetch(`${sandboxUrl}/control/calls`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      scenario: scenario.key,
      tenant: target.tenant,
      targetUrl: target.url,
      apiKey: target.tenantApiKey,
      pace,
      seed: target.seed,
    }),
  });
  if (!response.ok) throw new UsageError(`The stand-ins refused the call: ${await response.text()}`);
  return startedSchema.parse(await response.json()).id;
}

/** Follows a run to its end, printing each line as it appears. */
async function follow(sandboxUrl: string, id: string, print: (text: string) => void): Promise<Run> {
  for (let next = 0; ; ) {
    const response = await fetch(`${sandboxUrl}/control/calls/${id}?after=${next}`);
    if (!response.ok) throw new UsageError("The stand-ins no longer know this run; were they restarted?");
    const run = (await response.json()) as Run & { next: number };
    for (const line of run.lines) print(formatLine(line));
    next = run.next;
    if (run.state !== "running") return run;
    await sleep(POLL_MS);
  }
}

function printResult(run: Run) {
  console.log("");
  for (const expectation of run.expectations) console.log(formatExpectation(expectation));
  if (run.error) console.log(`${paint("red", "✗")} ${run.error}`);
  console.log(
    run.state === "passed"
      ? paint("green", `${run.scenario}: alles wahr`)
      : paint("red", `${run.scenario}: nicht alles wahr`),
  );
}

async function play(sandboxUrl: string, scenario: Scenario, target: Target, pace: Pace): Promise<boolean> {
  console.log(`\n${scenario.title}. ${scenario.story}`);
  const run = await follow(sandboxUrl, await startRun(sandboxUrl, scenario, target, pace), console.log);
  printResult(run);
  return run.state === "passed";
}

/** Slow ones start first and are told last, so that their waiting costs nothing. */
async function playAll(sandboxUrl: string, target: Target, pace: Pace): Promise<boolean> {
  const slow = scenarios.filter((scenario) => scenario.slow);
  const waiting = await Promise.all(
    slow.map(async (scenario) => ({ scenario, id: await startRun(sandboxUrl, scenario, target, pace) })),
  );
  const results: boolean[] = [];
  for (const scenario of scenarios.filter((one) => !one.slow)) {
    results.push(await play(sandboxUrl, scenario, target, pace));
  }
  for (const { scenario, id } of waiting) {
    console.log(`\n${scenario.title}. ${scenario.story}`);
    const run = await follow(sandboxUrl, id, console.log);
    printResult(run);
    results.push(run.state === "passed");
  }
  console.log(`\n${results.filter(Boolean).length} von ${results.length} Szenarien wahr`);
  return results.every(Boolean);
}

async function main(): Promise<boolean> {
  const { values, positionals } = readArguments();
  if (values.list || positionals.length === 0) {
    printList();
    return true;
  }
  const chosen = chooseScenarios(positionals);
  const settings = readSettings();
  const demo = readDemoFile(values.demo ?? settings.demoFile);
  const target = chooseTarget(values, demo);
  if (!(await answers(target.url)))
    throw new UsageError(`Nothing answers at ${target.url}; is the app running?`);
  const sandbox = await reachSandbox(settings, demo);
  try {
    const [only] = chosen;
    if (chosen.length === 1 && only) return await play(sandbox.url, only, target, target.pace ?? "brisk");
    return await playAll(sandbox.url, target, target.pace ?? "instant");
  } finally {
    await sandbox.close();
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 2;
}
