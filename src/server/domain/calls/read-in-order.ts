import { and, asc, desc, eq, gt, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { CallFilter } from "@/contracts/call-list";
import { callMarks, calls } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { searchCalls } from "./call-search";
import { type Position, readOfPeople } from "./read-of-people";
import { readTogether } from "./read-together";

interface Stretch {
  /** Excluded; without one, from the newest or the oldest on. */
  after?: Position;
  towards: "older" | "newer";
  limit: number;
}

/** One line of what the call was about: Retell's summary, else the intent that the partner format carries. */
const reason = sql<string | null>`left(coalesce(
  nullif(json_unquote(json_extract(${calls.analysis}, '$.call_summary')), 'null'),
  nullif(json_unquote(json_extract(${calls.analysis}, '$.intent')), 'null')
), 300)`.as("reason");

const columns = {
  id: calls.id,
  startTimestamp: calls.startTimestamp,
  durationSec: calls.durationSec,
  status: calls.status,
  outcome: calls.outcome,
  bookedCents: calls.bookedCents,
  costUsdCents: calls.costUsdCents,
  fromNumber: calls.fromNumber,
  customerId: calls.customerId,
  branchId: calls.branchId,
  reason,
};

/**
 * The next calls of a filter by time, then id, from one stretch of one index: every depth costs the same, and nothing
 * is read that is not shown. Calls with a mark lie in an index of their own, those of a person in that person's.
 */
export async function readInOrder(ctx: TenantContext, filter: CallFilter, stretch: Stretch) {
  const { after, towards, limit } = stretch;
  const { mark } = filter;
  const [beyond, direction] = towards === "older" ? [lt, desc] : [gt, asc];
  const [start, id] = mark ? [callMarks.startTimestamp, callMarks.callId] : [calls.startTimestamp, calls.id];
  const { where, index, people } = await searchCalls(ctx, filter, start);
  const rest = (position: Position | undefined) =>
    position &&
    or(
      beyond(start, position.startTimestamp),
      and(eq(start, position.startTimestamp), beyond(id, position.id)),
    );
  const order = [direction(start), direction(id)];
  const readCalls = (more: SQL | undefined, most: number) =>
    ctx.db
      .select(columns)
      .from(calls, { forceIndex: index })
      .where(and(where, more))
      .orderBy(...order)
      .limit(most);
  if (mark)
    return ctx.db
      .select(columns)
      .from(callMarks, { forceIndex: "PRIMARY" })
      .innerJoin(calls, eq(calls.id, callMarks.callId), { forceIndex: "PRIMARY" })
      .where(
        and(
          eq(callMarks.tenantId, ctx.tenant.id),
          eq(callMarks.mark, mark),
          where,
          people && inArray(calls.customerId, people),
          rest(after),
        ),
      )
      .orderBy(...order)
      .limit(limit);
  if (people)
    return readOfPeople({ people, after, towards, limit }, (places, most) =>
      readTogether(
        ctx,
        columns,
        places.map(({ person, after: from }) =>
          readCalls(and(eq(calls.customerId, person), rest(from)), most),
        ),
      ),
    );
  return readCalls(rest(after), limit);
}
