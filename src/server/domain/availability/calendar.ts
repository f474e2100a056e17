import type { CalendarSource } from "@/contracts/tenants";
import { dayMs, type LocalDay, localDays, minuteMs, wallClock } from "@/lib/calendar-time";
import { type Interval, intersect, lengthWithin, subtract, union } from "@/lib/intervals";

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
  /** The only starts free in an outside calendar, where one has the last word. */
  startsElsewhere?: Interval[];
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
  /** Whose calendar has the last word. */
  calendarSource: CalendarSource;
  service: CalendarService;
  branches: CalendarBranch[];
  staff: CalendarPerson[];
}

export interface Choice {
  person: CalendarPerson;
  branch: CalendarBranch;
}

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

/** Why the branch is closed on a day on which its weekly hours do not count. */
export const closedOn = (branch: CalendarBranch, date: string) =>
  branch.closedDays.find((closed) => closed.startsOn <= date && date <= closed.endsOn);

/** When the branch is open: weekly hours without holidays and closures. */
export function openTime(branch: CalendarBranch, days: readonly LocalDay[]): Interval[] {
  return union(
    weekly(
      branch.hours,
      days.filter((day) => !closedOn(branch, day.date)),
    ),
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
  const starts = intersect(subtract(fitting, blocked), [bookable(calendar)]);
  return person.startsElsewhere ? intersect(starts, person.startsElsewhere) : starts;
}

/** From the end of the minimum notice to the end of the booking window. */
export function bookable(calendar: Calendar): Interval {
  return {
    start: calendar.now + calendar.minNoticeMinutes * minuteMs,
    end: calendar.now + calendar.bookingWindowDays * dayMs + 1,
  };
}

/** Fewest minutes booked that day, then least recently booked, then lowest id. */
export function inFairOrder<T>(items: readonly T[], choiceOf: (item: T) => Choice, day: Interval): T[] {
  return items
    .map((item) => ({ item, ...choiceOf(item) }))
    .map((entry) => ({ ...entry, booked: lengthWithin(entry.person.busy, day) }))
    .sort(
      (a, b) =>
        a.booked - b.booked ||
        (a.person.lastBookedAt ?? 0) - (b.person.lastBookedAt ?? 0) ||
        a.person.id - b.person.id ||
        a.branch.id - b.branch.id,
    )
    .map(({ item }) => item);
}
