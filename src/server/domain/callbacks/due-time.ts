import { dayMs, localDays, minuteMs } from "@/lib/calendar-time";
import { type Interval, instantAfter } from "@/lib/intervals";
import { type CalendarBranch, openTime } from "../availability/calendar";

/** How many minutes of opening time may pass before somebody calls. */
const dueWithinMinutes = { urgent: 15, high: 60, normal: 240, low: 480 } as const;

/** Longer than any holidays of a business. */
const lookAheadMs = 42 * dayMs;

export const dueRange = (from: Date): Interval => ({
  start: from.getTime(),
  end: from.getTime() + lookAheadMs,
});

/**
 * When a callback asked for at `from` is due: after so many minutes in which the branch was open, in its own zone,
 * holidays and closures left out. Without a branch of its own, whichever of the business gets there first counts.
 * Where nobody is open for six weeks, the clock on the wall counts.
 */
export function dueTime(
  branches: readonly CalendarBranch[],
  request: { branchId: number | null; from: Date; priority: keyof typeof dueWithinMinutes },
): Date {
  return afterOpenTime(branches, request, dueWithinMinutes[request.priority] * minuteMs);
}

/**
 * An instant that somebody chose, by the same hours: while the branch is closed, at night or on a holiday, it moves on to
 * the moment it opens next. Nothing is ever due when nobody is there to call.
 */
export const nextOpening = (
  branches: readonly CalendarBranch[],
  request: { branchId: number | null; from: Date },
): Date => afterOpenTime(branches, request, 0);

function afterOpenTime(
  branches: readonly CalendarBranch[],
  { branchId, from }: { branchId: number | null; from: Date },
  waitMs: number,
): Date {
  const own = branches.filter(({ id }) => id === branchId);
  const range = dueRange(from);
  const times = (own.length > 0 ? own : branches).flatMap((branch) => {
    const openings = openTime(branch, localDays(range, branch.timeZone));
    return instantAfter(openings, range.start, waitMs) ?? [];
  });
  return new Date(times.length > 0 ? Math.min(...times) : range.start + waitMs);
}
