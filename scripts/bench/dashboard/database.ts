import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { removeAtEnd } from "../../lib/children";
import { createDatabase, dropDatabase } from "../../lib/database/connection";
import { findDatabase } from "../../lib/database/find-database";
import { migrateDatabase } from "../../lib/database/migrations";
import { assertNotProduction, assertTestDatabase } from "../../lib/database/names";
import { dataFolder } from "../../lib/paths";
import { derive } from "./derive";
import { seed, seededCalls } from "./seed";

interface BenchOptions {
  calls: number;
  /** Fills again what is there. */
  fresh: boolean;
  say: (text: string) => void;
}

/** A filled server of our own whose data goes with the program, or DATABASE_URL, which keeps it for the next run. */
export async function prepareDatabase({ calls, fresh, say }: BenchOptions) {
  assertNotProduction("bench:dashboard");
  if (process.env.DATABASE_URL) assertTestDatabase(process.env.DATABASE_URL);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(dataFolder, "bench-"));
  removeAtEnd(folder);
  let server = "";
  const { url } = await findDatabase({
    folder,
    name: "bench_test",
    durable: false,
    note: (text) => {
      server = text;
    },
  });
  await createDatabase(url);
  if (fresh || (await seededCalls(url)) !== calls) {
    await dropDatabase(url);
    await createDatabase(url);
    await migrateDatabase(url);
    await timed("filled", say, () => seed(url, calls, say));
    await timed("counted and indexed", say, () => derive(url));
  }
  return { server, url };
}

async function timed(what: string, say: (text: string) => void, work: () => Promise<void>): Promise<void> {
  const started = Date.now();
  await work();
  say(`✓ ${what} in ${((Date.now() - started) / 1000).toFixed(0)} s`);
}
