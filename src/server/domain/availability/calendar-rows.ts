import { and, eq, sql } from "drizzle-orm";
import { dayMs } from "@/lib/calendar-time";
import type { Interval } from "@/lib/intervals";
import { preparedOnce } from "@/server/db/prepared-once";
import { services, tenants } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { sharedRead } from "../_core/shared-read";
import type { CalendarBranch, CalendarPerson, CalendarResource, ClosedDays } from "./calendar";
import {
  branchColumns,
  exceptionColumns,
  type JsonList,
  type JsonTexts,
  serviceColumns,
  valuesOf,
  wanted,
} from "./calendar-sql";

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

const calendarQuery = preparedOnce((db) =>
  db
    .select({
      id: services.id,
      name: services.name,
      durationMinutes: services.durationMinutes,
      bufferBeforeMinutes: services.bufferBeforeMinutes,
      bufferAfterMinutes: services.bufferAfterMinutes,
      priceCents: services.priceCents,
      staffNeeded: services.staffNeeded,
      minNoticeMinutes: tenants.minNoticeMinutes,
      bookingWindowDays: tenants.bookingWindowDays,
      slotStepMinutes: tenants.slotStepMinutes,
      calendarSource: tenants.calendarSource,
      ...branchColumns,
      ...exceptionColumns,
      ...serviceColumns,
    })
    .from(services)
    .innerJoin(tenants, eq(tenants.id, services.tenantId))
    .where(
      and(
        eq(services.tenantId, wanted.tenantId),
        eq(services.id, wanted.serviceId),
        sql`(${services.active} OR ${sql.placeholder("evenInactive")})`,
      ),
    )
    .prepare(),
);
type CalendarRow = Awaited<ReturnType<ReturnType<typeof calendarQuery>["execute"]>>[number];

/** In one statement. */
async function readRows(ctx: TenantContext, wish: Omit<Wish, "alone">) {
  const { evenInactive } = wish;
  const [row] = await calendarQuery(ctx.db).execute({ ...valuesOf(ctx, wish), evenInactive });
  if (!row) return undefined;
  return {
    service: { ...row, gaps: parse(row.gaps).sort((a, b) => a.startsMinute - b.startsMinute) },
    branches: toBranches(row),
    staff: toPeople(row),
    resources: toResources(row),
  };
}

const branchesQuery = preparedOnce((db) =>
  db.select(branchColumns).from(tenants).where(eq(tenants.id, wanted.tenantId)).prepare(),
);
type BranchesRow = Pick<CalendarRow, keyof typeof branchColumns>;

/** Active branches with their weekly hours and the days around the range on which those do not count. */
export function loadBranches(
  ctx: TenantContext,
  range: Interval,
  branchId?: number,
): Promise<CalendarBranch[]> {
  const period = periodAround(range);
  const key = ["branches", ctx.tenant.id, branchId, period.start, period.end];
  return sharedRead(ctx.db, key.join(), async () => {
    const [row] = await branchesQuery(ctx.db).execute(valuesOf(ctx, { range: period, branchId }));
    return row ? toBranches(row) : [];
  });
}

function toBranches(row: BranchesRow): CalendarBranch[] {
  const hours = grouped(parse(row.openingHours), ({ branchId, ...rest }) => [branchId, rest]);
  const special = grouped(parse(row.specialOpeningHours), ({ branchId, ...rest }) => [branchId, rest]);
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
      specialHours: (special.get(Number(key)) ?? []).sort((a, b) => a.startsMinute - b.startsMinute),
      closedDays: closed.get(Number(key)) ?? [],
    }))
    .sort(byId);
}

function toClosedDays([key, label]: [string, string | null]): [number, ClosedDays] {
  const [branchId, kind, startsOn, endsOn] = key.split(" ") as [string, ClosedDays["kind"], string, string];
  return [Number(branchId), { kind, startsOn, endsOn, label }];
}

function toPeople(row: CalendarRow): CalendarPerson[] {
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
function toResources(row: CalendarRow): CalendarResource[] | null {
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
