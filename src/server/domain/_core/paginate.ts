import { count, type SQL, sql } from "drizzle-orm";
import type { MySqlTable } from "drizzle-orm/mysql-core";
import { deepestRow, type Page, type PageRequest } from "@/contracts/pages";
import type { Queryable } from "@/server/db";

/** One row more than asked for tells whether there is another page. */
export const pageWindow = ({ page, per_page }: PageRequest) => ({
  limit: per_page + 1,
  offset: (page - 1) * per_page,
});

/** Rows were read through `pageWindow`. They are counted only where the page itself does not tell how many there are. */
export async function pageOf<Row>(
  rows: Row[],
  request: PageRequest,
  countAll: () => Promise<number | null>,
): Promise<Page<Row>> {
  const hasMore = rows.length > request.per_page;
  const isLast = !hasMore && (rows.length > 0 || request.page === 1);
  const total = isLast ? pageWindow(request).offset + rows.length : await countAll();
  return { rows: rows.slice(0, request.per_page), total, hasMore };
}

/**
 * Counts rows, but never reads more of them than the deepest page could show. `order` is that of the list: it keeps
 * the count on the list's own index, which a range of days narrows.
 */
export async function countWithinReach(
  db: Queryable,
  table: MySqlTable,
  where: SQL | undefined,
  order: SQL[],
): Promise<number | null> {
  const rows = db
    .select({ one: sql`1`.as("one") })
    .from(table)
    .where(where)
    .orderBy(...order)
    .limit(deepestRow + 1)
    .as("counted");
  const [result] = await db.select({ total: count() }).from(rows);
  const total = result?.total ?? 0;
  return total > deepestRow ? null : total;
}
