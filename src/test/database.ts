import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { isNull } from "drizzle-orm";
import { drizzle } from "drizzle-orm/mysql2";
import { migrate } from "drizzle-orm/mysql2/migrator";
import mysql from "mysql2/promise";
import { connect, type Database } from "@/server/db";
import { events, jobRuns, jobSteps } from "@/server/db/schema";

/** Outlives the modules of one test file: the claim is the process's. */
const holder = globalThis as typeof globalThis & { __askproaiTestSlot?: number };

function baseUrl(): URL {
  const base = process.env.TEST_DATABASE_URL;
  if (!base)
    throw new Error(
      "TEST_DATABASE_URL is not set. `npm test` sets it; by hand: mysql://root@127.0.0.1:3306/askproai_test",
    );
  const url = new URL(base);
  if (!url.pathname.endsWith("_test"))
    throw new Error(`Refusing to test on "${url.pathname.slice(1)}": a test database's name ends in _test.`);
  return url;
}

/** The database that this process, or the test that started it, has claimed. */
export function workerDatabaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url || !new URL(url).pathname.endsWith("_test"))
    throw new Error("no test database was claimed: is src/test/setup.ts a setup file?");
  return url;
}

/**
 * Claims a database of its own for this process: `…/askproai_test` → `…/askproai_2_test` for number 2. The server's
 * lock ends with the connection, so with the process.
 */
export async function claimWorkerDatabase(): Promise<void> {
  if (holder.__askproaiTestSlot !== undefined) return;
  const url = baseUrl();
  const name = url.pathname.slice(1);
  url.pathname = "/";
  const connection = await mysql.createConnection({ uri: url.toString() });
  for (let slot = 1; holder.__askproaiTestSlot === undefined; slot++) {
    const [rows] = await connection.query<mysql.RowDataPacket[]>("SELECT GET_LOCK(?, 0) AS claimed", [
      `${name}_${slot}`,
    ]);
    if (rows[0]?.claimed === 1) holder.__askproaiTestSlot = slot;
  }
  url.pathname = `/${name.replace(/_test$/, `_${holder.__askproaiTestSlot}_test`)}`;
  process.env.DATABASE_URL = url.toString();
}

/** Creates the worker's database when it is missing or older than the migrations, and migrates it. */
export async function prepareWorkerDatabase(): Promise<void> {
  const url = new URL(workerDatabaseUrl());
  const name = url.pathname.slice(1);
  const stamp = createHash("sha256")
    .update(await readFile("drizzle/meta/_journal.json"))
    .update(await lastMigration())
    .digest("hex")
    .slice(0, 16);
  url.pathname = "/";
  const connection = await mysql.createConnection({
    uri: url.toString(),
    timezone: "Z",
    multipleStatements: false,
  });
  try {
    const [rows] = await connection.query<mysql.RowDataPacket[]>(
      "SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = ?",
      [name, `ready_${stamp}`],
    );
    if (rows.length > 0) return;
    await connection.query(`DROP DATABASE IF EXISTS \`${name}\``);
    await connection.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
    await connection.query(`USE \`${name}\``);
    await migrate(drizzle(connection), { migrationsFolder: "drizzle" });
    await connection.query(`CREATE TABLE ready_${stamp} (id INT)`);
  } finally {
    await connection.end();
  }
}

async function lastMigration(): Promise<string> {
  const journal = JSON.parse(await readFile("drizzle/meta/_journal.json", "utf8")) as {
    entries: { tag: string }[];
  };
  const sqls = await Promise.all(
    journal.entries.map((entry) => readFile(`drizzle/${entry.tag}.sql`, "utf8")),
  );
  return sqls.join("\n");
}

let database: Database | undefined;

/** The worker's database; isolation between tests comes from a fresh tenant each (`createTenant`). */
export function testDatabase(): Database {
  database ??= connect(workerDatabaseUrl(), 20);
  return database;
}

/** The queue belongs to the whole platform, not to a tenant: a test file begins without what earlier ones left in it. */
export async function emptyQueue(): Promise<void> {
  const db = testDatabase();
  await db.update(events).set({ dispatchedAt: new Date() }).where(isNull(events.dispatchedAt));
  await db.delete(jobSteps);
  await db.delete(jobRuns);
}
