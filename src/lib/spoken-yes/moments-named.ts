import { Temporal } from "temporal-polyfill";
import { type Clock, type Reading, type Understanding, understand } from "../german-time";
import type { SpeechLanguage } from "../speech/language";
import { speakTime } from "../speech/moments";
import { readEnglishTimes } from "./english-times";

/** The instants that a text names with their day, in the order they are named; undefined where one is not certain. */
export function momentsNamed(text: string, clock: Clock, language: SpeechLanguage): Date[] | undefined {
  return language === "de" ? germanMoments(text, clock) : englishMoments(text, clock);
}

const weekdays = /\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)s?\b,?/gi;

/** A read-back names weekday and date: "am Dienstag um drei" alone is heard, but not certain enough. */
function germanMoments(text: string, clock: Clock): Date[] | undefined {
  const moments: Date[] = [];
  for (const part of text.split(/[;?!]\s*|(?<!\d)\.\s+/)) {
    const heard = instantsOf(part, clock);
    if (heard === "uncertain") return undefined;
    if (heard.length === 0) continue;
    const byDate = instantsOf(part.replaceAll(weekdays, " "), clock);
    const named = part.search(weekdays) >= 0 || /\bheute\b/i.test(part);
    if (!named || byDate === "uncertain" || !sameMoments(byDate, heard)) return undefined;
    moments.push(...heard);
  }
  return moments;
}

function instantsOf(text: string, clock: Clock): Date[] | "uncertain" {
  const understood = understand({ text }, clock);
  const reading = understood.kind === "past" ? understood.reading : understood;
  return reading.kind === "ambiguous" ? meantBy(text, reading.candidates, clock) : instantsIn(reading, clock);
}

function instantsIn(reading: Understanding, clock: Clock): Date[] {
  if (reading.kind === "instant") return [reading.start];
  if (reading.kind !== "days") return [];
  const { dates, time } = reading;
  return time ? dates.map((date) => instantAt(date, time, clock)) : [];
}

/** Of the two halves of a day the one that an agent means, who says times as we do; anything else is uncertain. */
function meantBy(text: string, candidates: readonly Reading[], clock: Clock): Date[] | "uncertain" {
  if (!candidates.some(({ kind }) => kind === "instant" || kind === "days")) return [];
  const readings = candidates.map((candidate) => instantsIn(candidate, clock));
  const days = readings.map((moments) => moments.map((at) => zoned(at, clock.timeZone).toPlainDate()).join());
  const meant = readings.filter((moments) => moments.every((at) => isSaidSo(at, text, clock)));
  const [only] = meant;
  return only && meant.length === 1 && new Set(days).size === 1 ? only : "uncertain";
}

/** Our hours count to 24; in words halves are said of twelve, from "halb acht" in the morning on. */
function isSaidSo(at: Date, text: string, { timeZone }: Clock): boolean {
  const time = zoned(at, timeZone).toPlainTime();
  if (/\bhalb\b/i.test(text)) return speakTime(time.toString(), "de", { halfHours: true }).startsWith("halb");
  return time.hour >= 1 && time.hour <= 12;
}

const months = "january february march april may june july august september october november december".split(
  " ",
);
const englishDates = new RegExp(
  `\\b(?:(${months.join("|")}) (\\d{1,2})|(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${months.join("|")}))(?:st|nd|rd|th)?(?:,? (\\d{4}))?\\b|\\btoday\\b`,
  "gi",
);
/** Every date with its time, as the sentences of this product and models that paraphrase them say them. */
function englishMoments(text: string, clock: Clock): Date[] | undefined {
  const dates = [...text.matchAll(englishDates)].map((match) => englishDate(match, clock));
  const times = readEnglishTimes(text);
  if (dates.length !== times.length) return undefined;
  const moments = dates.map((date, i) => date && times[i] && instantAt(date, times[i] ?? "", clock));
  const weekdaysOf = moments.map((at) => at && weekdayName(at, clock));
  const said = new Set(text.toLowerCase().match(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/g) ?? []);
  const certain = moments.every((at) => at) && [...said].every((day) => weekdaysOf.includes(day));
  return certain ? moments.filter((at) => at !== undefined && at !== "") : undefined;
}

function englishDate([all, m1, d1, d2, m2, year]: RegExpMatchArray, { now, timeZone }: Clock) {
  const today = zoned(now, timeZone).toPlainDate();
  if (/today/i.test(all)) return today.toString();
  const month = months.indexOf((m1 ?? m2 ?? "").toLowerCase()) + 1;
  const fields = { year: Number(year ?? today.year), month, day: Number(d1 ?? d2) };
  try {
    const date = Temporal.PlainDate.from(fields, { overflow: "reject" });
    const over = !year && Temporal.PlainDate.compare(date, today) < 0;
    return (over ? date.add({ years: 1 }) : date).toString();
  } catch {
    return undefined;
  }
}

export const sameMoments = (a: readonly Date[], b: readonly Date[]) => {
  const times = (list: readonly Date[]) => [...new Set(list.map((at) => at.getTime()))].sort().join();
  return times(a) === times(b);
};

const zoned = (at: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
const englishWeekdays = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
const weekdayName = (at: Date, { timeZone }: Clock) =>
  englishWeekdays[zoned(at, timeZone).dayOfWeek - 1] ?? "";
const instantAt = (date: string, time: string, { timeZone }: Clock) =>
  new Date(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds);
