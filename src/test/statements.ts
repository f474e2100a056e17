import { tracingChannel } from "node:diagnostics_channel";
import { separator } from "@/server/db/patient-pool";

const channels = [tracingChannel("mysql2:query"), tracingChannel("mysql2:execute")];

/**
 * The statements that `work` sends to the database, in order, `BEGIN` and `COMMIT` included, and in how many trips it
 * sends them: the same on any machine.
 */
export async function statementsOf<T>(
  work: () => Promise<T>,
): Promise<{ result: T; statements: string[]; trips: number }> {
  const sent: string[] = [];
  const listener = { start: (query: unknown) => void sent.push((query as { query: string }).query) };
  for (const { start } of channels) start.subscribe(listener.start);
  try {
    const result = await work();
    return { result, statements: sent.flatMap((text) => text.split(separator)), trips: sent.length };
  } finally {
    for (const { start } of channels) start.unsubscribe(listener.start);
  }
}
