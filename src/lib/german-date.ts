import { isPlainDate } from "./plain-date";

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
  /\b(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})\b/,
  /\b(?<day>\d{1,2})\s*[./-]\s*(?<month>\d{1,2})\s*[./-]\s*(?<year>\d{4}|\d{2})\b/,
  /\b(?<day>\d{1,2})\.?\s*(?<month>[a-zäé]{3,9})\.?\s*(?<year>\d{4}|\d{2})\b/i,
  /\b(?<day>\d{2})(?<month>\d{2})(?<year>(?:19|20)\d{2})\b/,
];

/**
 * A birthdate as people write it ("17.3.80", "17. März 1980", "1980-03-17", "17031980") and what else the text says.
 * Two digits of a year mean the latest such year that is not in the future. Undefined if there is none, or no such day.
 */
export function findBirthdate(
  text: string,
  today = new Date().toISOString().slice(0, 10),
): { birthdate: string; rest: string } | undefined {
  for (const spelling of spellings) {
    const match = spelling.exec(text);
    const { day = "", month = "", year = "" } = match?.groups ?? {};
    if (!match) continue;
    const birthdate = toPlainDate(day, monthOf(month), year, today);
    if (birthdate) return { birthdate, rest: text.replace(match[0], " ").trim() };
  }
  return undefined;
}

/** The same where the whole text has to be the date. */
export function readBirthdate(text: string, today?: string): string | undefined {
  const found = findBirthdate(text.trim(), today);
  return found?.rest === "" ? found.birthdate : undefined;
}

/** 1 to 12 of a number or a German or English name; 0 for what is none. */
export function monthOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const word = text.toLowerCase().replace("ä", "ae");
  return months.findIndex((names) => names.includes(word)) + 1;
}

function toPlainDate(day: string, month: number, year: string, today: string): string | undefined {
  const inYear = (fullYear: number) =>
    `${fullYear}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const thisCentury = Math.floor(Number(today.slice(0, 4)) / 100) * 100;
  const written =
    year.length === 4
      ? inYear(Number(year))
      : [thisCentury, thisCentury - 100]
          .map((century) => inYear(century + Number(year)))
          .find((date) => date <= today);
  return written && isPlainDate(written) && written <= today && written >= "1880-01-01" ? written : undefined;
}
