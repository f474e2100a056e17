import { and, asc, desc, eq, like, type SQL, sql } from "drizzle-orm";
import { type TenantList, tenantList } from "@/contracts/platform";
import { calls, tenants } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { beyond } from "../_core/keyset";
import { requirePermission } from "../_core/permissions";
import { readCursor, turnPage } from "../_core/turn-page";

const pageRows = 50;
/** A search looks through so many businesses, and no further. */
const searchReach = 5_000;

/**
 * The last call of the business in the row; backwards on its index, so that it costs a row or two, and said aloud: the
 * optimizer likes shorter ones, and sorts all calls of every business. One `sql` within the
 * other, because of columns that stand directly in a selection from one table Drizzle drops the table's name.
 */
const lastCallAt = sql`${sql`(
  select ${calls.startTimestamp} from ${calls} force index (calls_start_ix) where ${calls.tenantId} = ${tenants.id}
  order by ${calls.startTimestamp} desc, ${calls.id} desc limit 1
)`}`
  .mapWith(calls.startTimestamp)
  .as("last_call_at") as SQL.Aliased<Date | null>;

const columns = {
  id: tenants.id,
  slug: tenants.slug,
  name: tenants.name,
  kind: tenants.kind,
  status: tenants.status,
  balanceCents: tenants.balanceCents,
  timeZone: tenants.timeZone,
  lastCallAt,
};

/** Businesses by name, a page at a time; a search answers on one page, with what has the words in its name or slug. */
export async function listTenants(ctx: PlatformContext, input: TenantList) {
  requirePermission(ctx, "platform:admin");
  const { search, status, cursor } = tenantList.parse(input);
  const has = status && eq(tenants.status, status);
  if (search) return { rows: await findTenants(ctx, search, has), previous: null, next: null };
  const { key, backwards } = readCursor(cursor);
  const position = key === undefined ? undefined : await findPosition(ctx, key);
  const order = backwards ? desc : asc;
  const found = await ctx.db
    .select(columns)
    .from(tenants, { forceIndex: status ? "tenants_status_ix" : "tenants_name_ix" })
    .where(and(has, position && beyond(backwards ? "below" : "above", [tenants.name, tenants.id], position)))
    .orderBy(order(tenants.name), order(tenants.id))
    .limit(pageRows + 1);
  const turn = { backwards, positioned: position !== undefined };
  return turnPage(found, pageRows, turn, (row) => row.id);
}

/** A business that is gone leaves the list at its beginning. */
async function findPosition(ctx: PlatformContext, id: string) {
  const [row] = await ctx.db.select({ name: tenants.name }).from(tenants).where(eq(tenants.id, id));
  return row && [row.name, id];
}

async function findTenants(ctx: PlatformContext, search: string, has: SQL | undefined) {
  const within = ctx.db
    .select({ id: tenants.id })
    .from(tenants)
    .orderBy(asc(tenants.name))
    .limit(searchReach)
    .as("within");
  const words = search.split(/\s+/).map((word) => {
    const pattern = `%${word.replaceAll(/[\\_%]/g, "\\$&")}%`;
    return sql`(${like(tenants.name, pattern)} or ${like(tenants.slug, pattern)})`;
  });
  return ctx.db
    .select(columns)
    .from(within)
    .innerJoin(tenants, eq(tenants.id, within.id))
    .where(and(has, ...words))
    .orderBy(asc(tenants.name), asc(tenants.id))
    .limit(pageRows);
}
