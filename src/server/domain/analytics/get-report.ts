import { and, between, eq, or, sql } from "drizzle-orm";
import { type AnalyticsRequest, analyticsRequest } from "@/contracts/analytics";
import { dayMs } from "@/lib/calendar-time";
import { addDays } from "@/lib/plain-date";
import { agents, appointmentDayRollups, branches, callDayRollups } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { isCounting } from "./is-counting";
import { appointmentCounts, callCounts, sumsOf, wallHours } from "./sums";

type Counts = Record<(typeof callCounts)[number], number>;

/**
 * What a period's calls and appointments came to, beside those of an earlier one: the one asked for, or the same number
 * of days right before it. Reads sums of days alone, and names: seven queries, however many calls there were.
 */
export async function getReport(ctx: TenantContext, request: AnalyticsRequest) {
  requirePermission(ctx, "calls:read");
  const asked = analyticsRequest.parse(request);
  const { fromDate, toDate } = asked;
  const length = (Date.parse(toDate) - Date.parse(fromDate)) / dayMs + 1;
  const before = asked.before ?? { fromDate: addDays(fromDate, -length), toDate: addDays(fromDate, -1) };
  const both = [asked, before];
  const [groups, days, hours, appointments, names, counting] = await Promise.all([
    readGroups(ctx, asked, both),
    readDays(ctx, asked, both),
    readHours(ctx, asked),
    readAppointments(ctx, asked, both),
    readNames(ctx),
    isCounting(ctx),
  ]);
  const current = groups.filter(({ inPeriod }) => inPeriod);
  const onDay = (day: string) => days.get(day) ?? { calls: 0, booked: 0 };
  /** Null on the last days of a period that is longer than the one before. */
  const earlier = (day: string) => (day <= before.toDate ? { day, calls: onDay(day).calls } : null);
  return {
    isCounting: counting,
    before,
    totals: sumOf(current),
    totalsBefore: sumOf(groups.filter(({ inPeriod }) => !inPeriod)),
    days: Array.from({ length }, (_, index) => {
      const day = addDays(fromDate, index);
      return { day, ...onDay(day), before: earlier(addDays(before.fromDate, index)) };
    }),
    hours,
    branches: byKey(current, "branchId", names.branches),
    agents: byKey(current, "agentId", names.agents),
    appointments: appointments(true),
    appointmentsBefore: appointments(false),
    /** What one may narrow to. */
    choices: names,
  };
}

type Group = Awaited<ReturnType<typeof readGroups>>[number];

interface Days {
  fromDate: string;
  toDate: string;
}

const onAnyOf = (
  column: typeof callDayRollups.day | typeof appointmentDayRollups.day,
  periods: readonly Days[],
) => or(...periods.map(({ fromDate, toDate }) => between(column, fromDate, toDate)));

const within = (ctx: TenantContext, { branchId, agentId }: AnalyticsRequest, periods: readonly Days[]) =>
  and(
    eq(callDayRollups.tenantId, ctx.tenant.id),
    onAnyOf(callDayRollups.day, periods),
    branchId === undefined ? undefined : eq(callDayRollups.branchId, branchId),
    agentId === undefined ? undefined : eq(callDayRollups.agentId, agentId),
  );

/** Of the period, or of the one before. */
const since = (column: typeof callDayRollups.day | typeof appointmentDayRollups.day, fromDate: string) =>
  sql<boolean>`${column} >= ${fromDate}`.mapWith(Boolean).as("in_period");

async function readGroups(ctx: TenantContext, request: AnalyticsRequest, periods: readonly Days[]) {
  const inPeriod = since(callDayRollups.day, request.fromDate);
  const { branchId, agentId } = callDayRollups;
  return ctx.db
    .select({ inPeriod, branchId, agentId, ...sumsOf(callDayRollups, callCounts) })
    .from(callDayRollups)
    .where(within(ctx, request, periods))
    .groupBy(sql`in_period`, branchId, agentId);
}

