import { type OutsideHoursRequest, outsideHoursRequest } from "@/contracts/branches";
import { dayMs, localDate, localDays } from "@/lib/calendar-time";
import { minuteOf } from "@/lib/clock-minutes";
import { covers } from "@/lib/intervals";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { type BranchHours, type CalendarBranch, closedOn, openTime } from "../availability/calendar";
import { loadBranches } from "../availability/calendar-rows";
import {
  type AffectedAppointment,
  listAffectedByIds,
  listUpcomingTimes,
} from "../catalog/affected-appointments";

const lookAheadMs = 366 * dayMs;

/** One that lies outside opening hours. */
export interface AppointmentOutside extends AffectedAppointment {
  /** Its local calendar day. */
  day: string;
  /** This day has hours of its own. */
  special: boolean;
}

/**
 * Appointments of the coming year outside a branch's opening hours, earliest first, at most 200: as the hours are, or
 * as the request would have them, of a special day only that day's. What lies in closing days is listed there.
 * @throws DomainError `branch.not_found`
 */
export async function listOutsideHours(
  ctx: TenantContext,
  input: OutsideHoursRequest,
): Promise<AppointmentOutside[]> {
  requirePermission(ctx, "appointments:read");
  const request = outsideHoursRequest.parse(input);
  const range = { start: Date.now(), end: Date.now() + lookAheadMs };
  const [branch] = await loadBranches(ctx, range, request.branchId);
  if (!branch) throw notFound("branch");
  const hours = asRequested(branch, request);
  const dayOf = ({ startTime }: { startTime: Date }) => localDate(startTime.getTime(), branch.timeZone);
  const times = await listUpcomingTimes(ctx, { branchId: branch.id }, new Date(range.end));
  const outside = times.filter((time) => {
    if (request.special && dayOf(time) !== request.special.day) return false;
    const taken = { start: time.startTime.getTime(), end: time.endTime.getTime() };
    const days = localDays(taken, branch.timeZone);
    return (
      days.every(({ date }) => closedOn(hours, date)?.kind !== "closure") &&
      !covers(openTime(hours, days), taken)
    );
  });
  const rows = await listAffectedByIds(
    ctx,
    outside.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    day: dayOf(row),
    special: hours.specialHours.some(({ day }) => day === dayOf(row)),
  }));
}

function asRequested(
  branch: CalendarBranch,
  { week, special }: ReturnType<typeof outsideHoursRequest.parse>,
): BranchHours {
  const minutes = ({ from, to }: { from: string; to: string }) => ({
    startsMinute: minuteOf(from, "start"),
    endsMinute: minuteOf(to, "end"),
  });
  const others = branch.specialHours.filter(({ day }) => day !== special?.day);
  const ofDay = special?.ranges.map((range) => ({ day: special.day, ...minutes(range) })) ?? [];
  return {
    closedDays: branch.closedDays,
    hours: week?.map(({ weekday, ...range }) => ({ weekday, ...minutes(range) })) ?? branch.hours,
    specialHours: special ? [...others, ...ofDay] : branch.specialHours,
  };
}
