import { drizzle, type MySql2Database } from "drizzle-orm/mysql2";
import type { Pool } from "mysql2/promise";
import { env } from "@/env";
import { createPool } from "./pool";

export type Database = MySql2Database & { $client: Pool };
/** What a query needs: the pool, or a transaction that is already open. */
export type Queryable = Database | Parameters<Parameters<Database["transaction"]>[0]>[0];

const holder = globalThis as typeof globalThis & { __askproaiDatabase?: Database };

/** The process-wide database. Kept on globalThis, or every hot reload would open another pool. */
export function getDatabase(): Database {
  holder.__askproaiDatabase ??= connect(env.DATABASE_URL, env.DATABASE_POOL_SIZE);
  return holder.__askproaiDatabase;
}

export function connect(url: string, poolSize: number): Database {
  // Without the schema: for relational queries, which we do not use, each transaction would build an object per table.
  return drizzle(createPool(url, poolSize));
}
