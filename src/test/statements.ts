import { tracingChannel } from "node:diagnostics_channel";

const channels = [tracingChannel("mysql2:query"), tracingChannel("mysql2:execute")];

/** The statements that `work` sends to the database, in order, `BEGIN` and `COMMIT` included: the same on any machine. */
export async function statementsOf<T>(work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = [];
  const listener = { start: (sent: unknown) => void statements.push((sent as { query: string }).query) };
  for (const { start } of channels) start.subscribe(listener.start);
  try {
    return { result: await work(), statements };
  } finally {
    for (const { start } of channels) start.unsubscribe(listener.start);
  }
}
