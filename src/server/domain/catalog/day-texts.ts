import { addDays, wallTimeOf } from "@/lib/plain-date";

interface Range {
  startsMinute: number;
  endsMinute: number;
}

/** A day's own hours for an event, "2026-12-24 600-720,780-1080" in minutes since midnight; the usual ones are none. */
export const specialDayText = (day: string, ranges: readonly Range[]): string =>
  `${day} ${ranges
    .toSorted((a, b) => a.startsMinute - b.startsMinute)
    .map(({ startsMinute, endsMinute }) => `${startsMinute}-${endsMinute}`)
    .join(",")}`.trim();

/** Whole days for an event, both inclusive. */
export const daysText = (first: string, last: string): string => `${first}/${last}`;

/** An absence for an event: whole days where it is that, else "2026-12-24 840/2026-12-24 960" on the zone's wall. */
export function absenceText({ start, end }: { start: Date; end: Date }, timeZone: string): string {
  const [from, to] = [wallTimeOf(start, timeZone), wallTimeOf(end, timeZone)];
  return from.minute === 0 && to.minute === 0
    ? daysText(from.date, addDays(to.date, -1))
    : `${from.date} ${from.minute}/${to.date} ${to.minute}`;
}
