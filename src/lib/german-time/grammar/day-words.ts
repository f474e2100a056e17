import { addMonths, type Day, findDate, mondayOf, partsOf } from "../calendar";
import type { Context } from "../context";
import type { Days, Node } from "./nodes";
import { type Rule, rule } from "./rule";

const oneDay = (day: Day): Days => ({ type: "days", readings: [[day]] });
const eitherDay = (...days: Day[]): Days => ({ type: "days", readings: days.map((day) => [day]) });
const fromToday =
  (count: number) =>
  (_: unknown, { today }: Context) =>
    oneDay(today + count);

/** "acht Tage" are a week, however one counts. */
export const daysOf = (count: number) => (count === 8 ? 7 : count);
const offset = (days: number): Node => ({ type: "offset", days });
const elapsed = (minutes: number): Node => ({ type: "elapsed", minutes });

const sameTime = (_: unknown, { minute }: Context): Node => ({
  type: "clock",
  same: true,
  minutes: minute,
  twelve: false,
});

const days = "tag|tage|tagen";
const weeks = "woche|wochen";
const months = "monat|monate|monaten";
const fractions: [string, number][] = [
  ["einer? guten|knappen|kleinen? halben stunde", 30],
  ["einer? halbe stunde", 30],
  ["einer? viertelstunde", 15],
  ["einer? viertel stunde", 15],
  ["einer? dreiviertelstunde", 45],
  ["einer? dreiviertel stunde", 45],
  ["anderthalb|eineinhalb|einundeinhalb stunden", 90],
  ["zweieinhalb stunden", 150],
  ["dreieinhalb stunden", 210],
  ["viereinhalb stunden", 270],
];

export const dayWordRules: Rule[] = [
  rule("heute", (_, { today }) => ({ ...oneDay(today), today: true })),
  rule("morgen", fromToday(1)),
  rule("uebermorgen", fromToday(2)),
  rule("ueber morgen", fromToday(2)),
  rule("ueberuebermorgen|ueberueberuebermorgen", fromToday(3)),
  rule("gestern", fromToday(-1)),
  rule("vorgestern", fromToday(-2)),
  rule("vorvorgestern", fromToday(-3)),

  rule(`in|ueber|nach <count> ${days}`, ([{ value }]) => offset(daysOf(value))),
  rule(`in|ueber|nach <count> ${weeks}`, ([{ value }]) => offset(value * 7)),
  rule(`in|ueber anderthalb|eineinhalb ${weeks}`, (_, { today }) => eitherDay(today + 10, today + 11)),
  rule(`in|ueber zweieinhalb ${weeks}`, (_, { today }) => eitherDay(today + 17, today + 18)),
  rule(`<count> ${days} ab|von heute`, ([{ value }]) => offset(daysOf(value))),
  rule(`<count> ${weeks} ab|von heute`, ([{ value }]) => offset(value * 7)),
  rule(`<count> ${weeks} spaeter`, ([{ value }]) => offset(value * 7)),
  rule(`in <count> bis|oder <n> ${weeks}`, ([a, b], { today }) =>
    eitherDay(today + a.value * 7, today + b.value * 7),
  ),
  rule(`in <count> bis|oder <n> ${days}`, ([a, b], { today }) => eitherDay(today + a.value, today + b.value)),
  rule(`in <count> bis|oder <n> ${months}`, ([a, b], { today }) =>
    eitherDay(addMonths(today, a.value), addMonths(today, b.value)),
  ),
  rule(`heute in|ueber <count> ${months}`, ([{ value }], { today }) => oneDay(addMonths(today, value))),
  rule("in|ueber einem? halben monat", () => offset(14)),
  rule(`in|ueber <count> ${months}`, ([{ value }], { today }) => oneDay(addMonths(today, value))),
  rule(`in <count> ${months} am <nth>`, ([{ value }, nth], { today }) => {
    const { year, month } = partsOf(addMonths(today, value));
    const found = findDate(year, month, nth.value);
    return { type: "days", readings: found === undefined ? [] : [[found]] };
  }),
  rule("in|ueber einem? vierteljahr", (_, { today }) => oneDay(addMonths(today, 3))),
  rule("in|ueber einem? halben jahr", (_, { today }) => oneDay(addMonths(today, 6))),
  rule("in|ueber einem? halbjahr", (_, { today }) => oneDay(addMonths(today, 6))),
  rule("in|ueber einem? dreivierteljahr", (_, { today }) => oneDay(addMonths(today, 9))),
  rule("vor einem? halben jahr", (_, { today }) => oneDay(addMonths(today, -6))),
  rule("vor <count> jahr|jahre|jahren", ([{ value }], { today }) => oneDay(addMonths(today, -12 * value))),
  rule("in|ueber <count> jahr|jahre|jahren", ([{ value }], { today }) =>
    oneDay(addMonths(today, 12 * value)),
  ),
  rule("heute in|ueber <count> jahr|jahre|jahren", ([{ value }], { today }) =>
    oneDay(addMonths(today, 12 * value)),
  ),
  rule("vor <count> stunde|stunden", ([{ value }]) => elapsed(-60 * value)),
  rule("vor <count> minute|minuten", ([{ value }]) => elapsed(-value)),
  rule("vor einer? halben stunde", () => elapsed(-30)),
  rule(`vor <count> ${days}`, ([{ value }], { today }) => oneDay(today - daysOf(value))),
  rule(`vor <count> ${weeks} am <weekday>`, ([{ value }, weekday], { today }) =>
    oneDay(mondayOf(today) - value * 7 + weekday.value - 1),
  ),
  rule(`vor <count> ${weeks}`, ([{ value }], { today }) => oneDay(today - value * 7)),
  rule(`vor <count> ${months}`, ([{ value }], { today }) => oneDay(addMonths(today, -value))),

  rule("in einer guten|knappen|kleinen stunde", () => elapsed(60)),
  rule("in <count> stunde|stunden", ([{ value }]) => elapsed(value * 60)),
  rule("in <count> minute|minuten", ([{ value }]) => elapsed(value)),
  rule("in <count> stunde|stunden <n> !uhr", ([hours, minutes]) =>
    minutes.value >= 5 && minutes.value <= 59 ? elapsed(hours.value * 60 + minutes.value) : undefined,
  ),
  rule("in <count> stunde|stunden und? <n> minuten", ([hours, minutes]) =>
    elapsed(hours.value * 60 + minutes.value),
  ),
  rule("in <count> und einer? halben stunden|stunde", ([{ value }]) => elapsed(value * 60 + 30)),
  ...fractions.map(([words, minutes]) => rule(`in ${words}`, () => elapsed(minutes))),
  rule("um|zu? diese|dieselbe|dieser|derselben zeit|uhrzeit", sameTime),
  rule("um|zu die|der gleiche|gleichen|selbe|selben zeit|uhrzeit", sameTime),
  rule("zur? selben|gleichen|selbe|gleiche zeit|uhrzeit", sameTime),
];
