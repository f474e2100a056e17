import { Temporal } from "temporal-polyfill";
import type { Interval } from "./intervals";

export const minuteMs = 60_000;
export const hourMs = 3_600_000;
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
  if (!isOfOurTime(instant)) return zoned(instant, timeZone).toPlainDate().toString();
  // A search asks this of a thousand times of a few days, and the days are known.
  let day = localDay(isoDate(instant), timeZone);
  while (instant < day.start) day = localDay(isoDate(Date.parse(day.date) - dayMs), timeZone);
  while (instant >= day.end) day = localDay(nextDate(day.date), timeZone);
  return day.date;
}

/** Every day of the zone that has a part in `range`, in order. */
export function localDays(range: Interval, timeZone: string): LocalDay[] {
  const days: LocalDay[] = [];
  for (let date = localDate(range.start, timeZone); ; date = nextDate(date)) {
    const day = localDay(date, timeZone);
    days.push(day);
    if (day.end >= range.end) return days;
  }
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

/** The instants of `day` within `intervals` (in order) at which the wall shows a multiple of `stepMinutes`. */
export function gridPoints(day: LocalDay, intervals: readonly Interval[], stepMinutes: number): number[] {
  const midnight = Date.parse(day.date);
  const step = stepMinutes * minuteMs;
  const points: number[] = [];
  for (const stretch of day.stretches) {
    const origin = midnight - stretch.offset;
    for (const interval of intervals) {
      if (interval.start >= stretch.end) break;
      const from = Math.max(interval.start, stretch.start);
      const until = Math.min(interval.end, stretch.end);
      for (let at = origin + Math.ceil((from - origin) / step) * step; at < until; at += step)
        points.push(at);
    }
  }
  return points;
}

const known = new Map<string, LocalDay>();
const knownLimit = 5_000;

/** A day of a zone never changes, and every search asks for the same few weeks. */
function localDay(date: string, timeZone: string): LocalDay {
  const key = `${date} ${timeZone}`;
  let day = known.get(key);
  if (!day) {
    if (known.size >= knownLimit) known.clear();
    day = computeDay(date, timeZone);
    known.set(key, day);
  }
  return day;
}

function computeDay(date: string, timeZone: string): LocalDay {
  const plain = Temporal.PlainDate.from(date);
  const first = plain.toZonedDateTime(timeZone);
  const next = plain.add({ days: 1 }).toZonedDateTime(timeZone);
  const [start, end] = [first.epochMilliseconds, next.epochMilliseconds];
  const [before, after] = [offsetMs(first), offsetMs(next)];
  const change = before === after ? end : (first.getTimeZoneTransition("next")?.epochMilliseconds ?? end);
  return {
    date,
    weekday: plain.dayOfWeek,
    start,
    end,
    stretches: [
      { start, end: change, offset: before },
      { start: change, end, offset: after },
    ].filter((stretch) => stretch.start < stretch.end),
  };
}

const [first, last] = [Date.parse("1900-01-01"), Date.parse("2200-01-01")];
const isOfOurTime = (instant: number) => first <= instant && instant < last;

const isoDate = (instant: number) => new Date(instant).toISOString().slice(0, 10);
const nextDate = (date: string) => isoDate(Date.parse(date) + dayMs);
const zoned = (instant: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
const offsetMs = (time: Temporal.ZonedDateTime) => time.offsetNanoseconds / 1e6;
