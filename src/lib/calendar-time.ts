import { Temporal } from "temporal-polyfill";
import type { Interval } from "./intervals";

export const minuteMs = 60_000;
export const dayMs = 86_400_000;

/**
 * One calendar day of a zone. On the days the clocks change it has two stretches with an offset each; wall-clock
 * arithmetic inside a stretch is plain addition, so the missing hour cannot appear and the doubled hour has two
 * distinct instants.
 */
export interface LocalDay {
  /** "2026-03-29" */
  readonly date: string;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  readonly start: number;
  readonly end: number;
  /** Milliseconds that the clock on the wall is ahead of UTC. */
  readonly stretches: readonly (Interval & { readonly offset: number })[];
}

/** "2026-03-29": the date on the wall at this instant. */
export function localDate(instant: number, timeZone: string): string {
  return zoned(instant, timeZone).toPlainDate().toString();
}

/** Every day of the zone that has a part in `range`, in order. */
export function localDays(range: Interval, timeZone: string): LocalDay[] {
  const days: LocalDay[] = [];
  let date = zoned(range.start, timeZone).toPlainDate();
  while (days.length === 0 || (days.at(-1) as LocalDay).end < range.end) {
    days.push(localDay(date, timeZone));
    date = date.add({ days: 1 });
  }
  return days;
}

/** The instants of `day` at which the wall shows a time in [startsMinute, endsMinute), minutes since midnight. */
export function wallClock(day: LocalDay, startsMinute: number, endsMinute: number): Interval[] {
  const midnight = Date.parse(day.date);
  return day.stretches
    .map((stretch) => ({
      start: Math.max(stretch.start, midnight + startsMinute * minuteMs - stretch.offset),
      end: Math.min(stretch.end, midnight + endsMinute * minuteMs - stretch.offset),
    }))
    .filter((interval) => interval.start < interval.end);
}

/** The instants within `intervals` at which the wall shows a multiple of `stepMinutes` since midnight. */
export function gridPoints(day: LocalDay, intervals: readonly Interval[], stepMinutes: number): number[] {
  const midnight = Date.parse(day.date);
  const step = stepMinutes * minuteMs;
  const points: number[] = [];
  for (const stretch of day.stretches) {
    const origin = midnight - stretch.offset;
    for (const interval of intervals) {
      const from = Math.max(interval.start, stretch.start);
      const until = Math.min(interval.end, stretch.end);
      for (let at = origin + Math.ceil((from - origin) / step) * step; at < until; at += step)
        points.push(at);
    }
  }
  return points;
}

function localDay(date: Temporal.PlainDate, timeZone: string): LocalDay {
  const first = date.toZonedDateTime(timeZone);
  const next = date.add({ days: 1 }).toZonedDateTime(timeZone);
  const [start, end] = [first.epochMilliseconds, next.epochMilliseconds];
  const [before, after] = [offsetMs(first), offsetMs(next)];
  const change = before === after ? end : (first.getTimeZoneTransition("next")?.epochMilliseconds ?? end);
  return {
    date: date.toString(),
    weekday: date.dayOfWeek,
    start,
    end,
    stretches: [
      { start, end: Math.min(change, end), offset: before },
      { start: Math.min(change, end), end, offset: after },
    ].filter((stretch) => stretch.start < stretch.end),
  };
}

const zoned = (instant: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
const offsetMs = (time: Temporal.ZonedDateTime) => time.offsetNanoseconds / 1e6;
