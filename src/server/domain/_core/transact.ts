import { setTimeout as delay } from "node:timers/promises";
import type { Database } from "@/server/db";
import { isTransient } from "@/server/db/errors";

export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/**
 * Runs `work` in one transaction (READ COMMITTED, see db/pool) and repeats it when the database itself asks for
 * that (deadlock, lock wait). `work` must take its lock first and must never speak HTTP.
 */
export async function transact<T>(
  db: Database,
  work: (tx: Transaction) => Promise<T>,
  attempts = 5,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(work);
    } catch (error) {
      if (attempt >= attempts || !isTransient(error)) throw error;
      await delay(Math.random() * 20 * 2 ** attempt);
    }
  }
}
