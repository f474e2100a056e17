import { randomBytes, randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { connect } from "@/server/db";
import { runProgram } from "./lib/program";
import { Sentence } from "./lib/sentence";
import { runControls } from "./prove/calcom/controls";
import { countSteps, operations, runKill } from "./prove/calcom/kills";
import { measureLimit } from "./prove/calcom/limit";
import { type FaultName, faults, runMatrixCell, type Step, steps } from "./prove/calcom/matrix";
import { type CalcomProof, judge, matrixTable, summary } from "./prove/calcom/report";
import { runSchedule } from "./prove/calcom/schedules";
import { sideBySide } from "./prove/calcom/side-by-side";
import { prepareDatabases } from "./prove/database";
import { randomFrom } from "./prove/random";

/**
 * `npm run prove:calcom`: every fault at every step, random schedules, kill -9 between any two steps and several
 * processes with one key; afterwards both calendars agree, or it says where not. `-- --full` does all of it and more
 * often, `--seed` repeats a run's choices, `--json` is for programs. Exit code 0 only if proven.
 */
await runProgram(async () => {
  const { values } = parseArgs({
    options: {
      full: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      seed: { type: "string" },
    },
  });
  const { full, json } = values;
  if (values.seed !== undefined && !/^\d{1,9}$/.test(values.seed))
    throw new Sentence("--seed must be a whole number.");
  const seed = values.seed === undefined ? randomInt(1_000_000) : Number(values.seed);
  const say = (text: string) => json || process.stdout.write(`${text}\n`);

  const { server, url } = await prepareDatabases("prove:calcom");
  prepareEnvironment(url);
  say(`${server}; seed ${seed}\n`);
  const db = connect(url, 40);
  const time = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const began = Date.now();
    const result = await work();
    say(`… ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    return result;
  };

  const controls = await time("controls", () => runControls(db));
  const cells = (Object.keys(steps) as Step[]).flatMap((step) =>
    (Object.keys(faults) as FaultName[]).flatMap((fault) =>
      Array.from({ length: full ? 3 : 1 }, () => ({ step, fault })),
    ),
  );
  const matrix = await time(`${cells.length} cells of the fault matrix`, () =>
    sideBySide([...cells.entries()], 8, ([index, { step, fault }]) =>
      runMatrixCell(db, step, fault, randomFrom(seed, index)),
    ),
  );
  const schedules = await time("random schedules", () =>
    sideBySide([...Array(full ? 60 : 8).keys()], 6, (index) => runSchedule(db, seed + index, full ? 60 : 40)),
  );
  const kills = await time("kill -9", async () => {
    const counted = await sideBySide(operations, 3, (operation) => countSteps(db, url, operation));
    const all = operations.flatMap((operation, index) =>
      Array.from({ length: counted[index] ?? 0 }, (_, step) => ({ operation, dieBefore: step + 1 })),
    );
    const chosen = full ? all : all.filter((_, index) => index % 4 === seed % 4);
    const results = await sideBySide(chosen, 4, ({ operation, dieBefore }) =>
      runKill(db, url, operation, dieBefore),
    );
    return { places: all.length, results };
  });
  const limit = await time("three processes with one key", () => measureLimit(db, url, full ? 75 : 12));
  await db.$client.end();

  const proof: CalcomProof = { server, seed, controls, matrix, schedules, kills, limit };
  const verdict = judge(proof);
  say(`\n${matrixTable(matrix)}\n\n${summary(proof)}\n\n${verdict.sentence}`);
  if (json) process.stdout.write(`${JSON.stringify({ ...verdict, ...proof }, null, 2)}\n`);
  return verdict.proven ? 0 : 1;
});

/** The product's configuration, made up for this run; processes that are started inherit it. */
function prepareEnvironment(databaseUrl: string): void {
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: randomBytes(32).toString("hex"),
    ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    CALCOM_WEBHOOK_SECRET: randomBytes(24).toString("hex"),
  });
}
