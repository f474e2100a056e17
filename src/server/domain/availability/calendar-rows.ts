import { sql } from "drizzle-orm";
import type { CalendarSource } from "@/contracts/tenants";
import { dayMs } from "@/lib/calendar-time";
import type { Interval } from "@/lib/intervals";
import type { TenantContext } from "../_core/context";
import { sharedRead } from "../_core/shared-read";
import type {
  CalendarBranch,
  CalendarPerson,
  CalendarResource,
  CalendarService,
  ClosedDays,
  WeeklyHours,
} from "./calendar";
import {
  branchNamesSql,
  branchZonesSql,
  closedDaysSql,
  gapsSql,
  openingHoursSql,
  resourceNamesSql,
  resourcesSql,
  specialHoursSql,
  staffNamesSql,
  staffSql,
  timeOffSql,
  workingHoursSql,
} from "./calendar-sql";

/** MySQL hands JSON over parsed, MariaDB as text. Null where there was nothing to aggregate. */
export type JsonList<T> = T[] | string | null;
/** The same for texts by id. */
type JsonTexts<T = string> = Record<string, T> | string | null;

interface BranchColumns {
  branchNames: JsonTexts;
  branchZones: JsonTexts;
  openingHours: JsonList<WeeklyHours & { branchId: number }>;
  closedDays: JsonTexts<string | null>;
}

interface CalendarColumns extends BranchColumns {
  id: number;
  name: string;
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  priceCents: number;
  staffNeeded: number;
  minNoticeMinutes: number;
  bookingWindowDays: number;
  slotStepMinutes: number;
  calendarSource: CalendarSource;
  gaps: JsonList<CalendarService["gaps"][number]>;
  resources: JsonList<Pick<CalendarResource, "id" | "branchId"> & { active: number | boolean }>;
  resourceNames: JsonTexts;
  staffNames: JsonTexts;
  staff: JsonList<{
    id: number;
    lastBookedAt: string | null;
    qualified: number | boolean;
  }>;
  workingHours: JsonList<CalendarPerson["hours"][number] & { staffId: number }>;
  specialHours: JsonList<CalendarPerson["specialHours"][number] & { staffId: number }>;
  timeOff: JsonList<{ staffId: number; startsAt: string; endsAt: string }>;
}

interface Wish {
  serviceId: number;
  branchId?: number;
  /** Counts even if not qualified. */
  staffId?: number;
  /** Nobody else counts where one person is enough. */
  alone?: boolean;
  evenInactive: boolean;
  range: Interval;
}

/** Who asks about times near each other reads the same, and so shares it. */
const periodMs = 28 * dayMs;
const periodAround = ({ start, end }: Interval): Interval => ({
  start: Math.floor(start / periodMs) * periodMs,
  end: Math.ceil(end / periodMs) * periodMs,
});

/** The service with its tenant's rules, active branches, people and rooms; who is busy is not in it. */
export async function loadCalendarRows(ctx: TenantContext, wish: Wish) {
  const { staffId, alone } = wish;
  const ofAll = await shareRows(ctx, { ...wish, staffId: undefined });
  const isKnown = staffId === undefined || !ofAll || ofAll.staff.some(({ id }) => id === staffId);
  const rows = isKnown ? ofAll : await shareRows(ctx, wish);
  if (!rows || !alone || staffId === undefined || rows.service.staffNeeded > 1) return rows;
  return { ...rows, staff: rows.staff.filter(({ id }) => id === staffId) };
}

function shareRows(ctx: TenantContext, { serviceId, branchId, staffId, evenInactive, range }: Wish) {
  const period = {
    start: Math.floor(range.start / periodMs) * periodMs,
    end: Math.ceil(range.end / periodMs) * periodMs,
  };
  const key = [
    "calendar",
    ctx.tenant.id,
    serviceId,
    branchId,
    staffId,
    evenInactive,
    period.start,
    period.end,
  ];
  return sharedRead(ctx.db, key.join(), () =>
    readRows(ctx, { serviceId, branchId, staffId, evenInactive, range: period }),
  );
}

