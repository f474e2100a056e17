import { and, asc, desc, eq, gt, inArray, lt, min, or, sql } from "drizzle-orm";
import { type CallListRequest, callListRequest } from "@/contracts/call-list";
import { branches, calls, customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { matchesCall } from "./call-search";

const pageRows = 50;

/** One line of what the call was about: Retell's summary, else the intent that the partner format carries. */
const reason = sql<string | null>`left(coalesce(
  nullif(json_unquote(json_extract(${calls.analysis}, '$.call_summary')), 'null'),
  nullif(json_unquote(json_extract(${calls.analysis}, '$.intent')), 'null')
), 300)`;

/**
 * One page of calls, newest first, in either direction from a cursor. The page is found in the index alone; only its
 * rows are read, and never a transcript. `previous` and `next` are cursors.
 * @throws DomainError `call.cursor_invalid`
 */
export async function listCallRows(ctx: TenantContext, request: CallListRequest) {
  requirePermission(ctx, "calls:read");
  const { cursor, ...filter } = callListRequest.parse(request);
  const position = cursor === undefined ? undefined : parseCursor(cursor);
  const backwards = position?.direction === "<";
  const found = await findPage(ctx, await matchesCall(ctx, filter), position, backwards);
  const more = found.length > pageRows;
  const page = found.slice(0, pageRows);
  if (backwards) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  return {
    rows: await markFirstCalls(ctx, page),
    previous: first && (backwards ? more : position !== undefined) ? cursorAt("<", first) : null,
    next: last && (backwards || more) ? cursorAt(">", last) : null,
  };
}

interface Position {
  start: Date;
  id: number;
}

function findPage(
  ctx: TenantContext,
  where: Awaited<ReturnType<typeof matchesCall>>,
  position: Position | undefined,
  backwards: boolean,
) {
  const [beyond, direction] = backwards ? [gt, asc] : [lt, desc];
  const page = ctx.db
    .select({ id: calls.id })
    .from(calls)
    .where(
      and(
        where,
        position &&
          or(
            beyond(calls.startTimestamp, position.start),
            and(eq(calls.startTimestamp, position.start), beyond(calls.id, position.id)),
          ),
      ),
    )
    .orderBy(direction(calls.startTimestamp), direction(calls.id))
    .limit(pageRows + 1)
    .as("page");
  return ctx.db
    .select({
      id: calls.id,
      startTimestamp: calls.startTimestamp,
      durationSec: calls.durationSec,
      status: calls.status,
      outcome: calls.outcome,
      costUsdCents: calls.costUsdCents,
      fromNumber: calls.fromNumber,
      customerId: calls.customerId,
      customerName: customers.name,
      branchName: branches.name,
      timeZone: sql<string>`coalesce(${branches.timeZone}, ${ctx.tenant.timeZone})`,
      reason,
    })
    .from(page)
    .innerJoin(calls, and(eq(calls.tenantId, ctx.tenant.id), eq(calls.id, page.id)))
    .leftJoin(customers, and(eq(customers.tenantId, calls.tenantId), eq(customers.id, calls.customerId)))
    .leftJoin(branches, and(eq(branches.tenantId, calls.tenantId), eq(branches.id, calls.branchId)))
    .orderBy(direction(calls.startTimestamp), direction(calls.id));
}

/** Says of each call whether it was the customer's first. */
async function markFirstCalls<Row extends { startTimestamp: Date; customerId: number | null }>(
  ctx: TenantContext,
  rows: Row[],
) {
  const customerIds = [...new Set(rows.flatMap((row) => row.customerId ?? []))];
  const firstCalls =
    customerIds.length === 0
      ? []
      : await ctx.db
          .select({ customerId: calls.customerId, at: min(calls.startTimestamp) })
          .from(calls)
          .where(and(eq(calls.tenantId, ctx.tenant.id), inArray(calls.customerId, customerIds)))
          .groupBy(calls.customerId);
  const first = new Map(firstCalls.map((row) => [row.customerId, row.at?.getTime()]));
  return rows.map((row) => ({
    ...row,
    firstTime: row.customerId !== null && first.get(row.customerId) === row.startTimestamp.getTime(),
  }));
}

const cursorAt = (direction: "<" | ">", row: { startTimestamp: Date; id: number }) =>
  `${direction}${row.startTimestamp.getTime()}.${row.id}`;

function parseCursor(cursor: string) {
  const [, direction, time, id] = /^([<>])(\d{1,14})\.(\d{1,15})$/.exec(cursor) ?? [];
  if (!direction) throw new DomainError("call.cursor_invalid", "invalid", { fields: ["cursor"] });
  return { direction, start: new Date(Number(time)), id: Number(id) };
}
