import { type Day, dayOf, monthDays, partsOf } from "../calendar";
import type { Context } from "../context";
import { span } from "./months";
import type { DayBound } from "./nodes";
import { type Rule, rule } from "./rule";

const newYear = ({ today }: Context, years = 1): Day => dayOf(partsOf(today).year + years, 1, 1);

const thisYear = (_: unknown, context: Context): DayBound => ({
  type: "daybound",
  readings: [{ until: newYear(context), each: true }],
});
const yearEnd = (_: unknown, { today }: Context) => span(monthDays(partsOf(today).year, 12).slice(20));
const yearStart = (_: unknown, { today }: Context) =>
  span(monthDays(partsOf(today).year + 1, 1).slice(0, 10));

/** Stretches of this year and the next; a year's end and beginning are those of December and January. */
export const yearRules: Rule[] = [
  rule("dies~ jahr|jahres", thisYear),
  rule("heuer", thisYear),
  rule("im? neuen jahr", (_, context) => ({ type: "daybound", readings: [{ from: newYear(context) }] })),
  rule("naechst~|kommend~ jahr|jahres", (_, context) => ({
    type: "daybound",
    readings: [{ from: newYear(context), until: newYear(context, 2) }],
  })),
  rule("ende des|vom? dies~? jahr|jahres", yearEnd),
  rule("anfang des|vom? naechst~|kommend~|neuen? jahr|jahres", yearStart),
  rule("jahres ende|wechsel", yearEnd),
  rule("jahres anfang", yearStart),
];
