import { en, type ParsedResult } from "chrono-node";
import {
  type Day,
  dayOf,
  daysBetween,
  daysInMonth,
  firstAfter,
  isoDate,
  mondayOf,
  weekdayOf,
} from "../german-time/calendar";
import type { Context } from "../german-time/context";
import type { DayMeaning } from "../german-time/day-meaning";

const weekday = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
const weekdays = weekday.split("|");
const months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec".split("|");

export interface NamedDays {
  meaning: DayMeaning | undefined;
  /** The words without what was read. */
  rest: string;
}

/** The days that are named, as the grammar of the other language hands them on; undefined where none is. */
export function readDays(text: string, context: Context): NamedDays {
  if (namesNoSuchDate(text)) return { meaning: { kind: "invalid" }, rest: "" };
  const weekend = readWeekend(text, context);
  if (weekend) return weekend;
  const { rest, weeks } = readWeeks(text, context);
  const found = en.casual.parse(rest, referenceOf(context), { forwardDate: true }).filter(isDay);
  const isUnclear = found.some(isMoreThanADay) || !areListed(found, rest);
  return {
    meaning: meaningOf(found, rest, weeks, context),
    rest: isUnclear ? text : without(found, rest),
  };
}

/** A range, or a clock time that was not read before. */
const isMoreThanADay = ({ start, end }: ParsedResult) => Boolean(end) || start.isCertain("hour");

/** "Thursday or Friday"; with other words between, two days are no list ("two weeks from Friday"). */
const areListed = (found: ParsedResult[], text: string) =>
  found.every(({ index }, i) => {
    const before = found[i - 1];
    return (
      !before ||
      /^\s*(?:,|or\b|and\b)[\s,]*(?:(?:or|and|the|on|day|maybe) ?)*$/.test(
        text.slice(before.index + before.text.length, index),
      )
    );
  });

/** What was read is taken out with the words that make it a bound or put it off by weeks. */
const without = (found: ParsedResult[], text: string): string =>
  found
    .toReversed()
    .reduce(
      (rest, { index, text: said }) =>
        `${rest.slice(0, index).replace(boundBefore, " ")} ${rest.slice(index + said.length).replace(/^ (?:week|in a week)\b/, "")}`,
      text,
    );

function meaningOf(
  found: ParsedResult[],
  rest: string,
  weeks: Day[] | undefined,
  context: Context,
): DayMeaning | undefined {
  const mondays = weeks?.length === 1 ? weeks : undefined;
  const readings = found.map((result) => dayReadings(result, mondays?.[0], rest, context));
  const [first] = readings;
  if (!first) return weeks && { kind: "sets", readings: weeks.map((monday) => span(monday, context)) };
  const bound = boundOf(rest, found[0] as ParsedResult);
  if (bound && readings.length === 1) return { kind: "bounds", readings: first.map((day) => bound(day)) };
  const sets = readings.reduce<Day[][]>(
    (united, days) =>
      united.flatMap((set) => days.map((day) => [...new Set([...set, day])].sort((a, b) => a - b))),
    [[]],
  );
  return { kind: "sets", readings: sets };
}

/** chrono counts from the wall of the zone: noon there, told as noon in UTC. */
const referenceOf = ({ today }: Context) => ({
  instant: new Date(`${isoDate(today)}T12:00:00Z`),
  timezone: 0,
});

const isDay = ({ start, text }: ParsedResult) =>
  start.isCertain("day") || start.isCertain("weekday") || /\b(?:day|week|month|tomorrow|today)/.test(text);

/** Before the weekend "next" may be the coming one or the one after. */
function readWeekend(text: string, { today }: Context): NamedDays | undefined {
  const named = /\b(?:(?:at|on|over) )?(?:the|this|the coming|(next)) weekend\b(?! after)/.exec(text);
  if (!named) return undefined;
  const saturday = mondayOf(today) + 5;
  const saturdays = !named[1] ? [saturday] : saturday > today ? [saturday, saturday + 7] : [saturday + 7];
  return {
    meaning: { kind: "sets", readings: saturdays.map((first) => [first, first + 1]) },
    rest: text.replace(named[0], " "),
  };
}

