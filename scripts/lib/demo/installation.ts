import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { removeDockerServer } from "../database/docker-server";
import { type FoundDatabase, findDatabase } from "../database/find-database";
import { assertNotProduction } from "../database/names";
import { endAbandonedServer } from "../database/private-server";
import { dataFolder } from "../paths";
import { findFreePort, isPortFree } from "../ports";
import { Sentence } from "../sentence";
import { step } from "../steps";
import type { DemoPlaces } from "./environment";

const databaseFolder = join(dataFolder, "database");
const portsFile = join(dataFolder, "ports.json");

/** Forgets the demo: its data, its secrets and what the stand-ins remember. Never anybody else's database. */
export async function resetDemo(): Promise<void> {
  assertNotProduction("--reset");
  if (process.env.DATABASE_URL)
    throw new Sentence(
      "--reset is refused: DATABASE_URL names a database that is not the demo's own; empty it yourself.",
    );
  if (!(await endAbandonedServer(databaseFolder)))
    throw new Sentence("The demo is still running: end it with Ctrl-C, then start over.");
  await removeDockerServer(databaseFolder);
  for (const name of ["database", "sandbox", "demo.json", "demo.env", "demo-secrets.json", "ports.json"])
    rmSync(join(dataFolder, name), { recursive: true, force: true });
}

/** Where this installation's demo lives; ports stay the same from one start to the next where they can. */
export async function findDemoPlaces(port: number): Promise<DemoPlaces & FoundDatabase> {
  if (!(await isPortFree(port)))
    throw new Sentence(
      `Port ${port} is taken: end the program that uses it, or choose another with -- --port 4000.`,
    );
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const database = await step("Database", (note) =>
    findDatabase({ folder: databaseFolder, name: "askproai_demo", durable: true, note }),
  );
  const known = existsSync(portsFile) ? JSON.parse(readFileSync(portsFile, "utf8")) : {};
  const sandboxPort = await findFreePort(known.sandboxPort);
  writeFileSync(portsFile, JSON.stringify({ sandboxPort }));
  return { ...database, folder: dataFolder, databaseUrl: database.url, port, sandboxPort };
}
