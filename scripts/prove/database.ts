import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { removeAtEnd } from "../lib/children";
import { createDatabase, dropDatabase } from "../lib/database/connection";
import { findDatabase } from "../lib/database/find-database";
import { migrateDatabase } from "../lib/database/migrations";
import {
  assertNotProduction,
  assertTestDatabase,
  databaseName,
  withDatabaseName,
} from "../lib/database/names";
import { dataFolder } from "../lib/paths";

export interface ProofDatabases {
  /** "MariaDB 10.11.14, private" */
  server: string;
  /** For files that go with the program. */
  folder: string;
  url: string;
  /** Where the controls may do as they like. */
  controlUrl: string;
}

/** A server of our own whose data goes with the program, or DATABASE_URL if its name ends in _test. */
export async function prepareDatabases(program = "prove:booking"): Promise<ProofDatabases> {
  assertNotProduction(program);
  if (process.env.DATABASE_URL) assertTestDatabase(process.env.DATABASE_URL);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(dataFolder, "prove-"));
  removeAtEnd(folder);
  let server = "";
  const note = (text: string) => {
    server = text;
  };
  const { url } = await findDatabase({ folder, name: "prove_test", durable: false, note });
  const controlUrl = withDatabaseName(url, databaseName(url).replace(/_test$/, "_control_test"));
  for (const each of [url, controlUrl]) {
    assertTestDatabase(each);
    await dropDatabase(each);
    await createDatabase(each);
    await migrateDatabase(each);
  }
  return { server, folder, url, controlUrl };
}
