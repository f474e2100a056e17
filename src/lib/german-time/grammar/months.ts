import {
  addMonths,
  type Day,
  dayOf,
  daysBetween,
  daysInMonth,
  monthDays,
  partsOf,
  weekdayOf,
} from "../calendar";
import type { Context } from "../context";
import type { Days } from "./nodes";

export const span = (...readings: Day[][]): Days => ({
  type: "days",
  readings: distinct(readings),
  span: true,
});
const distinct = (readings: Day[][]) => [...new Map(readings.map((days) => [days.join(), days])).values()];

export const firstOfMonth = (day: Day) => {
  const { year, month } = partsOf(day);
  return dayOf(year, month, 1);
};
export const daysOfMonth = (first: Day): Day[] => {
  const { year, month } = partsOf(first);
  return monthDays(year, month);
};
export const ahead = (days: Day[], { today }: Context) => days.filter((day) => day >= today);
/** The first days of the named month this year (unless it is over) and next year. */
export function comingMonths(month: number, { today }: Context): Day[] {
  const { year } = partsOf(today);
  const years =
    dayOf(year, month, daysInMonth(year, month)) >= today ? [year, year + 1] : [year + 1, year + 2];
  return years.map((y) => dayOf(y, month, 1));
}

/** The first days of this month and the next two. */
export const nextMonths = ({ today }: Context): Day[] =>
  [0, 1, 2].map((n) => addMonths(firstOfMonth(today), n));

export function monthAhead(months: number, context: Context): Days {
  const days = daysOfMonth(addMonths(firstOfMonth(context.today), months));
  return span(months === 0 ? ahead(days, context) : days);
}

export type Block = "anfang" | "mitte" | "ende";
const blockStart = { anfang: 0, mitte: 10, ende: 20 } as const;
const blockEnd = { anfang: 10, mitte: 20, ende: 31 } as const;

/** "Mitte November", "Mitte bis Ende November", in the first of the months in which it is not over. */
export function monthBlock(block: Block, firsts: Day[], { today }: Context, last = block): Days {
  const blocks = firsts.map((first) => daysOfMonth(first).slice(blockStart[block], blockEnd[last]));
  return span(firstAhead(blocks, today));
}

const firstAhead = (blocks: Day[][], today: Day): Day[] =>
  blocks.find((days) => (days.at(-1) ?? 0) >= today) ?? blocks[0] ?? [];

export function halfMonth(half: number, month: number, context: Context): Days | undefined {
  if (half !== 1 && half !== 2) return undefined;
  const halves = comingMonths(month, context).map((first) =>
    half === 1 ? daysOfMonth(first).slice(0, 15) : daysOfMonth(first).slice(15),
  );
  return span(firstAhead(halves, context.today));
}

/** The n-th seven days of a month, or the week of its n-th Monday, even into the next month; 0 = the last full one. */
export function weekOfMonth(nth: number, month: number, context: Context): Days | undefined {
  const weeks = comingMonths(month, context).map((first) => {
    const days = daysOfMonth(first);
    const mondays = days.filter((day) => weekdayOf(day) === 1);
    const monday = nth === 0 ? mondays.findLast((day) => days.includes(day + 6)) : mondays[nth - 1];
    const plain = nth === 0 ? days.slice(-7) : days.slice(7 * nth - 7, 7 * nth);
    return monday === undefined ? [plain] : [plain, daysBetween(monday, monday + 6)];
  });
  const found = weeks.find((readings) => readings.some((days) => (days.at(-1) ?? 0) >= context.today));
  return found && nth <= 5 ? span(...found.filter((days) => days.length > 0)) : undefined;
}

export function weekdayOfMonth(
  nth: number,
  weekday: number,
  firsts: Day[],
  { today }: Context,
): Days | undefined {
  const found = firsts
    .map((first) => daysOfMonth(first).filter((day) => weekdayOf(day) === weekday))
    .map((days) => (nth === 0 ? days.at(-1) : days[nth - 1]))
    .find((day) => day !== undefined && day >= today);
  if (nth > 5) return undefined;
  return { type: "days", readings: found === undefined ? [] : [[found]] };
}