async function readDays(ctx: TenantContext, request: AnalyticsRequest, periods: readonly Days[]) {
  const rows = await ctx.db
    .select({ day: callDayRollups.day, ...sumsOf(callDayRollups, ["calls", "booked"]) })
    .from(callDayRollups)
    .where(within(ctx, request, periods))
    .groupBy(callDayRollups.day);
  return new Map(rows.map(({ day, ...counts }) => [day, counts] as const));
}

/** Hours on the wall in which there were calls, and how many of them came to nothing; 1 = Monday … 7 = Sunday. */
async function readHours(ctx: TenantContext, request: AnalyticsRequest) {
  const weekday = sql<number>`weekday(${callDayRollups.day}) + 1`.mapWith(Number).as("weekday_number");
  const rows = await ctx.db
    .select({
      weekday,
      ...sumsOf(
        callDayRollups,
        wallHours.flatMap(({ key, missedKey }) => [key, missedKey]),
      ),
    })
    .from(callDayRollups)
    .where(within(ctx, request, [request]))
    .groupBy(sql`weekday_number`);
  return rows.flatMap((row) =>
    wallHours
      .map(({ hour, key, missedKey }) => ({
        weekday: row.weekday,
        hour,
        calls: row[key],
        missed: row[missedKey],
      }))
      .filter(({ calls }) => calls > 0),
  );
}

/** Appointments belong to no agent: they are narrowed to a branch only. */
async function readAppointments(
  ctx: TenantContext,
  { fromDate, branchId }: AnalyticsRequest,
  periods: readonly Days[],
) {
  const rows = await ctx.db
    .select({
      inPeriod: since(appointmentDayRollups.day, fromDate),
      ...sumsOf(appointmentDayRollups, appointmentCounts),
    })
    .from(appointmentDayRollups)
    .where(
      and(
        eq(appointmentDayRollups.tenantId, ctx.tenant.id),
        onAnyOf(appointmentDayRollups.day, periods),
        branchId === undefined ? undefined : eq(appointmentDayRollups.branchId, branchId),
      ),
    )
    .groupBy(sql`in_period`);
  return (inPeriod: boolean) => {
    const {
      pending = 0,
      scheduled = 0,
      completed = 0,
      cancelled = 0,
      noShow = 0,
    } = rows.find((row) => row.inPeriod === inPeriod) ?? {};
    return { pending, scheduled, completed, cancelled, noShow };
  };
}

async function readNames(ctx: TenantContext) {
  const [branchRows, agentRows] = await Promise.all([
    ctx.db
      .select({ id: branches.id, name: branches.name })
      .from(branches)
      .where(eq(branches.tenantId, ctx.tenant.id))
      .orderBy(branches.id),
    ctx.db
      .select({ id: agents.id, name: agents.name })
      .from(agents)
      .where(eq(agents.tenantId, ctx.tenant.id))
      .orderBy(agents.id),
  ]);
  return { branches: branchRows, agents: agentRows };
}

function sumOf(rows: readonly Counts[]): Counts {
  const sum = Object.fromEntries(callCounts.map((key) => [key, 0])) as Counts;
  for (const row of rows) for (const key of callCounts) sum[key] += row[key];
  return sum;
}

/** The busiest first; `id` and `name` are NULL for calls of none. */
function byKey(
  rows: readonly Group[],
  key: "branchId" | "agentId",
  named: readonly { id: number; name: string }[],
) {
  const ids = [...new Set(rows.map((row) => row[key]))];
  return ids
    .map((id) => {
      const { calls, booked, bookedCents, durationSec, costUsdCents } = sumOf(
        rows.filter((row) => row[key] === id),
      );
      const name = named.find((one) => one.id === id)?.name ?? null;
      return { id: id || null, name, calls, booked, bookedCents, durationSec, costUsdCents };
    })
    .sort((a, b) => b.calls - a.calls);
}