/** In one statement. */
async function readRows(ctx: TenantContext, wish: Omit<Wish, "alone">) {
  const { serviceId, branchId, range } = wish;
  const [rows] = await ctx.db.execute(sql`
    SELECT s.id, s.name, s.duration_minutes AS durationMinutes, s.buffer_before_minutes AS bufferBeforeMinutes,
      s.buffer_after_minutes AS bufferAfterMinutes, s.price_cents AS priceCents, s.staff_needed AS staffNeeded,
      t.min_notice_minutes AS minNoticeMinutes, t.booking_window_days AS bookingWindowDays,
      t.slot_step_minutes AS slotStepMinutes, t.calendar_source AS calendarSource,
      ${gapsSql(ctx, serviceId)} AS gaps, ${resourcesSql(ctx, serviceId)} AS resources,
      ${resourceNamesSql(ctx, serviceId)} AS resourceNames,
      ${branchNamesSql(ctx, branchId)} AS branchNames, ${branchZonesSql(ctx, branchId)} AS branchZones,
      ${openingHoursSql(ctx, branchId)} AS openingHours, ${closedDaysSql(ctx, range)} AS closedDays,
      ${staffSql(ctx, wish)} AS staff, ${staffNamesSql(ctx, wish)} AS staffNames, ${workingHoursSql(ctx, wish)} AS workingHours,
      ${specialHoursSql(ctx, range)} AS specialHours, ${timeOffSql(ctx, range)} AS timeOff
    FROM services s JOIN tenants t ON t.id = s.tenant_id
    WHERE s.tenant_id = ${ctx.tenant.id} AND s.id = ${serviceId} ${wish.evenInactive ? sql`` : sql`AND s.active`}`);
  const [row] = rows as unknown as CalendarColumns[];
  if (!row) return undefined;
  return {
    service: { ...row, gaps: parse(row.gaps).sort((a, b) => a.startsMinute - b.startsMinute) },
    branches: toBranches(row),
    staff: toPeople(row),
    resources: toResources(row),
  };
}

/** Active branches with their weekly hours and the days around the range on which those do not count. */
export function loadBranches(
  ctx: TenantContext,
  range: Interval,
  branchId?: number,
): Promise<CalendarBranch[]> {
  const period = periodAround(range);
  const key = ["branches", ctx.tenant.id, branchId, period.start, period.end];
  return sharedRead(ctx.db, key.join(), async () => {
    const [rows] = await ctx.db.execute(sql`
      SELECT ${branchNamesSql(ctx, branchId)} AS branchNames, ${branchZonesSql(ctx, branchId)} AS branchZones,
        ${openingHoursSql(ctx, branchId)} AS openingHours, ${closedDaysSql(ctx, period)} AS closedDays`);
    const [row] = rows as unknown as [BranchColumns];
    return toBranches(row);
  });
}

function toBranches(row: BranchColumns): CalendarBranch[] {
  const hours = grouped(parse(row.openingHours), ({ branchId, ...rest }) => [branchId, rest]);
  const closed = grouped(Object.entries(parseTexts(row.closedDays)), toClosedDays);
  const zones = parseTexts(row.branchZones);
  return Object.entries(parseTexts(row.branchNames))
    .map(([key, name]) => ({
      id: Number(key),
      name,
      timeZone: zones[key] as string,
      hours: (hours.get(Number(key)) ?? []).sort(
        (a, b) => a.weekday - b.weekday || a.startsMinute - b.startsMinute,
      ),
      closedDays: closed.get(Number(key)) ?? [],
    }))
    .sort(byId);
}

function toClosedDays([key, label]: [string, string | null]): [number, ClosedDays] {
  const [branchId, kind, startsOn, endsOn] = key.split(" ") as [string, ClosedDays["kind"], string, string];
  return [Number(branchId), { kind, startsOn, endsOn, label }];
}

function toPeople(row: CalendarColumns): CalendarPerson[] {
  const hours = grouped(parse(row.workingHours), ({ staffId, ...rest }) => [staffId, rest]);
  const special = grouped(parse(row.specialHours), ({ staffId, ...rest }) => [staffId, rest]);
  const off = grouped(parse(row.timeOff), ({ staffId, startsAt, endsAt }) => [
    staffId,
    { start: utc(startsAt), end: utc(endsAt) },
  ]);
  const names = parseTexts(row.staffNames);
  return parse(row.staff)
    .map(({ id, lastBookedAt, qualified }) => ({
      id,
      name: names[id] as string,
      qualified: Boolean(qualified),
      hours: hours.get(id) ?? [],
      specialHours: special.get(id) ?? [],
      timeOff: off.get(id) ?? [],
      busy: [],
      lastBookedAt: lastBookedAt === null ? null : utc(lastBookedAt),
    }))
    .sort(byId);
}

/** Null where the service needs no room; what is out of use cannot be had, but the service needs one all the same. */
function toResources(row: CalendarColumns): CalendarResource[] | null {
  const all = parse(row.resources);
  if (all.length === 0) return null;
  const names = parseTexts(row.resourceNames);
  return all
    .flatMap(({ id, branchId, active }) =>
      active ? [{ id, name: names[id] as string, branchId, busy: [] }] : [],
    )
    .sort(byId);
}

export const parse = <T>(list: JsonList<T>): T[] =>
  typeof list === "string" ? (JSON.parse(list) as T[]) : (list ?? []);

const parseTexts = <T>(texts: JsonTexts<T>): Record<string, T> =>
  typeof texts === "string" ? (JSON.parse(texts) as Record<string, T>) : (texts ?? {});

function grouped<T, V>(items: readonly T[], entryOf: (item: T) => [number, V]): Map<number, V[]> {
  const groups = new Map<number, V[]>();
  for (const item of items) {
    const [key, value] = entryOf(item);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

const byId = (a: { id: number }, b: { id: number }) => a.id - b.id;
export const utc = (text: string) => Date.parse(`${text.replace(" ", "T")}Z`);
