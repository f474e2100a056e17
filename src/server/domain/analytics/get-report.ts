import { and, between, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { type AnalyticsRequest, analyticsRequest } from "@/contracts/analytics";
import { dayMs } from "@/lib/calendar-time";
import { addDays } from "@/lib/plain-date";
import { agents, appointmentRollups, branches, callRollups } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

/** Days on the wall differ from UTC by less than this. */
const zoneSlackMs = dayMs;

type Counts = Omit<
  typeof callRollups.$inferSelect,
  "tenantId" | "hourStart" | "day" | "hour" | "branchId" | "agentId" | "costUsdCents"
> & { costUsdCents: number };

/**
 * What a period's calls and appointments came to, beside the same number of days right before it. Reads the rollup
 * alone, and names: five queries, however many calls there were.
 */
export async function getReport(ctx: TenantContext, request: AnalyticsRequest) {
  requirePermission(ctx, "calls:read");
  const asked = analyticsRequest.parse(request);
  const { fromDate, toDate } = asked;
  const length = (Date.parse(toDate) - Date.parse(fromDate)) / dayMs + 1;
  const before = { fromDate: addDays(fromDate, -length), toDate: addDays(fromDate, -1) };
  const [groups, hours, appointments, names] = await Promise.all([
    readGroups(ctx, { ...asked, fromDate: before.fromDate }),
    readHours(ctx, asked),
    readAppointments(ctx, { ...asked, fromDate: before.fromDate }),
    readNames(ctx),
  ]);
  const inPeriod = ({ day }: { day: string }) => day >= fromDate;
  const current = groups.filter(inPeriod);
  const earlier = groups.filter((row) => !inPeriod(row));
  return {
    before,
    totals: sumOf(current),
    totalsBefore: sumOf(earlier),
    days: Array.from({ length }, (_, index) => {
      const [day, dayBefore] = [addDays(fromDate, index), addDays(before.fromDate, index)];
      const of = (rows: Group[], date: string) => sumOf(rows.filter((row) => row.day === date));
      const { calls, booked } = of(current, day);
      return { day, calls, booked, callsBefore: of(earlier, dayBefore).calls };
    }),
    hours,
    branches: byKey(current, "branchId", names.branches),
    agents: byKey(current, "agentId", names.agents),
    appointments: sumAppointments(appointments.filter(inPeriod)),
    appointmentsBefore: sumAppointments(appointments.filter((row) => !inPeriod(row))),
    /** What one may narrow to. */
    choices: names,
  };
}

type Group = Awaited<ReturnType<typeof readGroups>>[number];

const total = (column: SQL | (typeof callRollups)[keyof Counts]) =>
  sql<number>`sum(${column})`.mapWith(Number);

const countColumns = {
  calls: total(callRollups.calls),
  outcomeBooked: total(callRollups.outcomeBooked),
  outcomeMoved: total(callRollups.outcomeMoved),
  outcomeCancelled: total(callRollups.outcomeCancelled),
  outcomeCallback: total(callRollups.outcomeCallback),
  outcomeInformation: total(callRollups.outcomeInformation),
  outcomeHungUp: total(callRollups.outcomeHungUp),
  outcomeTransferred: total(callRollups.outcomeTransferred),
  outcomeUnresolved: total(callRollups.outcomeUnresolved),
  wished: total(callRollups.wished),
  offered: total(callRollups.offered),
  booked: total(callRollups.booked),
  attended: total(callRollups.attended),
  missedFailed: total(callRollups.missedFailed),
  missedNoTime: total(callRollups.missedNoTime),
  missedDeclined: total(callRollups.missedDeclined),
  missedHungUp: total(callRollups.missedHungUp),
  missedUnclear: total(callRollups.missedUnclear),
  durationSec: total(callRollups.durationSec),
  bookedCents: total(callRollups.bookedCents),
  costUsdCents: total(callRollups.costUsdCents),
} satisfies Record<keyof Counts, SQL<number>>;

/** Days are what is asked for; the hours in UTC around them are where the index has them. */
function within(ctx: TenantContext, { fromDate, toDate, branchId, agentId }: AnalyticsRequest) {
  return and(
    eq(callRollups.tenantId, ctx.tenant.id),
    gte(callRollups.hourStart, new Date(Date.parse(fromDate) - zoneSlackMs)),
    lt(callRollups.hourStart, new Date(Date.parse(toDate) + dayMs + zoneSlackMs)),
    between(callRollups.day, fromDate, toDate),
    branchId === undefined ? undefined : eq(callRollups.branchId, branchId),
    agentId === undefined ? undefined : eq(callRollups.agentId, agentId),
  );
}

const readGroups = (ctx: TenantContext, request: AnalyticsRequest) =>
  ctx.db
    .select({
      day: callRollups.day,
      branchId: callRollups.branchId,
      agentId: callRollups.agentId,
      ...countColumns,
    })
    .from(callRollups)
    .where(within(ctx, request))
    .groupBy(callRollups.day, callRollups.branchId, callRollups.agentId);

/** 1 = Monday … 7 = Sunday. */
const weekday = sql<number>`weekday(${callRollups.day}) + 1`.mapWith(Number);

const readHours = (ctx: TenantContext, request: AnalyticsRequest) =>
  ctx.db
    .select({ weekday, hour: callRollups.hour, calls: countColumns.calls })
    .from(callRollups)
    .where(within(ctx, request))
    .groupBy(weekday, callRollups.hour);

/** Appointments belong to no agent: they are narrowed to a branch only. */
const readAppointments = (ctx: TenantContext, { fromDate, toDate, branchId }: AnalyticsRequest) =>
  ctx.db
    .select({
      day: appointmentRollups.day,
      open: sql<number>`sum(${appointmentRollups.pending} + ${appointmentRollups.scheduled})`.mapWith(Number),
      completed: sql<number>`sum(${appointmentRollups.completed})`.mapWith(Number),
      cancelled: sql<number>`sum(${appointmentRollups.cancelled})`.mapWith(Number),
      noShow: sql<number>`sum(${appointmentRollups.noShow})`.mapWith(Number),
    })
    .from(appointmentRollups)
    .where(
      and(
        eq(appointmentRollups.tenantId, ctx.tenant.id),
        gte(appointmentRollups.hourStart, new Date(Date.parse(fromDate) - zoneSlackMs)),
        lt(appointmentRollups.hourStart, new Date(Date.parse(toDate) + dayMs + zoneSlackMs)),
        between(appointmentRollups.day, fromDate, toDate),
        branchId === undefined ? undefined : eq(appointmentRollups.branchId, branchId),
      ),
    )
    .groupBy(appointmentRollups.day);

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
  const sum = Object.fromEntries(Object.keys(countColumns).map((key) => [key, 0])) as unknown as Counts;
  for (const row of rows) for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += row[key];
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

const sumAppointments = (rows: Awaited<ReturnType<typeof readAppointments>>) => {
  const sum = (key: "open" | "completed" | "cancelled" | "noShow") =>
    rows.reduce((total, row) => total + row[key], 0);
  return {
    open: sum("open"),
    completed: sum("completed"),
    cancelled: sum("cancelled"),
    noShow: sum("noShow"),
  };
};
