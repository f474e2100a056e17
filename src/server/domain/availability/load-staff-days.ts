import { eq, sql } from "drizzle-orm";
import { type LocalDay, localDays, minuteMs } from "@/lib/calendar-time";
import { type Interval, intersect, subtract, union } from "@/lib/intervals";
import { wallTimeOf, weekdayOf } from "@/lib/plain-date";
import { preparedOnce } from "@/server/db/prepared-once";
import { tenants } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import type { CalendarBranch } from "./calendar";
import { parse, utc } from "./calendar-rows";
import { exceptionColumns, list, valuesOf, wanted, workingHours } from "./calendar-sql";

/** Minutes since midnight on the wall. */
interface Stretch {
  startsMinute: number;
  endsMinute: number;
}

export interface StaffDay {
  staffId: number;
  /** When the person works, absences not yet taken out. */
  work: Stretch[];
  away: Stretch[];
  /** Nothing of the working time is left. */
  awayAllDay: boolean;
}

const one = sql`(${wanted.staffId} IS NULL OR p.id = ${wanted.staffId})`;
const people = sql`staff p WHERE p.tenant_id = ${wanted.tenantId} AND p.active AND ${one}`;
const daysQuery = preparedOnce((db) =>
  db
    .select({
      slotStepMinutes: tenants.slotStepMinutes,
      staff: list<{ id: number; homeBranchId: number | null }>(
        sql`JSON_OBJECT('id', p.id, 'homeBranchId', p.home_branch_id)`,
        people,
      ),
      hours: workingHours(
        sql`WHERE w.tenant_id = ${wanted.tenantId} AND w.staff_id IN (SELECT p.id FROM ${people})`,
      ),
      ...exceptionColumns,
    })
    .from(tenants)
    .where(eq(tenants.id, wanted.tenantId))
    .prepare(),
);

interface Wish {
  /** Instants around all dates that will be asked for, in any zone. */
  range: Interval;
  staffId?: number;
}

/**
 * When each active person works, and is away, for every date within a range; in one statement, with the step of the
 * business's times. Why somebody is away is not told.
 */
export async function loadStaffDays(ctx: TenantContext, { range, staffId }: Wish) {
  const [row] = await daysQuery(ctx.db).execute(valuesOf(ctx, { range, staffId }));
  if (!row) throw notFound("tenant");
  const staff = parse(row.staff).sort((a, b) => a.id - b.id);
  const [hours, special, timeOff] = [parse(row.hours), parse(row.specialHours), parse(row.timeOff)];
  const staffDaysOf = (date: string, branches: readonly CalendarBranch[]): StaffDay[] =>
    staff.map(({ id, homeBranchId }) => {
      const own = <T extends { staffId: number }>(items: readonly T[]) =>
        items.filter((item) => item.staffId === id);
      const specialToday = own(special).filter(({ day }) => day === date);
      const usual = own(hours).filter(({ weekday }) => weekday === weekdayOf(date));
      const ofDay = specialToday.length > 0 ? specialToday : usual;
      const work = minutes(ofDay.filter(({ branchId }) => branches.some((branch) => branch.id === branchId)));
      const branch = branches.find((candidate) => candidate.id === (ofDay[0]?.branchId ?? homeBranchId));
      const zone = branch?.timeZone ?? ctx.tenant.timeZone;
      const away = own(timeOff).flatMap(({ startsAt, endsAt }) =>
        onWall({ start: utc(startsAt), end: utc(endsAt) }, date, zone),
      );
      return {
        staffId: id,
        work: stretches(work),
        away: stretches(union(away)),
        awayAllDay: work.length > 0 && subtract(work, away).length === 0,
      };
    });
  return { slotStepMinutes: row.slotStepMinutes, staffDaysOf };
}

/** The part of an interval on one date, in minutes on the wall. */
function onWall(interval: Interval, date: string, timeZone: string): Interval[] {
  const noon = Date.parse(`${date}T12:00:00Z`);
  const around = localDays({ start: noon - 14 * 60 * minuteMs, end: noon + 14 * 60 * minuteMs }, timeZone);
  const day = around.find((candidate) => candidate.date === date) as LocalDay;
  return intersect([interval], [day]).map(({ start, end }) => ({
    start: wallTimeOf(new Date(start), timeZone).minute,
    end: end === day.end ? 24 * 60 : wallTimeOf(new Date(end), timeZone).minute,
  }));
}

const minutes = (hours: readonly Stretch[]): Interval[] =>
  union(hours.map(({ startsMinute, endsMinute }) => ({ start: startsMinute, end: endsMinute })));
const stretches = (intervals: readonly Interval[]): Stretch[] =>
  intervals.map(({ start, end }) => ({ startsMinute: start, endsMinute: end }));
