import { Temporal } from "temporal-polyfill";
import type { SpeechLanguage } from "./language";
import { speakList } from "./lists";

export interface SpeechClock {
  now: Date;
  /** IANA zone in which days and clock times are named. */
  timeZone: string;
  /** "halb drei" instead of "14 Uhr 30"; a business says it or does not. */
  halfHours?: boolean;
}

/**
 * The grammatical place of a day: "am Dienstag, dem 24." / "auf Dienstag, den 24." / "Dienstag, der 24." (ist frei) /
 * "Dienstag, den 24." (meinen Sie).
 */
export type DayForm = "on" | "to" | "name" | "object";

/** Beyond this many days, "24. November" alone would leave the year open. */
const farAwayDays = 180;
/** Within as many days as every month has, "Dienstag, dem 24." is one day only. */
const nearDays = 28;

const german = {
  on: { preposition: "am ", article: "dem" },
  to: { preposition: "", article: "den" },
  name: { preposition: "", article: "der" },
  object: { preposition: "", article: "den" },
} as const;

/** A calendar day `YYYY-MM-DD`, always with its weekday; "heute" needs none. `brief`: a near one without its month. */
export function speakDay(
  date: string,
  clock: SpeechClock,
  language: SpeechLanguage,
  form: DayForm = "on",
  { brief = false }: { brief?: boolean } = {},
): string {
  const day = Temporal.PlainDate.from(date);
  const today = zoned(clock.now, clock.timeZone).toPlainDate();
  const distance = today.until(day).days;
  const withYear = distance > farAwayDays || (distance < 0 && day.year !== today.year);
  return language === "de"
    ? germanDay(day, distance, form, {
        month: !(brief && distance >= 0 && distance < nearDays),
        year: withYear,
      })
    : englishDay(day, distance, form, withYear);
}

/** Written out: a formatter made for every sentence takes longer than the sentence. */
const germanWeekdays = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(" ");
const germanMonths =
  "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" ");
const englishDate = { weekday: "long", month: "long", day: "numeric", timeZone: "UTC" } as const;
const englishFormat = new Intl.DateTimeFormat("en-US", englishDate);
const englishFormatWithYear = new Intl.DateTimeFormat("en-US", { ...englishDate, year: "numeric" });

function germanDay(
  day: Temporal.PlainDate,
  distance: number,
  form: DayForm,
  say: { month: boolean; year: boolean },
): string {
  const to = form === "to" ? "auf " : "";
  if (distance === 0) return `${to}heute`;
  const { preposition, article } = german[form];
  const weekday = germanWeekdays[day.dayOfWeek - 1];
  const month = say.month ? ` ${germanMonths[day.month - 1]}` : "";
  const full = `${preposition}${weekday}, ${article} ${day.day}.${month}${say.year ? ` ${day.year}` : ""}`;
  return distance === 1 ? `${to}morgen, ${full}` : `${to}${full}`;
}

function englishDay(day: Temporal.PlainDate, distance: number, form: DayForm, withYear: boolean): string {
  const to = form === "to" ? "to " : "";
  if (distance === 0) return `${to}today`;
  const full = (withYear ? englishFormatWithYear : englishFormat).format(Date.parse(day.toString()));
  if (distance === 1) return `${to}tomorrow, ${full}`;
  return form === "on" ? `on ${full}` : `${to}${full}`;
}

/** "Dienstag, der 24. November 2026": whatever day it is today. */
export function speakFullDate(date: string, language: SpeechLanguage): string {
  const day = Temporal.PlainDate.from(date);
  return language === "de"
    ? germanDay(day, Number.NaN, "name", { month: true, year: true })
    : englishDay(day, Number.NaN, "name", true);
}

/** Half hours in words, as far as nobody takes the evening for the morning. */
const saidHalf = { first: 7, last: 18 };
const hourWords = "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" ");

/** `HH:MM` as people say it: "14 Uhr 30" or "halb drei", "2:30 pm". */
export function speakTime(
  time: string,
  language: SpeechLanguage,
  { halfHours = false }: { halfHours?: boolean } = {},
): string {
  const { hour, minute } = Temporal.PlainTime.from(time);
  if (language === "de") {
    if (halfHours && minute === 30 && hour >= saidHalf.first && hour <= saidHalf.last)
      return `halb ${hourWords[hour % 12]}`;
    return minute === 0 ? `${hour} Uhr` : `${hour} Uhr ${minute}`;
  }
  if (minute === 0 && hour === 12) return "12 noon";
  const half = hour < 12 ? "am" : "pm";
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  return minute === 0 ? `${twelve} ${half}` : `${twelve}:${String(minute).padStart(2, "0")} ${half}`;
}

/** Day and time of an instant: "am Dienstag, dem 24. November, um 14 Uhr 30". */
export function speakMoment(
  start: Date,
  clock: SpeechClock,
  language: SpeechLanguage,
  form: DayForm = "on",
  { brief = false }: { brief?: boolean } = {},
): string {
  const local = zoned(start, clock.timeZone);
  const day = speakDay(local.toPlainDate().toString(), clock, language, form, { brief });
  return joinDayAndTime(day, atTime(local, language, clock));
}

/** Several instants as one choice; each day is named once, briefly. Sorted by the caller's order of preference within a day. */
export function speakChoice(starts: Date[], clock: SpeechClock, language: SpeechLanguage): string {
  const days = new Map<string, string[]>();
  for (const start of starts) {
    const local = zoned(start, clock.timeZone);
    const date = local.toPlainDate().toString();
    const times = days.get(date) ?? [];
    const time = atTime(local, language, clock);
    if (!times.includes(time)) days.set(date, [...times, time]);
  }
  const parts = [...days].map(([date, times]) =>
    joinDayAndTime(speakDay(date, clock, language, "on", { brief: true }), speakList(times, language, "or")),
  );
  return parts.join(language === "de" ? ", oder " : ", or ");
}

const atTime = (local: Temporal.ZonedDateTime, language: SpeechLanguage, clock: SpeechClock) =>
  `${language === "de" ? "um" : "at"} ${speakTime(local.toPlainTime().toString({ smallestUnit: "minute" }), language, clock)}`;

/** A date in apposition closes with a comma, a plain "heute" does not. */
const joinDayAndTime = (day: string, time: string) =>
  day.includes(",") ? `${day}, ${time}` : `${day} ${time}`;

const zoned = (instant: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
