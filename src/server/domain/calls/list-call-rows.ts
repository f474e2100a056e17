import { and, eq, inArray } from "drizzle-orm";
import { type CallListRequest, callListRequest } from "@/contracts/call-list";
import { usualPageSize } from "@/contracts/page-sizes";
import { branches, customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { findKnownCallers } from "./find-known-callers";
import { readInOrder } from "./read-in-order";

/**
 * One page of calls, newest or oldest first, in either direction from a cursor; never a transcript. `previous` and
 * `next` are cursors.
 * @throws DomainError `call.cursor_invalid`
 */
export async function listCallRows(ctx: TenantContext, request: CallListRequest) {
  requirePermission(ctx, "calls:read");
  const { cursor, pageRows = usualPageSize, sort, ...filter } = callListRequest.parse(request);
  const position = cursor === undefined ? undefined : parseCursor(cursor);
  const backwards = position?.direction === "<";
  const [onwards, back] =
    sort === "startTimestamp" ? (["newer", "older"] as const) : (["older", "newer"] as const);
  const found = await readInOrder(ctx, filter, {
    after: position,
    towards: backwards ? back : onwards,
    limit: pageRows + 1,
  });
  const more = found.length > pageRows;
  const page = found.slice(0, pageRows);
  if (backwards) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  const [branchOf, nameOf] = [await loadBranches(ctx, page.length > 0), await loadNames(ctx, page)];
  // Lists behind a number of the analysis already read one index more; there it is not told.
  const known = filter.mark ? undefined : await findKnownCallers(ctx, page);
  return {
    rows: page.map(({ branchId, ...row }) => ({
      ...row,
      ...branchOf(branchId),
      customerName: nameOf(row.customerId),
      firstTime: known !== undefined && row.customerId !== null && !known.has(row.id),
    })),
    previous: first && (backwards ? more : position !== undefined) ? cursorAt("<", first) : null,
    next: last && (backwards || more) ? cursorAt(">", last) : null,
  };
}

/** A handful of rows, read once instead of once a row. */
async function loadBranches(ctx: TenantContext, needed: boolean) {
  const rows = needed
    ? await ctx.db
        .select({ id: branches.id, name: branches.name, timeZone: branches.timeZone })
        .from(branches)
        .where(eq(branches.tenantId, ctx.tenant.id))
    : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (id: number | null) => {
    const branch = id === null ? undefined : byId.get(id);
    return { branchName: branch?.name ?? null, timeZone: branch?.timeZone ?? ctx.tenant.timeZone };
  };
}

/** Whoever called more than once is read once. Left alone, a database may look through all customers of a small business. */
async function loadNames(ctx: TenantContext, calls: readonly { customerId: number | null }[]) {
  const ids = [...new Set(calls.flatMap(({ customerId }) => customerId ?? []))];
  const rows =
    ids.length === 0
      ? []
      : await ctx.db
          .select({ id: customers.id, name: customers.name })
          .from(customers, { forceIndex: "PRIMARY" })
          .where(and(eq(customers.tenantId, ctx.tenant.id), inArray(customers.id, ids)));
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id: number | null) => (id === null ? null : (names.get(id) ?? null));
}

const cursorAt = (direction: "<" | ">", row: { startTimestamp: Date; id: number }) =>
  `${direction}${row.startTimestamp.getTime()}.${row.id}`;

function parseCursor(cursor: string) {
  const [, direction, time, id] = /^([<>])(\d{1,14})\.(\d{1,15})$/.exec(cursor) ?? [];
  if (!direction) throw new DomainError("call.cursor_invalid", "invalid", { fields: ["cursor"] });
  return { direction, startTimestamp: new Date(Number(time)), id: Number(id) };
}
