import { monthOf } from "./german-date";
import { addDays, isPlainDate } from "./plain-date";

/** Where a day is looked for whose year is left out, and what two digits of a year mean. */
export type DayExpected = "ahead" | "back" | "birth";
export type DayProblem = "unreadable" | "noSuchDay" | "yearMissing";

const spellings = [
  /^(?<year>\d{4})[-./](?<month>\d{1,2})[-./](?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})\s*[-./\s]\s*(?<month>\d{1,2})(?:\s*[-./\s]\s*(?<year>\d{4}|\d{2}))?\.?$/,
  /^(?<day>\d{1,2})\.?\s*(?<month>[a-zäé]{3,9})\.?(?:\s*(?<year>\d{4}|\d{2}))?$/i,
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4}|\d{2})?$/,
];

const words = new Map([
  ["vorgestern", -2],
  ["gestern", -1],
  ["yesterday", -1],
  ["heute", 0],
  ["today", 0],
  ["morgen", 1],
  ["tomorrow", 1],
  ["übermorgen", 2],
]);

/** "24.12.2026", whatever the language of page and browser. `day` is YYYY-MM-DD. */
export const writeDay = (day: string) => day.split("-").reverse().join(".");

/**
 * A day as people type it: "24.12.2026", "24.12.", "241226", "24. Dez", "2026-12-24", "morgen". Without a year it is the
 * one nearby; a birthdate needs its year. `today` and the answer are YYYY-MM-DD.
 */
export function readDay(
  text: string,
  today: string,
  expected: DayExpected,
): { day: string } | { problem: DayProblem } {
  const written = text.trim().toLowerCase();
  const away = words.get(written);
  if (away !== undefined) return { day: addDays(today, away) };
  const parts = spellings.map((spelling) => spelling.exec(written)?.groups).find(Boolean);
  const month = monthOf(parts?.month ?? "");
  if (!parts || (month === 0 && !/^\d/.test(parts.month ?? ""))) return { problem: "unreadable" };
  if (!parts.year && expected === "birth") return { problem: "yearMissing" };
  const monthAndDay = `-${String(month).padStart(2, "0")}-${parts.day?.padStart(2, "0")}`;
  const inYear = (year: number) => `${year}${monthAndDay}`;
  const day = parts.year ? inYear(fullYear(parts.year, today, expected)) : nearby(inYear, today, expected);
  return day && isPlainDate(day) ? { day } : { problem: "noSuchDay" };
}

/** Ahead, the next one, or it was within the last 90 days; back, the last one, or it is within the next 30. */
function nearby(inYear: (year: number) => string, today: string, expected: DayExpected): string | undefined {
  const thisYear = Number(today.slice(0, 4));
  const direction = expected === "back" ? -1 : 1;
  // 29 February may be eight years away.
  return Array.from({ length: 10 }, (_, index) => inYear(thisYear + direction * (index - 1)))
    .filter(isPlainDate)
    .find((day) => (expected === "back" ? day <= addDays(today, 30) : day >= addDays(today, -90)));
}

function fullYear(written: string, today: string, expected: DayExpected): number {
  if (written.length === 4) return Number(written);
  const thisYear = Number(today.slice(0, 4));
  const year = thisYear - (thisYear % 100) + Number(written);
  return expected === "birth" && year > thisYear ? year - 100 : year;
}
