import { type Day, firstAfter, mondayOf, weekdayOf } from "../calendar";
import type { Context } from "../context";
import type { Node, Weekday, Weekdays } from "./nodes";
import { type Rule, rule } from "./rule";

/** One or two days, where people disagree about the word in front (SPEC §7). */
export function weekdayReadings({ value, mode, mondays }: Weekday, { today }: Context): Day[] {
  if (mondays) return mondays.map((monday) => monday + value - 1);
  const first = firstAfter(today, value);
  const ofNextWeek = mondayOf(today) + 7 + value - 1;
  const both = first === ofNextWeek ? [first] : [first, ofNextWeek];
  switch (mode) {
    case "bare":
      return weekdayOf(today) === value ? [today, first] : [first];
    case "coming":
      return [first];
    case "next":
      return both;
    case "afternext":
      return both.map((day) => day + 7);
  }
}

const pointed =
  (mode: Weekday["mode"]) =>
  ([weekday]: [Weekday]) => ({ ...weekday, mode });
const thisAndNext = ([{ value }]: [Weekday], { today }: Context): Node => {
  const first = firstAfter(today, value);
  return { type: "days", readings: [[first, first + 7]] };
};
const notThisOne = ([{ value }]: [Weekday], { today }: Context): Node => ({
  type: "days",
  readings: [[firstAfter(today, value) + 7]],
});
const last = "letzt~|vorig~|vergangen~";
const everyday = [1, 2, 3, 4, 5, 6, 7];
const recurring = (values: number[]): Node => ({ type: "weekdays", values });

export const weekdayRules: Rule[] = [
  rule("naechst~ <weekday>", pointed("next")),
  rule("uebernaechst~ <weekday>", pointed("afternext")),
  rule("ueber naechst~ <weekday>", pointed("afternext")),
  rule("kommend~ <weekday>", pointed("coming")),
  rule("naechst~ <weekday> in naechst~|der woche", pointed("next")),
  rule("dies~ oder|und den|der? naechst~ <weekday>", thisAndNext),
  rule("dies~ <weekday> oder|und den|der? naechst~", thisAndNext),
  rule("nicht dies~ <weekday> sondern? den|der? naechst~|danach|darauf", notThisOne),
  rule("<weekday> nicht dies~ sondern? den|der? naechst~|danach|darauf", notThisOne),
  // Which day it follows is settled where the days before are known.
  rule("folgend~|nachfolgend~|darauffolgend~ <weekday>", ([weekday]) => [
    weekday,
    { type: "word", text: "darauf" },
  ]),
  rule("darauf folgend~ <weekday>", ([weekday]) => [weekday, { type: "word", text: "darauf" }]),
  rule(`${last} <weekday>`, ([{ value }], { today }) => ({
    type: "days",
    readings: [[firstAfter(today - 8, value)]],
  })),
  // Every other one: nobody knows which.
  rule("jeden|jede|jedem <nth> <weekday>", ([nth, { value }], context) =>
    everyOther(nth.value, value, context),
  ),
  rule("alle <n> wochen am? <weekday>", ([{ value }, weekday], context) =>
    everyOther(value, weekday.value, context),
  ),
  rule("alle <n> wochen immer? <weekdays>", ([{ value }, { values }], context) =>
    everyOther(value, values[0] ?? 0, context),
  ),
  rule("jeden|jedem|jeder|immer|alle <weekday>", ([{ value }]) => recurring([value])),
  rule("jeden|immer <weekday> und|oder jeden? <weekday>", ([a, b]) => recurring([a.value, b.value])),
  rule("immer? <weekdays>", ([days]) => days),
  rule("immer? von? <weekdays> bis <weekdays>", ([a, b]) => recurring(weekdaysBetween(a, b))),
  rule("immer am? <weekday>", ([{ value }]) => recurring([value])),
  rule("immer am? <weekday> und|oder am? <weekday>", ([a, b]) => recurring([a.value, b.value])),
  rule("die woche noch", (_, { today }) => ({ type: "week", monday: mondayOf(today), running: true })),
  rule("noch die woche", (_, { today }) => ({ type: "week", monday: mondayOf(today), running: true })),
  rule("jede|jeder woche <weekdays>", ([days]) => days),
  rule("jede|jeder woche am? <weekday>", ([{ value }]) => recurring([value])),
  rule("unter der woche", () => recurring([1, 2, 3, 4, 5])),
  rule("in der woche <:vom|von|ab|nach|vor>", ([word]) => [
    { type: "word", text: "woche" },
    { type: "word", text: word === "vom" ? "von" : word },
  ]),
  rule("in|innerhalb der woche ueber?", () => recurring([1, 2, 3, 4, 5])),
  rule("in der woche <:drauf|darauf|danach|davor>", ([text]) => [
    { type: "word", text: "woche" },
    { type: "word", text },
  ]),
  rule("wochentags", () => recurring([1, 2, 3, 4, 5])),
  rule("jeden|jeder|jedem|alle tag|tage", () => recurring(everyday)),
  rule("taeglich", () => recurring(everyday)),
  rule("werktags|werktaeglich", (_, context) => workdays(context)),
  rule("an|am|nur? einem|den? werktag|werktagen", (_, context) => workdays(context)),
  rule("immer? am? wochenends", () => recurring([6, 7])),
];

/** "montags bis freitags" */
const weekdaysBetween = ({ values: [a = 0] }: Weekdays, { values: [b = 0] }: Weekdays): number[] =>
  a <= b ? everyday.slice(a - 1, b) : everyday.filter((value) => value >= a || value <= b);

/** The next two weeks, in which recurring words are listed. */
export const fortnight = ({ today }: Context, values: number[]): Day[] =>
  Array.from({ length: 14 }, (_, i) => today + i).filter((day) => values.includes(weekdayOf(day)));

function everyOther(nth: number, weekday: number, context: Context): Node | undefined {
  const days = fortnight(context, [weekday]).map((day) => [day]);
  return nth === 2 ? { type: "days", readings: days } : undefined;
}

/** Saturday is a workday by the law and the dictionary, and mostly none in everyday speech. */
function workdays(context: Context): Node {
  const listed = [
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5, 6],
  ].map((values) => fortnight(context, values).filter((day) => !context.isHoliday(day)));
  return { type: "days", readings: listed };
}
