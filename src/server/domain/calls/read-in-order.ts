import { and, asc, desc, eq, gt, lt, or, sql } from "drizzle-orm";
import type { CallFilter } from "@/contracts/call-list";
import { callMarks, calls, customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { searchCalls } from "./call-search";

interface Stretch {
  /** Excluded; without one, from the newest or the oldest on. */
  after?: { start: Date; id: number };
  towards: "older" | "newer";
  limit: number;
}

/** One line of what the call was about: Retell's summary, else the intent that the partner format carries. */
const reason = sql<string | null>`left(coalesce(
  nullif(json_unquote(json_extract(${calls.analysis}, '$.call_summary')), 'null'),
  nullif(json_unquote(json_extract(${calls.analysis}, '$.intent')), 'null')
), 300)`;

const columns = {
  id: calls.id,
  startTimestamp: calls.startTimestamp,
  durationSec: calls.durationSec,
  status: calls.status,
  outcome: calls.outcome,
  costUsdCents: calls.costUsdCents,
  fromNumber: calls.fromNumber,
  customerId: calls.customerId,
  branchId: calls.branchId,
  customerName: customers.name,
  reason,
};

/**
 * The next calls of a filter by time, then id, from one stretch of one index: every depth costs the same, and nothing
 * is read that is not shown. Calls with a mark lie in an index of their own.
 */
export async function readInOrder(ctx: TenantContext, filter: CallFilter, stretch: Stretch) {
  const { after, towards, limit } = stretch;
  const { mark } = filter;
  const [beyond, direction] = towards === "older" ? [lt, desc] : [gt, asc];
  const [start, id] = mark ? [callMarks.startTimestamp, callMarks.callId] : [calls.startTimestamp, calls.id];
  const { where, index } = await searchCalls(ctx, filter, start);
  const rest = after && or(beyond(start, after.start), and(eq(start, after.start), beyond(id, after.id)));
  const order = [direction(start), direction(id)];
  const ofCustomer = and(eq(customers.tenantId, calls.tenantId), eq(customers.id, calls.customerId));
  if (!mark)
    return ctx.db
      .select(columns)
      .from(calls, { forceIndex: index })
      .leftJoin(customers, ofCustomer)
      .where(and(where, rest))
      .orderBy(...order)
      .limit(limit);
  return ctx.db
    .select(columns)
    .from(callMarks, { forceIndex: "PRIMARY" })
    .innerJoin(calls, eq(calls.id, callMarks.callId), { forceIndex: "PRIMARY" })
    .leftJoin(customers, ofCustomer)
    .where(and(eq(callMarks.tenantId, ctx.tenant.id), eq(callMarks.mark, mark), where, rest))
    .orderBy(...order)
    .limit(limit);
}
