import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  max,
  min,
  or,
  type SQL,
} from "drizzle-orm";
import { type CustomerListRequest, customerListRequest } from "@/contracts/customer-list";
import { appointments, calls, customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { matchesCustomer } from "./match-search";

const pageRows = 50;

interface Position {
  id: number;
  name: string | null;
}

/**
 * One page of customers by name, those without one last, in either direction from a cursor, so that every depth costs
 * the same. With each: when they last called, and when they come next. `previous` and `next` are cursors.
 */
export async function listCustomerRows(ctx: TenantContext, request: CustomerListRequest, now = new Date()) {
  requirePermission(ctx, "customers:read");
  const { search, cursor } = customerListRequest.parse(request);
  const position = cursor === undefined ? undefined : await findPosition(ctx, Number(cursor.slice(1)));
  const backwards = position !== undefined && cursor?.startsWith("<") === true;
  const found = await findPage(ctx, matchesCustomer(search), position, backwards);
  const more = found.length > pageRows;
  const page = found.slice(0, pageRows);
  if (backwards) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  return {
    rows: await addMoments(ctx, page, now),
    previous: first && (backwards ? more : position !== undefined) ? `<${first.id}` : null,
    next: last && (backwards || more) ? `>${last.id}` : null,
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
  matching: SQL | undefined,
  position: Position | undefined,
  backwards: boolean,
) {
  const [beyond, direction] = backwards ? [lt, desc] : [gt, asc];
  const read = (limit: number, ...conditions: (SQL | undefined)[]) =>
    ctx.db
      .select({ id: customers.id, name: customers.name, phone: customers.phone, email: customers.email })
      .from(customers)
      .where(and(eq(customers.tenantId, ctx.tenant.id), matching, ...conditions))
      .orderBy(direction(customers.name), direction(customers.id))
      .limit(limit);
  const named = (after?: Position) => (limit: number) =>
    read(
      limit,
      isNotNull(customers.name),
      after?.name != null
        ? or(
            beyond(customers.name, after.name),
            and(eq(customers.name, after.name), beyond(customers.id, after.id)),
          )
        : undefined,
    );
  const nameless = (after?: Position) => (limit: number) =>
    read(limit, isNull(customers.name), after && beyond(customers.id, after.id));

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
    const missing = pageRows + 1 - rows.length;
    if (missing > 0) rows.push(...(await stretch(missing)));
  }
  return rows;
}

async function addMoments<Row extends { id: number }>(ctx: TenantContext, rows: Row[], now: Date) {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [lastCalls, nextAppointments] = await Promise.all([
    ctx.db
      .select({ customerId: calls.customerId, at: max(calls.startTimestamp) })
      .from(calls)
      .where(and(eq(calls.tenantId, ctx.tenant.id), inArray(calls.customerId, ids)))
      .groupBy(calls.customerId),
    ctx.db
      .select({ customerId: appointments.customerId, at: min(appointments.startTime) })
      .from(appointments)
      .where(
        and(
          eq(appointments.tenantId, ctx.tenant.id),
          inArray(appointments.customerId, ids),
          gte(appointments.startTime, now),
          inArray(appointments.status, ["pending", "scheduled"]),
        ),
      )
      .groupBy(appointments.customerId),
  ]);
  const last = new Map(lastCalls.map((row) => [row.customerId, row.at]));
  const next = new Map(nextAppointments.map((row) => [row.customerId, row.at]));
  return rows.map((row) => ({
    ...row,
    lastCallAt: last.get(row.id) ?? null,
    nextAppointmentAt: next.get(row.id) ?? null,
  }));
}
