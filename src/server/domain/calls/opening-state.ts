import { localDays, wallClock } from "@/lib/calendar-time";
import { union } from "@/lib/intervals";

export interface BranchHours {
  /** Minutes since local midnight; weekday 1 = Monday … 7 = Sunday. */
  weekly: { weekday: number; startsMinute: number; endsMinute: number }[];
  /** Calendar days `YYYY-MM-DD` on which the branch stays closed, both inclusive. */
  closed: { startsOn: string; endsOn: string }[];
}

export type OpeningState = { open: true; until: Date } | { open: false; next: Date | null };

const lookAheadMs = 15 * 86_400_000;

/** Whether a branch is open at this instant, until when, or when it opens next within two weeks. */
export function openingState(hours: BranchHours, now: Date, timeZone: string): OpeningState {
  const range = { start: now.getTime(), end: now.getTime() + lookAheadMs };
  const openings = localDays(range, timeZone)
    .filter((day) => !hours.closed.some((c) => c.startsOn <= day.date && day.date <= c.endsOn))
    .flatMap((day) =>
      hours.weekly
        .filter((h) => h.weekday === day.weekday)
        .flatMap((h) => wallClock(day, h.startsMinute, h.endsMinute)),
    );
  const next = union(openings).find((opening) => opening.end > range.start);
  if (next && next.start <= range.start) return { open: true, until: new Date(next.end) };
  return { open: false, next: next ? new Date(next.start) : null };
}
