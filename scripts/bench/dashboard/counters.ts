import { sql } from "drizzle-orm";
import type { Database } from "@/server/db";

export interface Touched {
  /** Rows the database read for it, by its own count (`Handler_read_…`), and entries of an index that MariaDB tried in vain. */
  rows: number;
  queries: number;
}

async function read(db: Database): Promise<Touched> {
  const [status] = await db.execute(
    sql`show session status where variable_name like 'Handler\_read\_%' or variable_name in ('Handler_icp_attempts', 'Handler_icp_match', 'Questions')`,
  );
  const counters = status as unknown as { Variable_name: string; Value: string }[];
  const sum = (matching: (name: string) => boolean) =>
    counters
      .filter(({ Variable_name: name }) => matching(name))
      .reduce((total, { Value: value }) => total + Number(value), 0);
  return {
    rows:
      sum((name) => name.startsWith("Handler_read_")) +
      sum((name) => name === "Handler_icp_attempts") -
      sum((name) => name === "Handler_icp_match"),
    queries: sum((name) => name === "Questions"),
  };
}

/** What `work` touches. `db` must have one connection only: the counters are the connection's. */
export async function touchedBy<T>(db: Database, work: () => Promise<T>): Promise<Touched & { result: T }> {
  const own = await between(db, async () => {});
  const { result, ...touched } = await between(db, work);
  return { result, rows: touched.rows - own.rows, queries: touched.queries - own.queries };
}

async function between<T>(db: Database, work: () => Promise<T>) {
  const before = await read(db);
  const result = await work();
  const after = await read(db);
  return { result, rows: after.rows - before.rows, queries: after.queries - before.queries };
}
