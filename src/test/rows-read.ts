import type { RowDataPacket } from "mysql2";
import { connect, type Database } from "@/server/db";
import { workerDatabaseUrl } from "./database";

/**
 * Runs `work`, which only reads, on a connection of its own and counts the rows the database touched for it
 * (`Handler_read_%`): the same on any machine, however busy. It runs twice: a table that MySQL has to open first costs
 * rows of its dictionary. Queries that `work` asks at once wait for each other.
 */
export async function countRowsRead<T>(
  work: (db: Database) => Promise<T>,
): Promise<{ result: T; rowsRead: number }> {
  const db = connect(workerDatabaseUrl(), 1);
  const touched = async () => {
    const [rows] = await db.$client.query<RowDataPacket[]>("SHOW SESSION STATUS LIKE 'Handler_read_%'");
    return rows.reduce((sum, row) => sum + Number(row.Value), 0);
  };
  try {
    await work(db);
    await touched();
    // Asking counts, too.
    const ofAsking = -(await touched()) + (await touched());
    const before = await touched();
    const result = await work(db);
    return { result, rowsRead: (await touched()) - before - ofAsking };
  } finally {
    await db.$client.end();
  }
}

/** What a list may cost: three rows for each it shows, and ten to find its place. */
export const rowsAllowed = (shown: number) => 3 * shown + 10;
