import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { minuteMs } from "@/lib/calendar-time";
import { connect } from "@/server/db";
import { runProgram } from "./lib/program";
import { Sentence } from "./lib/sentence";
import { seesPlantedOverlap } from "./prove/controls/plant-overlap";
import { runControls } from "./prove/controls/run-controls";
import { prepareDatabases } from "./prove/database";
import { race } from "./prove/race";
import {
  cellTable,
  complaints,
  controlTable,
  judge,
  type Proof,
  raceLine,
  throughputLine,
} from "./prove/report";
import { type CellPlan, type CellResult, runCell } from "./prove/run-cell";
import { measureThroughput } from "./prove/throughput";

const quickCells: Omit<CellPlan, "attempts">[] = [
  { workers: 16, processes: 1, spread: "hot" },
  { workers: 64, processes: 1, spread: "spread" },
  { workers: 64, processes: 3, spread: "hot" },
];
const fullCells = [16, 64].flatMap((workers) =>
  [1, 3].flatMap((processes) =>
    (["hot", "spread"] as const).map((spread) => ({ workers, processes, spread })),
  ),
);

/** As seen on four cores: attempts a second alone and beside other work, and minutes for all but the attempts. */
const attemptsPerSecond = { quiet: 500, busy: 150 };
const besidesMinutes = { quick: 0.5, full: 4 };

/**
 * `npm run prove:booking`: shows that nobody is ever booked twice, and that it would see it if they were.
 * `-- --full` tries 50,000 times in each of its eight cells, `--attempts` so often in each, `--seed` repeats a run's
 * wishes, `--json` is for programs. Exit code 0 only if proven.
 */
await runProgram(async () => {
  const { full, json, ...rest } = readOptions();
  const seed = rest.seed ?? randomInt(1_000_000);
  const attempts = rest.attempts ?? (full ? 50_000 : 250);
  const say = (text: string) => json || process.stdout.write(`${text}\n`);

  const { server, folder, url, controlUrl } = await prepareDatabases();
  const plans = full ? fullCells : quickCells;
  say(`${server}; seed ${seed}; ${attempts} attempts in each of ${plans.length} cells`);
  say(`${minutesFor(plans.length * attempts, full)} on four cores\n`);
  const db = connect(url, 72);
  const cells: CellResult[] = [];
  const began = Date.now();
  for (const [index, cell] of plans.entries()) {
    const started = Date.now();
    const result = await runCell({ ...cell, attempts }, { db, databaseUrl: url, seed, folder }, index);
    cells.push(result);
    say(`${result.proven ? "✓" : "✗"} ${result.name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    if (full) {
      const left = ((Date.now() - began) / cells.length) * (plans.length - cells.length);
      say(`  about ${Math.ceil(left / minuteMs + besidesMinutes.full)} minutes to go`);
    }
  }
  const rounds = full ? { pairs: 9, roundMs: 2_000, batch: 240 } : { pairs: 3, roundMs: 100, batch: 64 };
  const proof: Proof = {
    server,
    seed,
    cells,
    race: await race(db, full ? 40 : 5),
    seesPlantedOverlap: await seesPlantedOverlap(controlUrl),
    controls: await runControls(controlUrl),
    throughput: [
      ...(await measureThroughput(url, seed, { spread: "hot", ...rounds })),
      ...(await measureThroughput(url, seed, { spread: "spread", ...rounds })),
    ],
  };
  await db.$client.end();

  const verdict = judge(proof);
  say(
    ["", cellTable(cells), ...complaints(cells), "", raceLine(proof.race), ...proof.race.errors].join("\n"),
  );
  say(`\n${controlTable(proof.controls)}`);
  say(["", ...proof.throughput.map(throughputLine), "", verdict.sentence].join("\n"));
  if (json) process.stdout.write(`${JSON.stringify({ ...verdict, ...proof }, null, 2)}\n`);
  return verdict.proven ? 0 : 1;
});

function minutesFor(attempts: number, full: boolean): string {
  const besides = full ? besidesMinutes.full : besidesMinutes.quick;
  const [least, most] = [attemptsPerSecond.quiet, attemptsPerSecond.busy].map((pace) =>
    Math.ceil(attempts / pace / 60 + besides),
  );
  if (least === most) return least === 1 ? "About a minute" : `About ${least} minutes`;
  return `${least} to ${most} minutes`;
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      full: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      seed: { type: "string" },
      attempts: { type: "string" },
    },
  });
  const number = (name: "seed" | "attempts", least: number) => {
    const text = values[name];
    if (text === undefined) return undefined;
    if (!/^\d{1,9}$/.test(text) || Number(text) < least)
      throw new Sentence(`--${name} must be a whole number from ${least} on.`);
    return Number(text);
  };
  return { ...values, seed: number("seed", 0), attempts: number("attempts", 50) };
}
