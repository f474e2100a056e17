/** A calendar day as the count of days since 1 January 1970, so that day arithmetic is plain addition. */
export type Day = number;

export interface YearMonthDay {
  year: number;
  month: number;
  day: number;
}

const dayMs = 86_400_000;

export const dayOf = (year: number, month: number, day: number): Day =>
  Date.UTC(year, month - 1, day) / dayMs;

export function partsOf(day: Day): YearMonthDay {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Monday of the ISO week. */
export const mondayOf = (day: Day): Day => day - weekdayOf(day) + 1;

export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Undefined for 31 April and the like. */
export function findDate(year: number, month: number, day: number): Day | undefined {
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? dayOf(year, month, day) : undefined;
}

/** The same day number `months` later, or the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: number } = partsOf(day);
  const index = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dayOf(y, m, Math.min(number, daysInMonth(y, m)));
}

/** Monday of ISO week `week`; undefined for week 53 of a year that has 52. */
export function mondayOfIsoWeek(year: number, week: number): Day | undefined {
  const first = mondayOf(dayOf(year, 1, 4));
  const monday = first + (week - 1) * 7;
  return week >= 1 && monday < mondayOf(dayOf(year + 1, 1, 4)) ? monday : undefined;
}

/** The first `weekday` strictly after `day`. */
export const firstAfter = (day: Day, weekday: number): Day => day + ((weekday - weekdayOf(day) + 6) % 7) + 1;

/** `first` … `last`, both included. */
export const daysBetween = (first: Day, last: Day): Day[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);

export const monthDays = (year: number, month: number): Day[] =>
  daysBetween(dayOf(year, month, 1), dayOf(year, month, daysInMonth(year, month)));

/** Easter Sunday by the anonymous Gregorian algorithm (Meeus/Jones/Butcher). */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}

/** `YYYY-MM-DD`. */
export const isoDate = (day: Day): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** `HH:MM` of minutes since midnight; the end of the day is `24:00`. */
export const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
