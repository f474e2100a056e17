import { type SQL, sql } from "drizzle-orm";
import type { ResultSetHeader } from "mysql2/promise";
import type { Queryable } from ".";
import { mark, separator } from "./patient-pool";

/** Sends statements that change something in one trip. They run in order, and after one that fails none. */
export async function together(db: Queryable, statements: readonly SQL[]): Promise<ResultSetHeader[]> {
  const [answers] = await db.execute(sql.join([...statements], sql.raw(separator)));
  return Array.isArray(answers) ? answers : [answers];
}

/**
 * A statement of which nobody needs the answer. In a transaction it waits for the next one, COMMIT at the latest, and
 * goes with it: a trip less to the database. If it fails, the next one fails with its error.
 */
export const later = (statement: SQL) => sql`${sql.raw(mark)}${statement}`;
