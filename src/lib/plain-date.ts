/** Calendar days as "YYYY-MM-DD", without a zone: what date fields, addresses and calendar columns count in. */

const dayMs = 86_400_000;
const iso = (utc: number) => new Date(utc).toISOString().slice(0, 10);

export const isPlainDate = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && iso(Date.parse(text)) === text;

export const addDays = (date: string, days: number) => iso(Date.parse(date) + days * dayMs);

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: string) => ((new Date(date).getUTCDay() + 6) % 7) + 1;

export const mondayOf = (date: string) => addDays(date, 1 - weekdayOf(date));

export const lastOfMonth = (date: string) =>
  iso(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0));

/** The same day so many months later; the last one of a month that has no such day. */
export function addMonths(date: string, months: number): string {
  const first = iso(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + months, 1));
  const lastDay = Number(lastOfMonth(first).slice(8));
  return addDays(first, Math.min(Number(date.slice(8)), lastDay) - 1);
}

/** ISO 8601: week 1 is the one with the year's first Thursday. */
export function weekNumberOf(date: string): number {
  const thursday = addDays(mondayOf(date), 3);
  const newYear = Date.parse(`${thursday.slice(0, 4)}-01-01`);
  return Math.floor((Date.parse(thursday) - newYear) / (7 * dayMs)) + 1;
}

/** The date and the minutes since midnight on the wall of a zone; an hour that comes twice counts twice the same. */
export function wallTimeOf(instant: Date, timeZone: string): { date: string; minute: number } {
  const parts = Object.fromEntries(
    wallFormat(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    minute: Number(parts.hour) * 60 + Number(parts.minute),
  };
}

/** The instant at which the wall of a zone shows a date and minute; a time that the clocks skip comes an hour later. */
export function instantOf(date: string, minute: number, timeZone: string): Date {
  const wanted = Date.parse(date) + minute * 60_000;
  const shownAt = (instant: number) => {
    const wall = wallTimeOf(new Date(instant), timeZone);
    return Date.parse(wall.date) + wall.minute * 60_000;
  };
  const near = wanted - (shownAt(wanted) - wanted);
  return new Date(near - (shownAt(near) - wanted));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one costs as much as a hundred uses. */
function wallFormat(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    formats.set(timeZone, format);
  }
  return format;
}
