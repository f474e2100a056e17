import type { DayRefusal } from "@/contracts/appointments";
import { type Interval, intersect } from "@/lib/intervals";
import {
  bookable,
  type Calendar,
  type CalendarPerson,
  daysOf,
  formTeam,
  openTime,
  possibleStarts,
  workTime,
} from "./calendar";
import { closedBecause } from "./judge-start";

export interface EmptyDay {
  reason: DayRefusal;
  /** Name of the holiday or reason of the closure. */
  label?: string;
}

/**
 * Why nothing is free on a day of the calendar's range ("2026-12-24" on the wall of each branch) on which nothing is:
 * the first reason that applies. Who works but is on holiday is away; who is there all day is taken.
 */
export function judgeEmptyDay(calendar: Calendar, date: string, staffId?: number): EmptyDay {
  const alone = staffId !== undefined && calendar.service.staffNeeded === 1;
  const staff = calendar.staff.filter((p) => p.qualified && (!alone || p.id === staffId));
  const isTeam = (people: readonly CalendarPerson[]) => formTeam(calendar, people, staffId) !== undefined;
  if (!isTeam(staff)) return { reason: "staff_not_qualified" };

  const branches = calendar.branches.flatMap((branch) =>
    daysOf(calendar, branch)
      .filter((day) => day.date === date)
      .map((day) => ({ branch, day, open: openTime(branch, [day]) })),
  );
  const limits = bookable(calendar);
  if (branches.every(({ day }) => day.end <= calendar.now)) return { reason: "past" };
  if (branches.every(({ day }) => day.end <= limits.start)) return { reason: "too_soon" };
  if (branches.every(({ day }) => day.start >= limits.end)) return { reason: "too_far" };

  const openBranches = branches.filter(({ open }) => open.length > 0);
  if (openBranches.length === 0) {
    return closedBecause(branches.map(({ branch, day }) => ({ branch, days: [day] })));
  }
  /** Whether in some branch enough people have any of this. */
  const some = (of: (person: CalendarPerson, at: (typeof openBranches)[number]) => Interval[]) =>
    openBranches.some((at) => isTeam(staff.filter((person) => of(person, at).length > 0)));
  const unlimited = { ...calendar, now: 0, minNoticeMinutes: 0, bookingWindowDays: 1_000_000 };
  const workOf = (person: CalendarPerson, { branch, day, open }: (typeof openBranches)[number]) =>
    intersect(open, workTime(person, branch, [day]));
  const startsOf = (terms: Calendar) => (person: CalendarPerson, at: (typeof openBranches)[number]) =>
    possibleStarts(terms, { ...person, busy: [], startsElsewhere: undefined }, at.open, workOf(person, at));

  if (!some((person, at) => workOf({ ...person, timeOff: [] }, at))) return { reason: "staff_off" };
  if (!some(workOf)) return { reason: "staff_away" };
  if (!some(startsOf(unlimited))) return { reason: "too_short" };
  if (!some(startsOf(calendar))) return { reason: calendar.minNoticeMinutes > 0 ? "too_soon" : "past" };
  return { reason: "taken" };
}
