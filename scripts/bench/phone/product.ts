import { mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildApp } from "../../lib/build";
import { removeAtEnd, runToEnd } from "../../lib/children";
import { createDatabase, dropDatabase } from "../../lib/database/connection";
import { findDatabase } from "../../lib/database/find-database";
import { assertNotProduction, assertTestDatabase } from "../../lib/database/names";
import { appEnvironment, type DemoPlaces } from "../../lib/demo/environment";
import { prepareDemoDatabase } from "../../lib/demo/prepare-database";
import { runProduct } from "../../lib/demo/run-product";
import { type DemoSecrets, demoSecrets } from "../../lib/demo/secrets";
import { dataFolder, root } from "../../lib/paths";
import { findFreePort } from "../../lib/ports";
import { step } from "../../lib/steps";
import { startCalendarCounter } from "./calendar-counter";
import type { Statements } from "./statements";

export interface Bench {
  places: DemoPlaces;
  secrets: DemoSecrets;
  /** How many requests reached Cal.com's stand-in so far. */
  calendarRequests: () => number;
  /** Nobody else uses the database's server: its counters count us alone. */
  isAlone: boolean;
}

/** The demo's businesses on a durable server of our own, whose data goes with the program. */
export async function prepareBench(): Promise<Bench> {
  assertNotProduction("bench");
  if (process.env.DATABASE_URL) assertTestDatabase(process.env.DATABASE_URL);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(dataFolder, "bench-"));
  removeAtEnd(folder);
  const database = await step("Database", (note) =>
    findDatabase({ folder, name: "bench_phone_test", durable: true, note }),
  );
  const sandboxPort = await findFreePort();
  const calendar = await startCalendarCounter(sandboxPort);
  const places = { folder, databaseUrl: database.url, port: await findFreePort(), sandboxPort };
  const secrets = demoSecrets(folder);
  await dropDatabase(database.url);
  await createDatabase(database.url);
  await prepareDemoDatabase(database.url, secrets, `http://localhost:${calendar.port}/calcom/v2`);
  return { places, secrets, calendarRequests: calendar.count, isAlone: database.isOurs };
}

/** The app as built for production, started as `npm start` does, with the stand-ins beside it. */
export async function startBenchApp({ places, secrets }: Bench): Promise<void> {
  await step("Build", async (note) => note((await buildApp(".next")) ? "done" : "unchanged"));
  await runProduct({ places, secrets, mode: "start", distFolder: ".next" });
}

/** Before the app runs, because its jobs use the database too. */
export async function countStatements(
  { places, secrets }: Bench,
  line: { toNumber: string; service: string },
): Promise<Statements[]> {
  const log = join(places.folder, "statements.json");
  const program = join(root, "scripts/bench/phone/statements.ts");
  const code = await runToEnd(process.execPath, ["--import", "tsx", program, JSON.stringify(line)], {
    cwd: root,
    env: { ...process.env, ...appEnvironment(places, secrets), LOG_LEVEL: "silent" },
    log,
  });
  const output = readFileSync(log, "utf8");
  if (code !== 0) throw new Error(`the statements could not be counted:\n${output}`);
  return JSON.parse(output) as Statements[];
}
