import { addDays, isPlainDate } from "./plain-date";

/** Where a day is looked for whose year is left out, and what two digits of a year mean. */
export type DayExpected = "ahead" | "back" | "birth";
export type DayProblem = "unreadable" | "noSuchDay" | "yearMissing";

const months = [
  ["januar", "jan", "january", "jaenner"],
  ["februar", "feb", "february"],
  ["maerz", "mrz", "mar", "march"],
  ["april", "apr"],
  ["mai", "may"],
  ["juni", "jun", "june"],
  ["juli", "jul", "july"],
  ["august", "aug"],
  ["september", "sep", "sept"],
  ["oktober", "okt", "october", "oct"],
  ["november", "nov"],
  ["dezember", "dez", "december", "dec"],
];

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
  if (away !== undefined && expected !== "birth") return { day: addDays(today, away) };
  const parts = spellings.map((spelling) => spelling.exec(written)?.groups).find(Boolean);
  const month = monthOf(parts?.month ?? "");
  if (!parts || (month === 0 && !/^\d/.test(parts.month ?? ""))) return { problem: "unreadable" };
  if (!parts.year && expected === "birth") return { problem: "yearMissing" };
  const monthAndDay = `-${String(month).padStart(2, "0")}-${parts.day?.padStart(2, "0")}`;
  const inYear = (year: number) => `${year}${monthAndDay}`;
  const day = parts.year ? withYear(inYear, parts.year, today, expected) : nearby(inYear, today, expected);
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

/** Two digits are a year of this century; of a birthdate the latest one that has come. */
function withYear(inYear: (year: number) => string, written: string, today: string, expected: DayExpected) {
  if (written.length === 4) return inYear(Number(written));
  const century = Number(today.slice(0, 2)) * 100;
  const day = inYear(century + Number(written));
  return expected === "birth" && day > today ? inYear(century - 100 + Number(written)) : day;
}

/** 1 to 12 of a number or a German or English name; 0 for what is none. */
function monthOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const word = text.replace("ä", "ae");
  return months.findIndex((names) => names.includes(word)) + 1;
}

const oldestBirthdate = "1880-01-01";

/** A whole birthdate as people write it, at most today; undefined if it is none. */
export function readBirthdate(
  text: string,
  today = new Date().toISOString().slice(0, 10),
): string | undefined {
  const read = readDay(text, today, "birth");
  return "day" in read && read.day <= today && read.day >= oldestBirthdate ? read.day : undefined;
}

/** With a year, and nothing that could be part of a phone number. */
const spellingsInText = [
  /\b\d{4}-\d{1,2}-\d{1,2}\b/,
  /\b\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*(?:\d{4}|\d{2})\b/,
  /\b\d{1,2}\.?\s*[a-zäé]{3,9}\.?\s*(?:\d{4}|\d{2})\b/i,
  /\b\d{4}(?:19|20)\d{2}\b/,
];

/** A birthdate and what else the text says. */
export function findBirthdate(text: string, today?: string): { birthdate: string; rest: string } | undefined {
  for (const spelling of spellingsInText) {
    const [written] = spelling.exec(text) ?? [];
    const birthdate = written && readBirthdate(written, today);
    if (birthdate) return { birthdate, rest: text.replace(written, " ").trim() };
  }
  return undefined;
}
