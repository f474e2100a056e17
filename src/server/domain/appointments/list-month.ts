import { and, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { occupyingStatuses } from "@/contracts/appointment-states";
import { type MonthRequest, monthRequest } from "@/contracts/calendar-month";
import { dayRange } from "@/lib/day-range";
import { addDays } from "@/lib/plain-date";
import { appointments } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { loadBranches } from "../availability/calendar-rows";
import { openingOf } from "./list-calendar";

/**
 * How many appointments each day of some weeks has, and where it is closed. Days are those on the wall of the
 * business; the rows themselves are only counted, by the index that has their times.
 * @throws DomainError `branch.not_found`
 */
export async function listMonth(ctx: TenantContext, request: MonthRequest) {
  requirePermission(ctx, "appointments:read");
  const { fromDate, weeks, staffId, branchId } = monthRequest.parse(request);
  const dates = Array.from({ length: weeks * 7 }, (_, index) => addDays(fromDate, index));
  const bounds = dates.map((date) => {
    const { from, before } = dayRange({ fromDate: date, toDate: date }, ctx.tenant.timeZone);
    return { date, from: from as Date, before: before as Date };
  });
  const [first, last] = [bounds[0], bounds.at(-1)] as [(typeof bounds)[0], (typeof bounds)[0]];
  const range = { start: first.from.getTime(), end: last.before.getTime() };
  const [counts, branches] = await Promise.all([
    countByDay(ctx, bounds, { staffId, branchId }),
    loadBranches(ctx, range, branchId),
  ]);
  if (branchId !== undefined && branches.length === 0) throw notFound("branch");
  return {
    days: dates.map((date) => ({ date, count: counts.get(date) ?? 0, ...openingOf(branches, date) })),
  };
}

interface DayBounds {
  date: string;
  from: Date;
  before: Date;
}

async function countByDay(
  ctx: TenantContext,
  bounds: readonly DayBounds[],
  { staffId, branchId }: { staffId?: number; branchId?: number },
): Promise<Map<string, number>> {
  const cases = bounds.map(
    ({ date, before }) => sql`WHEN ${appointments.startTime} < ${before} THEN ${date}`,
  );
  const rows = await ctx.db
    .select({
      date: sql<string>`CASE ${sql.join(cases, sql` `)} END`.as("date"),
      count: sql<number>`COUNT(*)`,
    })
    .from(appointments)
    .where(
      and(
        eq(appointments.tenantId, ctx.tenant.id),
        gte(appointments.startTime, (bounds[0] as DayBounds).from),
        lt(appointments.startTime, (bounds.at(-1) as DayBounds).before),
        inArray(appointments.status, [...occupyingStatuses]),
        staffId === undefined ? undefined : eq(appointments.staffId, staffId),
        branchId === undefined ? undefined : eq(appointments.branchId, branchId),
      ),
    )
    .groupBy(sql`date`);
  return new Map(rows.map(({ date, count }) => [date, Number(count)]));
}
