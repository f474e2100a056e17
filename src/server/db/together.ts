import { type SQL, sql } from "drizzle-orm";
import type { Pool, PoolConnection, QueryOptions, ResultSetHeader } from "mysql2/promise";
import type { Queryable } from ".";

/** Between statements that are sent together. */
export const separator = ";\n";

/** Sends statements that change something in one trip. They run in order, and after one that fails none. */
export async function together(db: Queryable, statements: readonly SQL[]): Promise<ResultSetHeader[]> {
  const [answers] = await db.execute(sql.join([...statements], sql.raw(separator)));
  return Array.isArray(answers) ? answers : [answers];
}

const mark = "/* later */ ";

/**
 * A statement of which nobody needs the answer. In a transaction it waits for the next one, COMMIT at the latest, and
 * goes with it: a trip less to the database. If it fails, the next one fails with its error.
 */
export const later = (statement: SQL) => sql`${sql.raw(mark)}${statement}`;

/** Nobody needs the answer of BEGIN either. */
const canWait = (statement: string) => statement === "begin" || statement.startsWith(mark);
const noAnswer = {};

/** Gives the connections on which Drizzle runs its transactions the patience for `later`. */
export function sendTogether(pool: Pool): Pool {
  const getConnection = pool.getConnection.bind(pool);
  return Object.assign(pool, { getConnection: async () => patient(await getConnection()) });
}

function patient(connection: PoolConnection): PoolConnection {
  const send = connection.query.bind(connection);
  let waiting: string[] = [];
  const query = async (options: QueryOptions, values?: unknown[]) => {
    const statement = connection.format(options.sql, values);
    if (canWait(statement)) {
      waiting.push(statement);
      return [noAnswer, undefined];
    }
    const first = statement === "rollback" ? [] : waiting;
    waiting = [];
    const [answers, fields] = await send({ ...options, sql: [...first, statement].join(separator) });
    if (first.length === 0) return [answers, fields];
    const own = [answers, fields].map((each) => (each as unknown[]).slice(first.length));
    return own.map((each) => (each.length > 1 ? each : each[0]));
  };
  return Object.assign(connection, { query });
}
