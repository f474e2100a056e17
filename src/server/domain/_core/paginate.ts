import { count, type SQL, sql } from "drizzle-orm";
import type { MySqlTable } from "drizzle-orm/mysql-core";
import { deepestRow, type Page, type PageRequest } from "@/contracts/pages";
import type { Queryable } from "@/server/db";

/** One row more than asked for tells whether there is another page. */
export const pageWindow = ({ page, per_page }: PageRequest) => ({
  limit: per_page + 1,
  offset: (page - 1) * per_page,
});

/** Counts rows, but never reads more of them than the deepest page could show. */
export async function countWithinReach(
  db: Queryable,
  table: MySqlTable,
  where: SQL | undefined,
): Promise<number | null> {
  const rows = db
    .select({ one: sql`1`.as("one") })
    .from(table)
    .where(where)
    .limit(deepestRow + 1)
    .as("counted");
  const [result] = await db.select({ total: count() }).from(rows);
  const total = result?.total ?? 0;
  return total > deepestRow ? null : total;
}

export function pageOf<Row>(rows: Row[], total: number | null, { per_page }: PageRequest): Page<Row> {
  return { rows: rows.slice(0, per_page), total, hasMore: rows.length > per_page };
}
