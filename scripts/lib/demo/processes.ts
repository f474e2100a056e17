import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startChild } from "../children";
import { gatewayProgram } from "../gateway-program";
import { root } from "../paths";
import { end, isEnding } from "../program";
import { Sentence } from "../sentence";

const patienceMs = 90_000;

interface StartOptions {
  /** Added to our own environment. */
  environment: Record<string, string>;
  /** Where its output goes; without it, to the terminal. */
  log?: string;
}

interface AppOptions extends StartOptions {
  mode: "start" | "dev";
  port: number;
}

/** Production as `npm start` runs it, or Next alone, which follows every change. */
async function startApp({ mode, port, environment, log }: AppOptions): Promise<ChildProcess> {
  const nodeEnv = mode === "start" ? "production" : "development";
  const next = join(root, "node_modules/next/dist/bin/next");
  const program =
    mode === "start"
      ? await gatewayProgram()
      : [next, mode, "--port", String(port), "--hostname", "127.0.0.1"];
  return startChild(process.execPath, program, {
    cwd: root,
    env: { ...process.env, ...environment, NODE_ENV: nodeEnv, NEXT_TELEMETRY_DISABLED: "1" },
    log,
  });
}

/** Starts the stand-ins for the vendors and waits until they answer. */
export async function startSandbox(port: number, { environment, log }: StartOptions): Promise<void> {
  const child = startChild(process.execPath, ["--import", "tsx", join(root, "src/sandbox/main.ts")], {
    cwd: root,
    env: { ...process.env, ...environment },
    log,
  });
  await untilAnswering("The stand-ins", child, `http://127.0.0.1:${port}/control/scenarios`, log);
  child.once("exit", () => void giveUp("The stand-ins ended unexpectedly", log));
}

/** Starts the app, waits until it is healthy, and from then on brings it back when it dies, unless it keeps dying. */
export async function runApp(options: AppOptions, earlierDeaths: number[] = []): Promise<void> {
  const child = await startApp(options);
  await untilAnswering("The app", child, `http://127.0.0.1:${options.port}/api/health`, options.log);
  child.once("exit", async (code, signal) => {
    if (isEnding()) return;
    const deaths = [...earlierDeaths, Date.now()].filter((death) => death > Date.now() - 60_000);
    if (deaths.length > 3) return giveUp("The app keeps dying", options.log);
    process.stdout.write(`! The app ended (${signal ?? `exit code ${code}`}); starting it again\n`);
    await runApp(options, deaths).catch((error: Error) => giveUp(error.message, undefined));
  });
}

async function giveUp(what: string, log: string | undefined): Promise<void> {
  if (isEnding()) return;
  process.stderr.write(`✗ ${what}${tail(log)}\n`);
  await end(1);
}

async function untilAnswering(what: string, child: ChildProcess, url: string, log?: string): Promise<void> {
  const deadline = Date.now() + patienceMs;
  let answer = "no answer";
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
      throw new Sentence(`${what} could not be started${tail(log)}`);
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
      answer = `status ${response.status}`;
    } catch {
      // Not listening yet.
    }
    await sleep(100);
  }
  throw new Sentence(`${what} did not become ready within ${patienceMs / 1000} s (${answer})${tail(log)}`);
}

/** The end of a log, which says more than any sentence of ours. */
function tail(log: string | undefined): string {
  if (!log) return ".";
  const lines = readFileSync(log, "utf8").trim().split("\n").slice(-15).join("\n");
  return ` (${log}):\n${lines}`;
}
