import { setTimeout as delay } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Database } from "@/server/db";

/** Until so many transactions of this database wait for a lock. InnoDB lists them anew only for who has not asked for 100 ms. */
export async function untilWaiting(db: Database, count: number): Promise<void> {
  const [rows] = await db.execute(sql`SELECT COUNT(*) AS n FROM information_schema.innodb_trx t
    JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
    WHERE t.trx_state = 'LOCK WAIT' AND p.db = DATABASE()`);
  if (Number((rows as unknown as { n: number }[])[0]?.n) >= count) return;
  await delay(150);
  await untilWaiting(db, count);
}