/** "next week", "this week": Mondays, and the words without them. */
function readWeeks(text: string, { today }: Context): { rest: string; weeks?: Day[] } {
  const monday = mondayOf(today);
  const named: [RegExp, number[]][] = [
    [/\b(?:the )?week after next\b/, [14]],
    [/\b(?:in )?next week\b/, [7]],
    [/\b(?:later )?this week\b/, [0]],
  ];
  for (const [pattern, offsets] of named)
    if (pattern.test(text))
      return { rest: text.replace(pattern, " "), weeks: offsets.map((days) => monday + days) };
  return { rest: text };
}

const span = (monday: Day, { today }: Context): Day[] =>
  daysBetween(Math.max(monday, monday <= today ? today : monday), monday + 6);

function dayReadings(
  { start, index, text: said }: ParsedResult,
  monday: Day | undefined,
  text: string,
  context: Context,
): Day[] {
  const { today } = context;
  const date = dayOf(start.get("year") ?? 0, start.get("month") ?? 1, start.get("day") ?? 1);
  const value = weekdayNamed(said);
  if (!value) return [date];
  if (start.isCertain("day") && /\d/.test(said)) {
    const distance = ((value - weekdayOf(date) + 10) % 7) - 3;
    return distance === 0 ? [date] : [date, date + distance].sort((a, b) => a - b);
  }
  if (monday !== undefined) return [monday + value - 1];
  const first = firstAfter(today, value);
  const around = text.slice(Math.max(0, index - 12), index + said.length + 12);
  if (/\b(?:week on|in a week)\b|\bweek\b/.test(around)) return [first + 7];
  if (/\bnext\b/.test(around)) return [...new Set([first, mondayOf(today) + 6 + value])];
  return weekdayOf(today) === value ? [today, first] : [first];
}

/** 1 = Monday … 7 = Sunday; undefined where no weekday is named. */
export function weekdayNamed(said: string): number | undefined {
  const match = /\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b/.exec(said);
  const at = weekdays.findIndex((name) => match && name.startsWith(match[1] ?? " "));
  return at < 0 ? undefined : at + 1;
}

type Bound = { from?: Day; until?: Day; named?: Day };

const boundBefore =
  /\b(?:(?:from|starting|not before|earliest|after|by|until|till|latest|no later than|before|next|on|this|week)(?: on)?|a week) ?$/;

/** "after Tuesday", "by Friday": what stands right before the day makes it a bound. */
function boundOf(text: string, { index }: ParsedResult): ((day: Day) => Bound) | undefined {
  const before = text.slice(0, index).trimEnd();
  if (/\b(?:from|starting|not before|earliest)(?: on)?$/.test(before)) return (day) => ({ from: day });
  if (/\bafter$/.test(before)) return (day) => ({ from: day + 1 });
  if (/\b(?:by|until|till|latest|no later than)$/.test(before)) return (day) => ({ until: day + 1 });
  return /\bbefore$/.test(before) ? (day) => ({ until: day, named: day }) : undefined;
}

/** "February 30", "31st of April"; chrono would skip or shift them. */
function namesNoSuchDate(text: string): boolean {
  const name = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
  const forms = [
    new RegExp(`\\b${name}\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\b(?!:|\\s?[ap]m)`),
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${name}\\b`),
  ];
  return forms.some((form) => {
    const match = form.exec(text);
    if (!match) return false;
    const [month, day] = /^\d/.test(match[1] ?? "") ? [match[2], match[1]] : [match[1], match[2]];
    return Number(day) > daysInMonth(2028, months.indexOf(month ?? "") + 1) || Number(day) < 1;
  });
}
