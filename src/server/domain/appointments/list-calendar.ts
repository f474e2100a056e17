import { occupyingStatuses } from "@/contracts/appointment-states";
import { type CalendarRequest, calendarRequest } from "@/contracts/calendar";
import { dayMs, minuteMs } from "@/lib/calendar-time";
import { dayRange } from "@/lib/day-range";
import { addDays, wallTimeOf, weekdayOf } from "@/lib/plain-date";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { type CalendarBranch, closedOn, hoursOn } from "../availability/calendar";
import { loadBranches } from "../availability/calendar-rows";
import { loadStaffDays } from "../availability/load-staff-days";
import { type AppointmentView, listAppointments } from "./queries";

const mostRows = 1000;

/**
 * Some days as a calendar shows them: what occupies time, and when it is open. Dates and minutes since midnight are
 * those on the wall of each appointment's branch. `complete` is false where not everything fitted.
 * @throws DomainError `branch.not_found`
 */
export async function listCalendar(ctx: TenantContext, request: CalendarRequest) {
  requirePermission(ctx, "appointments:read");
  const { fromDate, days, staffId, branchId } = calendarRequest.parse(request);
  const { from, before } = dayRange(
    { fromDate, toDate: addDays(fromDate, days - 1) },
    ctx.tenant.timeZone,
  ) as { from: Date; before: Date };
  // A branch in another zone has its days earlier or later than the business.
  const range = { start: from.getTime() - dayMs, end: before.getTime() + dayMs };
  const dates = Array.from({ length: days }, (_, index) => addDays(fromDate, index));
  const [rows, branches, { slotStepMinutes, staffDaysOf }] = await Promise.all([
    listAppointments(ctx, {
      from: new Date(range.start),
      to: new Date(range.end),
      status: occupyingStatuses,
      staffId,
      branchId,
      limit: mostRows,
    }),
    loadBranches(ctx, range, branchId),
    loadStaffDays(ctx, { range, staffId }),
  ]);
  if (branchId !== undefined && branches.length === 0) throw notFound("branch");
  const shown = dates.map((date) => ({
    date,
    ...openingOf(branches, date),
    staff: staffDaysOf(date, branches),
    branches: branches.map((branch) => ({
      branchId: branch.id,
      date,
      ...openingOf([branch], date),
      staff: staffDaysOf(date, [branch]),
    })),
  }));
  const openDates = shown.filter(({ open }) => open.length > 0);
  return {
    days: shown,
    slotStepMinutes,
    /** Weekdays on which it is open, usually or on one of these days. 1 = Monday … 7 = Sunday. */
    openWeekdays: [
      ...new Set([
        ...branches.flatMap(({ hours }) => hours.map(({ weekday }) => weekday)),
        ...openDates.map(({ date }) => weekdayOf(date)),
      ]),
    ],
    appointments: rows
      .map((row) => toCalendarItem(row, ctx.tenant.timeZone))
      .filter(({ date }) => dates.includes(date)),
    complete: rows.length < mostRows,
  };
}

function toCalendarItem({ appointment, ...names }: AppointmentView, businessZone: string) {
  const { id, startTime, endTime, status, attendeeName, staffId, branchId, version, syncState } = appointment;
  const timeZone = names.timeZone ?? businessZone;
  const { date, minute } = wallTimeOf(startTime, timeZone);
  return {
    id,
    startTime,
    endTime,
    status,
    timeZone,
    date,
    startMinute: minute,
    /** Beyond 1440 where it lasts past midnight. */
    endMinute: minute + (endTime.getTime() - startTime.getTime()) / minuteMs,
    name: attendeeName ?? names.customerName,
    serviceName: names.serviceName,
    staffId,
    staffName: names.staffName,
    branchId,
    branchName: names.branchName,
    /** As what is shown was read; a change of an older one is refused. */
    version,
    /** Its length is the outside calendar's matter. */
    isSynced: syncState !== "none",
  };
}

/** When any of the branches is open, and which of them a holiday or a closure keeps closed. */
export function openingOf(branches: readonly CalendarBranch[], date: string) {
  const day = { date, weekday: weekdayOf(date) };
  const closed = branches.flatMap((branch) => {
    const reason = closedOn(branch, date);
    return reason ? [{ branchName: branch.name, kind: reason.kind, label: reason.label }] : [];
  });
  const open = branches.flatMap((branch) => hoursOn(branch, day));
  return { open, closed, allClosed: branches.length > 0 && closed.length === branches.length };
}
