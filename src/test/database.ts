import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { isNull } from "drizzle-orm";
import { drizzle } from "drizzle-orm/mysql2";
import { migrate } from "drizzle-orm/mysql2/migrator";
import mysql from "mysql2/promise";
import { connect, type Database } from "@/server/db";
import { events, jobRuns, jobSteps } from "@/server/db/schema";

const worker = process.env.VITEST_POOL_ID ?? "1";

/** `…/askproai_test` → `…/askproai_2_test` for worker 2. Anything not named for tests is refused. */
export function workerDatabaseUrl(base: string | undefined = process.env.TEST_DATABASE_URL): string {
  if (!base)
    throw new Error(
      "TEST_DATABASE_URL is not set. `npm test` sets it; by hand: mysql://root@127.0.0.1:3306/askproai_test",
    );
  const url = new URL(base);
  const name = url.pathname.slice(1);
  if (!name.endsWith("_test"))
    throw new Error(`Refusing to test on "${name}": a test database's name ends in _test.`);
  url.pathname = `/${name.replace(/_test$/, `_${worker}_test`)}`;
  return url.toString();
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
