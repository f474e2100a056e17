import { type Day, firstAfter, weekdayOf } from "../calendar";
import { halfRules } from "./bound-halves";
import { daysOf } from "./day-words";
import { type Rule, rule } from "./rule";
import { weekdayReadings } from "./weekdays";

const isFortnight = (days: number) => days === 8 || days === 14;
const weeksAhead = (days: number) => days % 7 === 0;

const beforeWork = "vor meiner? arbeit|schicht|schule|kita|uni|dienst";

/** A weekday takes the week beside it; "in zwei Wochen" counts from the day beside it. */
export const relationRules: Rule[] = [
  ...halfRules,
  rule(`<part> ${beforeWork}`, ([part]) => (part.half === "am" ? part : undefined)),
  rule("<week> <weekday>", ([{ monday }, weekday]) => ({ ...weekday, mondays: [monday] })),
  rule("<weekday> <week>", ([weekday, { monday }]) => ({ ...weekday, mondays: [monday], behind: true })),
  // "Montag, den 27.", where the two agree.
  rule("<weekday> <days>", ([{ value, mode, mondays }, days]) => {
    const [set, other] = days.readings;
    const isOne = set?.length === 1 && !other && !days.span;
    return isOne && mode === "bare" && !mondays && weekdayOf(set[0] as Day) === value ? days : undefined;
  }),
  rule("<weekday> <week> und|oder <week>", ([{ value }, a, b]) => ({
    type: "days",
    readings: [[a.monday + value - 1, b.monday + value - 1]],
  })),
  rule("<weekday> <offset>", ([weekday, { days }], context) => ({
    type: "days",
    readings: weekdayReadings(weekday, context).map((first) => [first + days]),
  })),
  rule("<days> <elapsed>", ([{ today }, elapsed]) => (today ? elapsed : undefined)),
  // "Dienstag um drei in zwei Wochen", "morgen Mittag in einer Woche"
  rule("<days|weekday> <clock|part> <offset>", ([node, time, { days }], context) => {
    if (node.type === "days" && node.span) return undefined;
    const firsts =
      node.type === "days" ? node.readings : weekdayReadings(node, context).map((first) => [first]);
    return [{ type: "days", readings: firsts.map((set) => set.map((date) => date + days)) }, time];
  }),
  // "Freitag acht Tage", "heute vierzehn Tage"
  rule("<weekday> ueber? <n> tage", ([weekday, { value }], context) =>
    isFortnight(value)
      ? { type: "days", readings: weekdayReadings(weekday, context).map((first) => [first + daysOf(value)]) }
      : undefined,
  ),
  rule("<days> ueber? <n> tage", ([{ readings, span }, { value }]) =>
    isFortnight(value) && !span
      ? { type: "days", readings: readings.map((set) => set.map((date) => date + daysOf(value))) }
      : undefined,
  ),
  rule("<week> und|oder <week> <weekday>", ([a, b, { value }]) => ({
    type: "days",
    readings: [[a.monday + value - 1, b.monday + value - 1]],
  })),
  rule("<offset> <weekday>", ([{ days }, { value }], { today }) => {
    if (!weeksAhead(days)) return undefined;
    const ofWeek = today - weekdayOf(today) + value + days;
    const fromFirst = firstAfter(today, value) + days;
    return { type: "days", readings: ofWeek === fromFirst ? [[ofWeek]] : [[ofWeek], [fromFirst]] };
  }),
  rule("<days> <offset>", ([{ readings, span }, { days }]) =>
    span ? undefined : { type: "days", readings: readings.map((set) => set.map((date) => date + days)) },
  ),
  rule("<offset> <days>", ([{ days }, { readings, today }]) =>
    today ? { type: "days", readings: readings.map((set) => set.map((date) => date + days)) } : undefined,
  ),
];
