import { addMonths, type Day } from "../calendar";
import type { Context } from "../context";
import { daysOf } from "./day-words";
import type { Cardinal, DayBound } from "./nodes";
import { type Rule, rule } from "./rule";

const units = {
  "tag|tage|tagen": (count: number, { today }: Context) => today + daysOf(count),
  "woche|wochen": (count: number, { today }: Context) => today + 7 * count,
  "monat|monate|monaten|monats": (count: number, { today }: Context) => addMonths(today, count),
};

/** From now to the end of that day, as "bis in zwei Wochen". */
const upTo = (day: Day): DayBound => ({ type: "daybound", readings: [{ until: day + 1, each: true }] });
const from = (day: Day): DayBound => ({ type: "daybound", readings: [{ from: day }] });

/** "in den nächsten zwei Wochen", "binnen einer Woche", "spätestens in drei Tagen", "frühestens in einem Monat". */
export const withinRules: Rule[] = Object.entries(units).flatMap(([unit, dayAfter]) => {
  const last = ([count]: [Cardinal], context: Context) => upTo(dayAfter(count.value, context));
  const first = ([count]: [Cardinal], context: Context) => from(dayAfter(count.value, context));
  return [
    rule(`den|der|die|das naechst~|kommend~ <n> ${unit}`, last),
    rule(`in|innerhalb|binnen|laufe den|der|die|das naechst~|kommend~ <count> ${unit}`, last),
    rule(`innerhalb|binnen von? <count> ${unit}`, last),
    rule(`bis|spaetestens|laengstens spaetestens|bis? heute? in <count> ${unit}`, last),
    rule(`ab|fruehestens heute? in <count> ${unit}`, first),
    rule(`nicht vor <count> ${unit}`, first),
  ];
});
