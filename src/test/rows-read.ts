import type { RowDataPacket } from "mysql2";
import { connect, type Database } from "@/server/db";
import { workerDatabaseUrl } from "./database";

/**
 * Runs `work`, which only reads, on a connection of its own and counts the rows the database touched for it
 * (`Handler_read_%`, and where MariaDB tells it, entries of an index that it tried in vain): the same on any machine,
 * however busy. It runs twice: a table that MySQL has to open first costs
 * rows of its dictionary. Queries that `work` asks at once wait for each other.
 */
export async function countRowsRead<T>(
  work: (db: Database) => Promise<T>,
): Promise<{ result: T; rowsRead: number }> {
  const db = connect(workerDatabaseUrl(), 1);
  const touched = async () => {
    const [rows] = await db.$client.query<RowDataPacket[]>("SHOW SESSION STATUS LIKE 'Handler_%'");
    const counters = new Map(rows.map(({ Variable_name: name, Value: value }) => [name, Number(value)]));
    const read = [...counters].filter(([name]) => name.startsWith("Handler_read_"));
    const counted = (name: string) => counters.get(name) ?? 0;
    return (
      read.reduce((sum, [, value]) => sum + value, 0) +
      counted("Handler_icp_attempts") -
      counted("Handler_icp_match")
    );
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
