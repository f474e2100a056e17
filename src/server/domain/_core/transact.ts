import { setTimeout as delay } from "node:timers/promises";
import { MySqlTransaction } from "drizzle-orm/mysql-core";
import type { Database } from "@/server/db";
import { isTransient } from "@/server/db/errors";

export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/**
 * Runs `work` in one transaction (READ COMMITTED, see db/pool) and repeats it when the database itself asks for
 * that (deadlock, lock wait). `work` must take its lock first and must never speak HTTP. Called `within` a transaction
 * it is part of it: whoever opened that one commits and repeats.
 */
export async function transact<T>(
  db: Database,
  work: (tx: Transaction) => Promise<T>,
  attempts = 5,
): Promise<T> {
  if (db instanceof MySqlTransaction) return work(db);
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(work);
    } catch (error) {
      if (attempt >= attempts || !isTransient(error)) throw error;
      await delay(Math.random() * 20 * 2 ** attempt);
    }
  }
}
