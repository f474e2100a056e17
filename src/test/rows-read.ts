import type { RowDataPacket } from "mysql2";
import { connect, type Database } from "@/server/db";
import { workerDatabaseUrl } from "./database";

/**
 * Runs `work`, which only reads, on a connection of its own and counts the rows the database touched for it
 * (`Handler_read_%`): the same on any machine, however busy. It runs twice: a table that MySQL has to open first costs
 * rows of its dictionary. Queries that `work` asks at once wait for each other. `triedInVain` are entries of an index
 * that were looked at for nothing, as far as the database tells it: MariaDB does.
 */
export async function countRowsRead<T>(
  work: (db: Database) => Promise<T>,
): Promise<{ result: T; rowsRead: number; triedInVain: number }> {
  const db = connect(workerDatabaseUrl(), 1);
  const touched = async () => {
    const [rows] = await db.$client.query<RowDataPacket[]>("SHOW SESSION STATUS LIKE 'Handler_%'");
    const sum = (names: RegExp) =>
      rows.reduce((total, row) => total + (names.test(row.Variable_name) ? Number(row.Value) : 0), 0);
    return {
      read: sum(/^Handler_read_/),
      inVain: sum(/^Handler_icp_attempts$/) - sum(/^Handler_icp_match$/),
    };
  };
  try {
    await work(db);
    await touched();
    // Asking counts, too.
    const ofAsking = -(await touched()).read + (await touched()).read;
    const before = await touched();
    const result = await work(db);
    const after = await touched();
    return {
      result,
      rowsRead: after.read - before.read - ofAsking,
      triedInVain: after.inVain - before.inVain,
    };
  } finally {
    await db.$client.end();
  }
}

/** What a list may cost: three rows for each it shows, and ten to find its place. */
export const rowsAllowed = (shown: number) => 3 * shown + 10;
