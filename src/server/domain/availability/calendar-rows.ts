import { and, asc, between, eq, isNotNull, or, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/mysql-core";
import { dayMs } from "@/lib/calendar-time";
import type { Interval } from "@/lib/intervals";
import {
  branchClosures,
  branches,
  openingHours,
  publicHolidays,
  resources,
  serviceGaps,
  serviceResources,
  services,
  staff,
  staffServices,
  staffSpecialHours,
  staffTimeOff,
  staffWorkingHours,
  tenants,
} from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import type { CalendarBranch, CalendarPerson, CalendarResource, CalendarService } from "./calendar";

/** The service and its tenant's booking rules. */
export async function loadService(ctx: TenantContext, serviceId: number, evenInactive: boolean) {
  const rows = await ctx.db
    .select({
      id: services.id,
      name: services.name,
      durationMinutes: services.durationMinutes,
      bufferBeforeMinutes: services.bufferBeforeMinutes,
      bufferAfterMinutes: services.bufferAfterMinutes,
      priceCents: services.priceCents,
      staffNeeded: services.staffNeeded,
      gapStartsMinute: serviceGaps.startsMinute,
      gapEndsMinute: serviceGaps.endsMinute,
      minNoticeMinutes: tenants.minNoticeMinutes,
      bookingWindowDays: tenants.bookingWindowDays,
      slotStepMinutes: tenants.slotStepMinutes,
      calendarSource: tenants.calendarSource,
    })
    .from(services)
    .innerJoin(tenants, eq(tenants.id, services.tenantId))
    .leftJoin(
      serviceGaps,
      and(eq(serviceGaps.tenantId, services.tenantId), eq(serviceGaps.serviceId, services.id)),
    )
    .where(
      and(
        eq(services.tenantId, ctx.tenant.id),
        eq(services.id, serviceId),
        evenInactive ? undefined : eq(services.active, true),
      ),
    )
    .orderBy(asc(serviceGaps.startsMinute));
  const [first] = rows;
  if (!first) return undefined;
  const gaps: CalendarService["gaps"] = rows.flatMap(({ gapStartsMinute: startsMinute, gapEndsMinute }) =>
    startsMinute === null || gapEndsMinute === null ? [] : [{ startsMinute, endsMinute: gapEndsMinute }],
  );
  return { ...first, gaps };
}

/** The rooms and devices of which the service needs one, lowest id first; null where it needs none. */
export async function loadResources(
  ctx: TenantContext,
  serviceId: number,
): Promise<CalendarResource[] | null> {
  const rows = await ctx.db
    .select({
      id: resources.id,
      name: resources.name,
      branchId: resources.branchId,
      active: resources.active,
    })
    .from(serviceResources)
    .innerJoin(
      resources,
      and(eq(resources.tenantId, serviceResources.tenantId), eq(resources.id, serviceResources.resourceId)),
    )
    .where(and(eq(serviceResources.tenantId, ctx.tenant.id), eq(serviceResources.serviceId, serviceId)))
    .orderBy(asc(resources.id));
  if (rows.length === 0) return null;
  return rows.flatMap(({ active, ...resource }) => (active ? [{ ...resource, busy: [] }] : []));
}

/** Active branches with their weekly hours; days closed are still to be added. */
export async function loadBranches(ctx: TenantContext, branchId?: number): Promise<CalendarBranch[]> {
  const rows = await ctx.db
    .select({
      id: branches.id,
      name: branches.name,
      timeZone: branches.timeZone,
      weekday: openingHours.weekday,
      startsMinute: openingHours.startsMinute,
      endsMinute: openingHours.endsMinute,
    })
    .from(branches)
    .leftJoin(
      openingHours,
      and(eq(openingHours.tenantId, branches.tenantId), eq(openingHours.branchId, branches.id)),
    )
    .where(
      and(
        eq(branches.tenantId, ctx.tenant.id),
        eq(branches.active, true),
        branchId === undefined ? undefined : eq(branches.id, branchId),
      ),
    )
    .orderBy(branches.id, openingHours.weekday, openingHours.startsMinute);
  const byId = new Map<number, CalendarBranch>();
  for (const { id, name, timeZone, ...hours } of rows) {
    const branch = byId.get(id) ?? { id, name, timeZone, hours: [], closedDays: [] };
    byId.set(id, branch);
    if (isHours(hours)) branch.hours.push(hours);
  }
  return [...byId.values()];
}

/** Everyone qualified for the service, and the person asked for even if not. */
export async function loadStaff(
  ctx: TenantContext,
  serviceId: number,
  staffId?: number,
): Promise<CalendarPerson[]> {
  const rows = await ctx.db
    .select({
      id: staff.id,
      name: staff.name,
      lastBookedAt: staff.lastBookedAt,
      qualifiedFor: staffServices.serviceId,
      branchId: staffWorkingHours.branchId,
      weekday: staffWorkingHours.weekday,
      startsMinute: staffWorkingHours.startsMinute,
      endsMinute: staffWorkingHours.endsMinute,
    })
    .from(staff)
    .leftJoin(
      staffServices,
      and(
        eq(staffServices.tenantId, staff.tenantId),
        eq(staffServices.staffId, staff.id),
        eq(staffServices.serviceId, serviceId),
      ),
    )
    .leftJoin(
      staffWorkingHours,
      and(eq(staffWorkingHours.tenantId, staff.tenantId), eq(staffWorkingHours.staffId, staff.id)),
    )
    .where(
      and(
        eq(staff.tenantId, ctx.tenant.id),
        eq(staff.active, true),
        or(isNotNull(staffServices.serviceId), staffId === undefined ? undefined : eq(staff.id, staffId)),
      ),
    )
    .orderBy(staff.id);
  const byId = new Map<number, CalendarPerson>();
  for (const { id, name, lastBookedAt, qualifiedFor, branchId, ...hours } of rows) {
    const person = byId.get(id) ?? {
      id,
      name,
      qualified: qualifiedFor !== null,
      hours: [],
      specialHours: [],
      timeOff: [],
      busy: [],
      lastBookedAt: lastBookedAt?.getTime() ?? null,
    };
    byId.set(id, person);
    if (branchId !== null && isHours(hours)) person.hours.push({ ...hours, branchId });
  }
  return [...byId.values()];
}

/** People's hours of single days around the range. */
export function loadSpecialHours(ctx: TenantContext, range: Interval) {
  const { day, tenantId, staffId, branchId, startsMinute, endsMinute } = staffSpecialHours;
  return ctx.db
    .select({ staffId, day, branchId, startsMinute, endsMinute })
    .from(staffSpecialHours)
    .where(
      and(
        eq(tenantId, ctx.tenant.id),
        between(day, isoDay(range.start - dayMs), isoDay(range.end + 2 * dayMs)),
      ),
    );
}

/** Closures, holidays and time off around the range, in one round trip. Dates as text, instants as UTC text. */
export async function loadExceptions(ctx: TenantContext, range: Interval) {
  const [firstDay, lastDay] = [isoDay(range.start - dayMs), isoDay(range.end + 2 * dayMs)];
  const text = (column: unknown) => sql<string>`CAST(${column} AS CHAR)`;
  const closures = ctx.db
    .select({
      kind: sql<"closure" | "holiday" | "time_off">`'closure'`.as("kind"),
      ownerId: sql<number>`${branchClosures.branchId}`.as("owner_id"),
      startsAt: text(branchClosures.startsOn).as("starts_at"),
      endsAt: text(branchClosures.endsOn).as("ends_at"),
      label: sql<string | null>`${branchClosures.reason}`.as("label"),
    })
    .from(branchClosures)
    .where(
      and(
        eq(branchClosures.tenantId, ctx.tenant.id),
        sql`${branchClosures.endsOn} >= ${firstDay}`,
        sql`${branchClosures.startsOn} <= ${lastDay}`,
      ),
    );
  const holidays = ctx.db
    .select({
      kind: sql<"closure" | "holiday" | "time_off">`'holiday'`.as("kind"),
      ownerId: sql<number>`${branches.id}`.as("owner_id"),
      startsAt: text(publicHolidays.day).as("starts_at"),
      endsAt: text(publicHolidays.day).as("ends_at"),
      label: sql<string | null>`${publicHolidays.name}`.as("label"),
    })
    .from(branches)
    .innerJoin(publicHolidays, eq(publicHolidays.federalState, branches.federalState))
    .where(
      and(
        eq(branches.tenantId, ctx.tenant.id),
        sql`${publicHolidays.day} BETWEEN ${firstDay} AND ${lastDay}`,
      ),
    );
  const timeOff = ctx.db
    .select({
      kind: sql<"closure" | "holiday" | "time_off">`'time_off'`.as("kind"),
      ownerId: sql<number>`${staffTimeOff.staffId}`.as("owner_id"),
      startsAt: text(staffTimeOff.startsAt).as("starts_at"),
      endsAt: text(staffTimeOff.endsAt).as("ends_at"),
      label: sql<string | null>`NULL`.as("label"),
    })
    .from(staffTimeOff)
    .where(
      and(
        eq(staffTimeOff.tenantId, ctx.tenant.id),
        sql`${staffTimeOff.endsAt} > ${new Date(range.start)}`,
        sql`${staffTimeOff.startsAt} < ${new Date(range.end + dayMs)}`,
      ),
    );
  return unionAll(closures, holidays, timeOff);
}

type Exceptions = Awaited<ReturnType<typeof loadExceptions>>;

export function addClosedDays(to: readonly CalendarBranch[], exceptions: Exceptions): void {
  for (const { kind, ownerId, startsAt, endsAt, label } of exceptions) {
    if (kind === "time_off") continue;
    to.find((b) => b.id === ownerId)?.closedDays.push({ kind, startsOn: startsAt, endsOn: endsAt, label });
  }
}

export function addTimeOff(to: readonly CalendarPerson[], exceptions: Exceptions): void {
  for (const { kind, ownerId, startsAt, endsAt } of exceptions) {
    if (kind !== "time_off") continue;
    to.find((p) => p.id === ownerId)?.timeOff.push({ start: utc(startsAt), end: utc(endsAt) });
  }
}

const isoDay = (instant: number) => new Date(instant).toISOString().slice(0, 10);
const utc = (text: string) => Date.parse(`${text.replace(" ", "T")}Z`);

function isHours(row: {
  weekday: number | null;
  startsMinute: number | null;
  endsMinute: number | null;
}): row is { weekday: number; startsMinute: number; endsMinute: number } {
  return row.weekday !== null;
}
