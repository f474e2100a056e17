import type { ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "@/server/db";
import { startChild } from "../lib/children";
import { root } from "../lib/paths";
import { check, countOverlaps, type Findings } from "./checker";
import { type Entry, readJournal } from "./journal";
import type { WorkerPlan } from "./worker-process";
import { createWorld, type Spread } from "./world";

export interface CellPlan {
  workers: number;
  processes: number;
  spread: Spread;
  attempts: number;
}

export interface CellResult extends CellPlan {
  name: string;
  booked: number;
  moved: number;
  cancelled: number;
  /** Made or moved at Cal.com. */
  outside: number;
  /** Times kept for a call, and series booked at once. */
  held: number;
  series: number;
  refused: number;
  errors: number;
  /** What the errors said, each once. */
  messages: string[];
  findings: Findings;
  proven: boolean;
}

interface Surroundings {
  db: Database;
  databaseUrl: string;
  seed: number;
  /** For the journals. */
  folder: string;
}

/**
 * One mixture of workers, processes and contention on a business of its own. Halfway the first process is killed
 * with -9 and another one takes over, as after a crash.
 */
export async function runCell(plan: CellPlan, around: Surroundings, index: number): Promise<CellResult> {
  const world = await createWorld(around.db, plan.spread);
  const journals: string[] = [];
  let killedWorkers = 0;
  let overlapsMidway = 0;

  const startWorker = (attempts: number, workers: number) => {
    const journalFile = join(around.folder, `${index}-${journals.length}.jsonl`);
    const seeds = [around.seed, index, journals.push(journalFile)];
    const worker: WorkerPlan = { world, attempts, workers, seeds, journalFile };
    const child = startChild(
      process.execPath,
      ["--import", "tsx", join(root, "scripts/prove/worker-process.ts"), JSON.stringify(worker)],
      { cwd: root, env: { ...process.env, DATABASE_URL: around.databaseUrl, LOG_LEVEL: "silent" } },
    );
    return { child, journalFile, ended: untilEnd(child) };
  };

  const shares = divide(plan.workers, plan.processes);
  const quotas = divide(plan.attempts, plan.processes);
  await Promise.all(
    shares.map(async (workers, process) => {
      const attempts = quotas[process] ?? 0;
      const first = startWorker(attempts, workers);
      if (process > 0) return requireSuccess(await first.ended);
      while (first.child.exitCode === null && countLines(first.journalFile) < attempts / 2) await sleep(50);
      first.child.kill("SIGKILL");
      killedWorkers = workers;
      await first.ended;
      overlapsMidway = await countOverlaps(around.db, world.tenantId);
      const second = startWorker(attempts - countLines(first.journalFile), workers);
      requireSuccess(await second.ended);
    }),
  );

  const entries = journals.flatMap(readJournal);
  const findings = await check(around.db, world.tenantId, entries);
  findings.overlaps = Math.max(findings.overlaps, overlapsMidway);
  return summarise(plan, entries, findings, killedWorkers);
}

function summarise(plan: CellPlan, entries: Entry[], findings: Findings, killedWorkers: number): CellResult {
  const done = (operation: Entry["operation"]) =>
    entries.filter((entry) => entry.operation === operation && entry.outcome === "done").length;
  const failed = entries.filter(({ outcome }) => outcome === "error");
  const { workers, processes, spread } = plan;
  const wrong =
    findings.overlaps +
    findings.overlapsInLog.length +
    findings.stolen.length +
    findings.cells.length +
    findings.disagreements.length;
  return {
    ...plan,
    name: `${workers} workers, ${processes} ${processes === 1 ? "process" : "processes"}, ${spread}`,
    attempts: entries.length,
    booked: done("book"),
    moved: done("move"),
    cancelled: done("cancel"),
    outside: done("outside"),
    held: entries.flatMap((entry) => entry.held ?? []).length,
    series: done("series"),
    refused: entries.filter(({ outcome }) => outcome === "refused").length,
    errors: failed.length,
    messages: [...new Set(failed.map(({ operation, reason }) => `${operation}: ${reason}`))].slice(0, 5),
    findings,
    // A killed worker takes one untold outcome with it, at Cal.com two, of a series three.
    proven: wrong === 0 && failed.length === 0 && findings.untold <= 3 * killedWorkers,
  };
}

/** Ten things over three takers: 4, 3, 3. */
const divide = (things: number, takers: number) =>
  Array.from({ length: takers }, (_, i) => Math.floor(things / takers) + (i < things % takers ? 1 : 0));

const countLines = (file: string) =>
  existsSync(file) ? readFileSync(file, "utf8").split("\n").length - 1 : 0;

const untilEnd = (child: ChildProcess) =>
  new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });

function requireSuccess(code: number | null): void {
  if (code !== 0) throw new Error(`a worker process ended with ${code}`);
}
