import type { Pool, PoolConnection, QueryOptions } from "mysql2/promise";

/** Between statements that are sent together. */
export const separator = ";\n";
/** Begins a statement of which nobody needs the answer. */
export const mark = "/* later */ ";

/** Nobody needs the answer of BEGIN either. */
const canWait = (statement: string) => statement === "begin" || statement.startsWith(mark);
const noAnswer = {};

/** Gives the connections on which Drizzle runs its transactions the patience for `later` (together.ts). */
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
