import { dayMs, hourMs, minuteMs } from "@/lib/calendar-time";
import type { Interval } from "@/lib/intervals";

/**
 * How old the copy of Cal.com's free times may be. Whoever asks for times older than `freshMs` is answered and sets
 * off a fetch; a job keeps the next `nearDays` within `nearMs` and the rest of the booking window within `farMs`;
 * older than `usableMs` nothing is offered any more.
 */
export const slotAge = {
  freshMs: minuteMs,
  nearDays: 14,
  nearMs: 5 * minuteMs,
  farMs: hourMs,
  usableMs: 3 * hourMs,
};

/** How many days one request may cover. */
const maxDaysPerRequest = 62;

export interface SlotDay {
  /** Instants in milliseconds, ascending. */
  starts: number[];
  fetchedAt: Date;
  changedAt: Date | null;
}

/** The UTC day, "2026-11-24". */
export const utcDay = (instant: number) => new Date(instant).toISOString().slice(0, 10);
export const startOfUtcDay = (instant: number) => Math.floor(instant / dayMs) * dayMs;

/** Every UTC day that the interval touches. */
export function daysIn({ start, end }: Interval): string[] {
  const days: string[] = [];
  for (let at = startOfUtcDay(start); at < end; at += dayMs) days.push(utcDay(at));
  return days;
}

const ageOf = (day: SlotDay, now: number) => now - day.fetchedAt.getTime();

export const isUsable = (day: SlotDay | undefined, now: number): boolean =>
  day !== undefined && ageOf(day, now) <= slotAge.usableMs;

/** Whether it should be fetched again: missing, overtaken by an event, or older than `maxAgeMs`. */
export const isDue = (day: SlotDay | undefined, now: number, maxAgeMs: number): boolean =>
  day === undefined ||
  ageOf(day, now) > maxAgeMs ||
  (day.changedAt !== null && day.changedAt >= day.fetchedAt);

/** The one range that covers all due days, at most `maxDaysPerRequest` from the first; undefined if none is due. */
export function rangeToFetch(days: readonly string[], due: (day: string) => boolean): Interval | undefined {
  const first = days.findIndex(due);
  if (first < 0) return undefined;
  const within = days.slice(first, first + maxDaysPerRequest);
  const last = within.findLastIndex(due);
  return { start: Date.parse(within[0] as string), end: Date.parse(within[last] as string) + dayMs };
}
