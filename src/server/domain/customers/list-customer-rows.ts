import { and, asc, type Column, desc, eq, gt, isNotNull, isNull, lt, type SQL } from "drizzle-orm";
import { type CustomerListRequest, customerListRequest } from "@/contracts/customer-list";
import { customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { beyond } from "../_core/keyset";
import { requirePermission } from "../_core/permissions";
import { type FoundCustomer, searchCustomers } from "./search-customers";

interface Position {
  id: number;
  name: string | null;
}

export interface CustomerPage {
  rows: FoundCustomer[];
  /** Cursors; NULL where there is no such page. */
  previous: string | null;
  next: string | null;
  /** A search found more than it shows. */
  more: boolean;
}

/**
 * One page of customers by name, those without one last, in either direction from a cursor, so that every depth costs
 * the same. A search answers with the likeliest instead, on one page.
 */
export async function listCustomerRows(
  ctx: TenantContext,
  request: CustomerListRequest,
  pageRows = 50,
): Promise<CustomerPage> {
  requirePermission(ctx, "customers:read");
  const { search, cursor } = customerListRequest.parse(request);
  if (search) return { ...(await searchCustomers(ctx, search)), previous: null, next: null };
  const position = cursor === undefined ? undefined : await findPosition(ctx, Number(cursor.slice(1)));
  const backwards = position !== undefined && cursor?.startsWith("<") === true;
  const found = await findPage(ctx, position, backwards, pageRows + 1);
  const more = found.length > pageRows;
  const page = found.slice(0, pageRows);
  if (backwards) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  return {
    rows: page,
    previous: first && (backwards ? more : position !== undefined) ? `<${first.id}` : null,
    next: last && (backwards || more) ? `>${last.id}` : null,
    more: false,
  };
}

/** Where a cursor stands now; a customer who is gone leaves the list at its beginning. */
async function findPosition(ctx: TenantContext, id: number): Promise<Position | undefined> {
  const [row] = await ctx.db
    .select({ id: customers.id, name: customers.name })
    .from(customers)
    .where(and(eq(customers.tenantId, ctx.tenant.id), eq(customers.id, id)));
  return row;
}

/** Databases put NULL first; people look for names. So the named and the nameless are two stretches of one list. */
async function findPage(
  ctx: TenantContext,
  position: Position | undefined,
  backwards: boolean,
  limit: number,
) {
  const [side, further, direction] = backwards
    ? (["below", lt, desc] as const)
    : (["above", gt, asc] as const);
  const read = (limit: number, order: Column[], ...conditions: (SQL | undefined)[]) =>
    ctx.db
      .select({
        id: customers.id,
        name: customers.name,
        phone: customers.phone,
        email: customers.email,
        birthdate: customers.birthdate,
      })
      .from(customers, { forceIndex: "customers_name_ix" })
      .where(and(eq(customers.tenantId, ctx.tenant.id), isNull(customers.mergedIntoId), ...conditions))
      .orderBy(...order.map((column) => direction(column)))
      .limit(limit);
  const named = (after?: Position) => (limit: number) =>
    read(
      limit,
      [customers.name, customers.id],
      isNotNull(customers.name),
      after && beyond(side, [customers.name, customers.id], [after.name, after.id]),
    );
  // By the id alone: asked to order by a name that is NULL, MariaDB sorts them all.
  const nameless = (after?: Position) => (limit: number) =>
    read(limit, [customers.id], isNull(customers.name), after && further(customers.id, after.id));

  const inNames = position ? position.name !== null : !backwards;
  const stretches = backwards
    ? inNames
      ? [named(position)]
      : [nameless(position), named()]
    : inNames
      ? [named(position), nameless()]
      : [nameless(position)];
  const rows: Awaited<ReturnType<typeof read>> = [];
  for (const stretch of stretches) {
    const missing = limit - rows.length;
    if (missing > 0) rows.push(...(await stretch(missing)));
  }
  return rows;
}
