import { join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/mysql2";
import { migrate } from "drizzle-orm/mysql2/migrator";
import mysql from "mysql2/promise";
import { root } from "../paths";

const migrationsFolder = join(root, "drizzle");

/** Brings the database up to date; two programs that start at once take turns. Returns how many migrations ran. */
export async function migrateDatabase(url: string): Promise<number> {
  const connection = await mysql.createConnection({ uri: url, timezone: "Z", connectTimeout: 5_000 });
  try {
    await connection.query("SELECT GET_LOCK('askproai_migrations', 120)");
    const pending = await countPending(connection);
    await migrate(drizzle(connection), { migrationsFolder });
    return pending;
  } finally {
    await connection.end();
  }
}

/** How many of ./drizzle's migrations this database has not seen. */
export async function countPendingMigrations(url: string): Promise<number> {
  const connection = await mysql.createConnection({ uri: url, timezone: "Z", connectTimeout: 5_000 });
  try {
    return await countPending(connection);
  } finally {
    await connection.end();
  }
}

async function countPending(connection: mysql.Connection): Promise<number> {
  const migrations = readMigrationFiles({ migrationsFolder });
  const [tables] = await connection.query<mysql.RowDataPacket[]>(
    "SHOW TABLES LIKE '\\_\\_drizzle\\_migrations'",
  );
  if (tables.length === 0) return migrations.length;
  const [rows] = await connection.query<mysql.RowDataPacket[]>(
    "SELECT COALESCE(MAX(created_at), 0) AS latest FROM __drizzle_migrations",
  );
  const latest = Number(rows[0]?.latest ?? 0);
  return migrations.filter((migration) => migration.folderMillis > latest).length;
}
