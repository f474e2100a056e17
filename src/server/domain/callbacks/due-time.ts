import { dayMs, localDays, minuteMs } from "@/lib/calendar-time";
import type { Interval } from "@/lib/intervals";
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
  const own = branches.filter(({ id }) => id === request.branchId);
  const waitMs = dueWithinMinutes[request.priority] * minuteMs;
  const range = dueRange(request.from);
  const times = (own.length > 0 ? own : branches).flatMap(
    (branch) => afterOpenTime(openTime(branch, localDays(range, branch.timeZone)), range.start, waitMs) ?? [],
  );
  return new Date(times.length > 0 ? Math.min(...times) : range.start + waitMs);
}

function afterOpenTime(openings: readonly Interval[], from: number, waitMs: number): number | undefined {
  let left = waitMs;
  for (const { start, end } of openings) {
    const begin = Math.max(start, from);
    if (begin + left <= end) return begin + left;
    left -= Math.max(0, end - begin);
  }
  return undefined;
}
