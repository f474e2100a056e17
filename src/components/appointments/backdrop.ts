import { type Interval, intersect, subtract, union } from "@/lib/intervals";

interface Stretch {
  startsMinute: number;
  endsMinute: number;
}

/** When one person works and is away on a day, in minutes since midnight. */
export interface PersonDay {
  work: readonly Stretch[];
  away: readonly Stretch[];
  awayAllDay: boolean;
}

/** Why nothing can be booked: nobody is there, this person is off, or away although it would be working time. */
export interface BackdropPart extends Interval {
  why: "closed" | "off" | "away";
}

/** What stands behind the slips of a column within the shown hours, each minute with one reason. */
export function backdropOf(
  open: readonly Stretch[],
  person: PersonDay | undefined,
  hours: { from: number; to: number },
): BackdropPart[] {
  const shown = [{ start: hours.from * 60, end: hours.to * 60 }];
  const opened = toIntervals(open);
  const closed = subtract(shown, opened);
  if (!person) return parts("closed", closed);
  const [work, absences] = [toIntervals(person.work), toIntervals(person.away)];
  const away = intersect(intersect(shown, opened), intersect(work, absences));
  const off = subtract(intersect(shown, opened), work);
  return [...parts("closed", closed), ...parts("off", off), ...parts("away", away)].sort(
    (a, b) => a.start - b.start,
  );
}

/** Whether somebody's appointment lies where they are away: it stays until it is moved or cancelled. */
export const isUnattended = (
  person: PersonDay | undefined,
  { startMinute, endMinute, status }: { startMinute: number; endMinute: number; status: string },
): boolean =>
  (status === "scheduled" || status === "pending") &&
  person?.away.some(
    ({ startsMinute, endsMinute }) => startsMinute < endMinute && startMinute < endsMinute,
  ) === true;

const parts = (why: BackdropPart["why"], intervals: readonly Interval[]) =>
  intervals.map((interval) => ({ ...interval, why }));

const toIntervals = (stretches: readonly Stretch[]) =>
  union(stretches.map(({ startsMinute, endsMinute }) => ({ start: startsMinute, end: endsMinute })));
