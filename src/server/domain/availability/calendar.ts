import type { CalendarSource } from "@/contracts/tenants";
import { dayMs, type LocalDay, localDays, minuteMs, wallClock } from "@/lib/calendar-time";
import { type Interval, intersect, lengthWithin, subtract, union } from "@/lib/intervals";
import { peopleTime, roomTime, type ServiceTime } from "./service-time";

/** Time is owned in cells of five minutes; a start in the middle of one is never free. */
export const cellMinutes = 5;

/** Minutes since local midnight; weekday 1 = Monday … 7 = Sunday. */
export interface WeeklyHours {
  weekday: number;
  startsMinute: number;
  endsMinute: number;
}

/** A local calendar day, "2026-12-24", with hours of its own. Minutes since local midnight. */
export interface SpecialHours {
  day: string;
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

/** What decides when a branch is open. */
export interface BranchHours {
  hours: WeeklyHours[];
  /** The owner's word for single days: instead of the weekly hours, and even on a holiday; a closure beats them. */
  specialHours: SpecialHours[];
  closedDays: ClosedDays[];
}

export interface CalendarBranch extends BranchHours {
  id: number;
  name: string;
  timeZone: string;
}

export interface CalendarPerson {
  id: number;
  name: string;
  qualified: boolean;
  hours: (WeeklyHours & { branchId: number })[];
  /** They count instead of the weekly ones. */
  specialHours: (SpecialHours & { branchId: number })[];
  timeOff: Interval[];
  /** Time owned by appointments and by what is held for other callers, buffers included. */
  busy: Interval[];
  /** The only starts free in an outside calendar, where one has the last word. */
  startsElsewhere?: Interval[];
  /** The event type there that these starts belong to. */
  calcomEventTypeId?: number;
  /** Milliseconds since the epoch; null if never. */
  lastBookedAt: number | null;
}

/** A room or device of which a service needs one. */
export interface CalendarResource {
  id: number;
  name: string;
  branchId: number;
  busy: Interval[];
}

export interface CalendarService extends ServiceTime {
  id: number;
  name: string;
  priceCents: number;
  /** How many qualified people take part at once. */
  staffNeeded: number;
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
  /** Of which one is needed; null where the service needs none. */
  resources: CalendarResource[] | null;
}

export type Team = readonly [CalendarPerson, ...CalendarPerson[]];

/** Who does it and where; the first person is the one that the customer is told. */
export interface Choice {
  team: Team;
  branch: CalendarBranch;
  resource: CalendarResource | null;
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

/** Why the branch is closed on a day on which its usual hours do not count. */
export function closedOn(branch: BranchHours, date: string): ClosedDays | undefined {
  const reasons = branch.closedDays.filter(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn);
  const closure = reasons.find(({ kind }) => kind === "closure");
  return closure ?? (branch.specialHours.some(({ day }) => day === date) ? undefined : reasons[0]);
}

/** The hours that count on one day, in minutes since local midnight; none where it is closed. */
export function hoursOn(branch: BranchHours, { date, weekday }: Pick<LocalDay, "date" | "weekday">) {
  if (closedOn(branch, date)) return [];
  const special = branch.specialHours.filter(({ day }) => day === date);
  const ofDay = special.length > 0 ? special : branch.hours.filter((usual) => usual.weekday === weekday);
  return ofDay.map(({ startsMinute, endsMinute }) => ({ startsMinute, endsMinute }));
}

/** When the branch is really open. */
export function openTime(branch: BranchHours, days: readonly LocalDay[]): Interval[] {
  return union(
    days.flatMap((day) =>
      hoursOn(branch, day).flatMap((hours) => wallClock(day, hours.startsMinute, hours.endsMinute)),
    ),
  );
}

/** When the person works at this branch, whether it is open or not. */
export function workTime(
  person: CalendarPerson,
  branch: CalendarBranch,
  days: readonly LocalDay[],
): Interval[] {
  const isSpecial = (day: LocalDay) => person.specialHours.some((special) => special.day === day.date);
  const usual = weekly(
    person.hours.filter((h) => h.branchId === branch.id),
    days.filter((day) => !isSpecial(day)),
  );
  const special = days.flatMap((day) =>
    person.specialHours
      .filter((h) => h.day === day.date && h.branchId === branch.id)
      .flatMap((h) => wallClock(day, h.startsMinute, h.endsMinute)),
  );
  return subtract([...usual, ...special], person.timeOff);
}

/**
 * The one answer to "when can this person start?", for offering as well as for booking. A start is possible when the
 * service lies within open and worked time, and what it owns of the person meets nothing else.
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
  const fitting = intersect(open, work).map((i) => ({ start: i.start, end: i.end - duration + 1 }));
  const free = subtract(fitting, startsBlockedBy(person.busy, peopleTime(calendar.service, 0)));
  const starts = intersect(free, [bookable(calendar)]);
  return person.startsElsewhere ? intersect(starts, person.startsElsewhere) : starts;
}

/** When this room can take the service in, among `starts`. */
export function roomStarts(
  calendar: Calendar,
  resource: CalendarResource,
  starts: readonly Interval[],
): Interval[] {
  return subtract(starts, startsBlockedBy(resource.busy, roomTime(calendar.service, 0)));
}

/** The starts at which some part of `own` (for a start at 0) would meet some of `busy`. */
function startsBlockedBy(busy: readonly Interval[], own: readonly Interval[]): Interval[] {
  return busy.flatMap((b) => own.map((o) => ({ start: b.start - o.end + 1, end: b.end - o.start })));
}

/** The rooms of a branch that count; undefined where none is needed. */
export const roomsAt = (calendar: Calendar, branch: CalendarBranch) =>
  calendar.resources?.filter((resource) => resource.branchId === branch.id);

/** As many of those who can as are needed: the one asked for first, then whose turn it is. */
export function formTeam(
  calendar: Calendar,
  inOrder: readonly CalendarPerson[],
  staffId?: number,
): Team | undefined {
  const wished = inOrder.filter((person) => person.id === staffId);
  const [first, ...others] =
    staffId === undefined ? inOrder : [...wished, ...inOrder.filter((p) => !wished.includes(p))];
  if (!first || (staffId !== undefined && first.id !== staffId)) return undefined;
  const further = others.slice(0, calendar.service.staffNeeded - 1);
  return further.length === calendar.service.staffNeeded - 1 ? [first, ...further] : undefined;
}

/** From the end of the minimum notice to the end of the booking window. */
export function bookable(calendar: Calendar): Interval {
  return {
    start: calendar.now + calendar.minNoticeMinutes * minuteMs,
    end: calendar.now + calendar.bookingWindowDays * dayMs + 1,
  };
}

/** Fewest minutes booked that day, then least recently booked, then lowest id. */
export function inFairOrder<T>(
  items: readonly T[],
  personOf: (item: T) => CalendarPerson,
  day: Interval,
): T[] {
  return items
    .map((item) => ({ item, person: personOf(item) }))
    .map((entry) => ({ ...entry, booked: lengthWithin(entry.person.busy, day) }))
    .sort(
      (a, b) =>
        a.booked - b.booked ||
        (a.person.lastBookedAt ?? 0) - (b.person.lastBookedAt ?? 0) ||
        a.person.id - b.person.id,
    )
    .map(({ item }) => item);
}
