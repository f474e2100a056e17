import type { SlotRefusal } from "@/contracts/appointments";
import type { CalendarSource } from "@/contracts/tenants";
import { dayMs, type LocalDay, localDays, minuteMs, wallClock } from "@/lib/calendar-time";
import { covers, type Interval, intersect, lengthWithin, subtract } from "@/lib/intervals";

/** Staff time is owned in cells of five minutes; a start in the middle of one is never free. */
export const cellMinutes = 5;

/** Minutes since local midnight; weekday 1 = Monday … 7 = Sunday. */
export interface WeeklyHours {
  weekday: number;
  startsMinute: number;
  endsMinute: number;
}

/** Local calendar days, both inclusive. */
export interface ClosedDays {
  kind: "holiday" | "closure";
  startsOn: string;
  endsOn: string;
  label: string | null;
}

export interface CalendarBranch {
  id: number;
  name: string;
  timeZone: string;
  hours: WeeklyHours[];
  closedDays: ClosedDays[];
}

export interface CalendarPerson {
  id: number;
  name: string;
  qualified: boolean;
  hours: (WeeklyHours & { branchId: number })[];
  timeOff: Interval[];
  /** Time owned by appointments, their buffers included. */
  busy: Interval[];
  /** Milliseconds since the epoch; null if never. */
  lastBookedAt: number | null;
}

export interface CalendarService {
  id: number;
  name: string;
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  priceCents: number;
}

/** Everything that decides about one service within `range`, loaded once. Instants in milliseconds. */
export interface Calendar {
  now: number;
  range: Interval;
  minNoticeMinutes: number;
  bookingWindowDays: number;
  slotStepMinutes: number;
  /** Whose calendar has the last word; the times themselves come from here either way. */
  calendarSource: CalendarSource;
  service: CalendarService;
  branches: CalendarBranch[];
  staff: CalendarPerson[];
}

export interface Choice {
  person: CalendarPerson;
  branch: CalendarBranch;
}

export type Verdict =
  | { free: true; choices: [Choice, ...Choice[]] }
  | { free: false; reason: SlotRefusal; label?: string };

/** The time an appointment owns on a person's calendar: the service and its buffers. */
export function occupancy(service: CalendarService, start: number): Interval {
  return {
    start: start - service.bufferBeforeMinutes * minuteMs,
    end: start + (service.durationMinutes + service.bufferAfterMinutes) * minuteMs,
  };
}

/** The days that an appointment starting within `range` can touch, in the branch's zone. */
export function daysOf(calendar: Calendar, branch: CalendarBranch): LocalDay[] {
  const { start, end } = calendar.range;
  return localDays({ start, end: end + calendar.service.durationMinutes * minuteMs }, branch.timeZone);
}

const weekly = (hours: readonly WeeklyHours[], days: readonly LocalDay[]) =>
  days.flatMap((day) =>
    hours
      .filter((h) => h.weekday === day.weekday)
      .flatMap((h) => wallClock(day, h.startsMinute, h.endsMinute)),
  );

const closedOn = (branch: CalendarBranch, date: string) =>
  branch.closedDays.find((closed) => closed.startsOn <= date && date <= closed.endsOn);

/** When the branch is open: weekly hours without holidays and closures. */
export function openTime(branch: CalendarBranch, days: readonly LocalDay[]): Interval[] {
  return weekly(
    branch.hours,
    days.filter((day) => !closedOn(branch, day.date)),
  );
}

/** When the person works at this branch, whether it is open or not. */
export function workTime(
  person: CalendarPerson,
  branch: CalendarBranch,
  days: readonly LocalDay[],
): Interval[] {
  const hours = person.hours.filter((h) => h.branchId === branch.id);
  return subtract(weekly(hours, days), person.timeOff);
}

/**
 * The one answer to "when can this start?", for offering as well as for booking. A start is possible when the
 * service lies within open and worked time, and service with buffers meets no other appointment.
 * Buffers may reach beyond opening hours: tidying up needs no open door.
 * The result is a set of instants; a half-open interval may end one millisecond after the last start.
 */
export function possibleStarts(
  calendar: Calendar,
  person: CalendarPerson,
  open: readonly Interval[],
  work: readonly Interval[],
): Interval[] {
  if (!person.qualified) return [];
  const duration = calendar.service.durationMinutes * minuteMs;
  const own = occupancy(calendar.service, 0);
  const fitting = intersect(open, work).map((i) => ({ start: i.start, end: i.end - duration + 1 }));
  const blocked = person.busy.map((b) => ({ start: b.start - own.end + 1, end: b.end - own.start }));
  return intersect(subtract(fitting, blocked), [bookable(calendar)]);
}

/** From the end of the minimum notice to the end of the booking window. */
function bookable(calendar: Calendar): Interval {
  return {
    start: calendar.now + calendar.minNoticeMinutes * minuteMs,
    end: calendar.now + calendar.bookingWindowDays * dayMs + 1,
  };
}

/** Whether a start is free, and for whom, fairest choice first; otherwise the first reason against it. */
export function judgeStart(calendar: Calendar, start: number, staffId?: number): Verdict {
  const { now, service } = calendar;
  const wanted = { start, end: start + service.durationMinutes * minuteMs };
  const staff = calendar.staff.filter((p) => p.qualified && (staffId === undefined || p.id === staffId));
  const limits = bookable(calendar);

  if (start < now) return { free: false, reason: "past" };
  if (staff.length === 0) return { free: false, reason: "staff_not_qualified" };
  if (start < limits.start) return { free: false, reason: "too_soon" };
  if (start >= limits.end) return { free: false, reason: "too_far" };

  const branches = calendar.branches.map((branch) => {
    const days = localDays(wanted, branch.timeZone);
    return { branch, days, open: openTime(branch, days) };
  });
  const openBranches = branches.filter(({ open }) => covers(open, wanted));
  if (openBranches.length === 0) return closedBecause(branches);

  const working = openBranches.flatMap(({ branch, days, open }) =>
    staff
      .map((person) => ({
        person,
        branch,
        open,
        work: workTime(person, branch, days),
        day: days[0] as LocalDay,
      }))
      .filter(({ work }) => covers(work, wanted)),
  );
  if (working.length === 0) return { free: false, reason: "staff_off" };

  const [first, ...rest] = working
    .filter(({ person, open, work }) =>
      covers(possibleStarts(calendar, person, open, work), { start, end: start + 1 }),
    )
    .sort((a, b) => compareFairly(a, b, a.day));
  const onGrid = start % (cellMinutes * minuteMs) === 0;
  return first && onGrid ? { free: true, choices: [first, ...rest] } : { free: false, reason: "taken" };
}

function closedBecause(branches: { branch: CalendarBranch; days: LocalDay[] }[]): Verdict {
  const reasons = branches.map(({ branch, days }) => closedOn(branch, (days[0] as LocalDay).date));
  const reason = reasons.every((r) => r !== undefined) ? reasons[0] : undefined;
  return {
    free: false,
    reason: reason?.kind === "holiday" ? "holiday" : "closed",
    ...(reason?.label ? { label: reason.label } : {}),
  };
}

/** Fewest minutes booked that day, then least recently booked, then lowest id. */
export function compareFairly(a: Choice, b: Choice, day: Interval): number {
  return (
    lengthWithin(a.person.busy, day) - lengthWithin(b.person.busy, day) ||
    (a.person.lastBookedAt ?? 0) - (b.person.lastBookedAt ?? 0) ||
    a.person.id - b.person.id ||
    a.branch.id - b.branch.id
  );
}
