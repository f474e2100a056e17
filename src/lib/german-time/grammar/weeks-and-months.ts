import {
  addMonths,
  type Day,
  dayOf,
  daysBetween,
  daysInMonth,
  mondayOf,
  mondayOfIsoWeek,
  monthDays,
  partsOf,
  weekdayOf,
} from "../calendar";
import type { Context } from "../context";
import type { Days, Node } from "./nodes";
import { type Rule, rule } from "./rule";

const week =
  (weeks: number) =>
  (_: unknown, { today }: Context): Node => ({
    type: "week",
    monday: mondayOf(today) + 7 * weeks,
    ...(weeks === 0 ? { running: true } : {}),
  });
const span = (...readings: Day[][]): Days => ({ type: "days", readings: distinct(readings), span: true });
const distinct = (readings: Day[][]) => [...new Map(readings.map((days) => [days.join(), days])).values()];

const last = "letzt~|vorig~|vergangen~";
const weekNumber = "kw|kalenderwoche";

/** Words for weeks, months and parts of months that need no other time expression. */
export const spanRules: Rule[] = [
  rule("naechst~|kommend~ woche", week(1)),
  rule("uebernaechst~ woche", week(2)),
  rule("ueber naechst~ woche", week(2)),
  rule("dies~ woche", week(0)),
  rule("im laufe der woche", week(0)),
  rule("diese oder|und naechst~|kommend~ woche", (_, context) => [
    week(0)(_, context),
    { type: "word", text: "oder" },
    week(1)(_, context),
  ]),
  rule("naechst~|kommend~ oder|und uebernaechst~ woche", (_, context) => [
    week(1)(_, context),
    { type: "word", text: "oder" },
    week(2)(_, context),
  ]),
  rule(`${last} woche`, week(-1)),
  rule("vorletzt~ woche", week(-2)),
  rule(`${weekNumber} <n>`, ([{ value }], context) => isoWeek(value, context)),
  rule(`${weekNumber} <nth>`, ([{ value }], context) => isoWeek(value, context)),
  rule(`<nth> ${weekNumber}`, ([{ value }], context) => isoWeek(value, context)),

  rule("wochenende", (_, context) => weekend(context, 0)),
  rule("dies~|kommend~ wochenende", (_, context) => weekend(context, 0)),
  rule("naechst~ wochenende", (_, context) => nextWeekend(context, 0)),
  rule("uebernaechst~ wochenende", (_, context) => nextWeekend(context, 1)),
  rule(`${last} wochenende`, (_, context) => weekend(context, -1)),

  rule("naechst~|kommend~ monat|monats", (_, context) => monthAhead(1, context)),
  rule("uebernaechst~ monat|monats", (_, context) => monthAhead(2, context)),
  rule("dies~ monat|monats", (_, context) => monthAhead(0, context)),
  rule(`${last} monat|monats`, (_, context) => monthAhead(-1, context)),
  rule("im? neuen jahr", (_, { today }) => ({
    type: "daybound",
    readings: [{ from: dayOf(partsOf(today).year + 1, 1, 1) }],
  })),
  rule("naechst~|kommend~ jahr|jahres", (_, { today }) => ({
    type: "daybound",
    readings: [{ from: dayOf(partsOf(today).year + 1, 1, 1), until: dayOf(partsOf(today).year + 2, 1, 1) }],
  })),

  rule("<nth> haelfte im|in|vom|von|des|der? <month>", ([half, month], context) =>
    halfMonth(half.value, month.value, context),
  ),
  rule("<nth> <month> haelfte", ([half, month], context) => halfMonth(half.value, month.value, context)),
  rule("<nth> <month> woche", ([nth, month], context) => weekOfMonth(nth.value, month.value, context)),
  rule("<nth> woche im|in|vom|von|des|der? <month>", ([nth, month], context) =>
    weekOfMonth(nth.value, month.value, context),
  ),
  rule("letzt~ <month> woche", ([month], context) => weekOfMonth(0, month.value, context)),
  rule("letzt~ woche im|in|vom|von|des|der? <month>", ([month], context) =>
    weekOfMonth(0, month.value, context),
  ),
  rule("<nth> <weekday> im|in|vom|des|der? <month>", ([nth, { value }, month], context) =>
    weekdayOfMonth(nth.value, value, comingMonths(month.value, context), context),
  ),
  rule("<nth> <weekday> im|des monat|monats", ([nth, { value }], context) =>
    weekdayOfMonth(nth.value, value, nextMonths(context), context),
  ),
  rule("<nth> <weekday> im|des naechsten monat|monats", ([nth, { value }], context) =>
    weekdayOfMonth(nth.value, value, nextMonths(context).slice(1), context),
  ),
  rule("<nth> <weekday> im|des neuen|naechsten|kommenden jahr|jahres", ([nth, { value }], context) =>
    weekdayOfMonth(nth.value, value, [dayOf(partsOf(context.today).year + 1, 1, 1)], context),
  ),
  rule("letzt~ <weekday> im|in|vom|des|der? <month>", ([{ value }, month], context) =>
    weekdayOfMonth(0, value, comingMonths(month.value, context), context),
  ),
  rule("letzt~ <weekday> im|des monat|monats", ([{ value }], context) =>
    weekdayOfMonth(0, value, nextMonths(context), context),
  ),
  rule("letzt~ <weekday> im|des naechsten monat|monats", ([{ value }], context) =>
    weekdayOfMonth(0, value, nextMonths(context).slice(1), context),
  ),
];

/** Blocks of weeks and months, once weeks and months are known and the articles between them gone. */
export const blockRules: Rule[] = [
  rule("<:anfang|mitte|ende> <week>", ([block, { monday }]) => weekBlock(block, monday)),
  rule("<:anfang|mitte|ende> woche", ([block], context) => runningWeekBlock(block, context)),
  rule("wochen <:anfang|mitte|ende>", ([block], context) => runningWeekBlock(block, context)),
  rule("<week> <:anfang|mitte|ende>", ([{ monday }, block]) => weekBlock(block, monday)),
  rule("woche vor <feast>", ([{ first }]) => ({ type: "week", monday: mondayOf(first) - 7 })),
  rule("woche nach <feast>", ([{ last }]) => weekAfter(last)),
  rule("woche von|ab|mit <days>", ([days]) => ({
    type: "week",
    monday: mondayOf(days.readings[0]?.[0] ?? 0),
  })),
  rule("<:anfang|mitte|ende> <month>", ([block, { value }], context) =>
    monthBlock(block, comingMonths(value, context), context),
  ),
  rule("<month> <:anfang|mitte|ende>", ([{ value }, block], context) =>
    monthBlock(block, comingMonths(value, context), context),
  ),
  rule("<:anfang|mitte|ende> <days>", ([block, days], context) => {
    const day = days.readings[0]?.[0];
    return days.span && days.readings.length === 1 && day !== undefined && isMonth(days)
      ? monthBlock(block, [firstOfMonth(day)], context)
      : undefined;
  }),
  rule("<:anfang|mitte|ende> monat|monats", ([block], context) =>
    monthBlock(block, nextMonths(context), context),
  ),
  rule("monats <:anfang|mitte|ende>", ([block], context) => monthBlock(block, nextMonths(context), context)),
  rule("<:anfang|ende> <:jahr|jahres>", ([block], { today }) => {
    const { year } = partsOf(today);
    return block === "anfang"
      ? span(monthDays(year + 1, 1).slice(0, 10))
      : span(monthDays(year, 12).slice(20));
  }),
  rule("<month> <n>", ([{ value }, year]) =>
    year.value >= 1900 && year.value < 2100 ? span(monthDays(year.value, value)) : undefined,
  ),
  rule("<month>", ([{ value }], context) => {
    const [first, again] = comingMonths(value, context);
    if (first === undefined) return undefined;
    const days = span(ahead(daysOfMonth(first), context));
    return first < context.today ? { ...days, again } : days;
  }),
];

/** After a feast that ends on a Monday, the rest of that week or the whole next one. */
function weekAfter(last: Day): Days {
  const nextMonday = mondayOf(last) + 7;
  const next = daysBetween(nextMonday, nextMonday + 6);
  return weekdayOf(last) === 1 ? span(daysBetween(last + 1, nextMonday - 1), next) : span(next);
}

const firstOfMonth = (day: Day) => {
  const { year, month } = partsOf(day);
  return dayOf(year, month, 1);
};
const daysOfMonth = (first: Day): Day[] => {
  const { year, month } = partsOf(first);
  return monthDays(year, month);
};
const ahead = (days: Day[], { today }: Context) => days.filter((day) => day >= today);
const isMonth = ({ readings }: Days) =>
  (readings[0]?.length ?? 0) > 7 || partsOf(readings[0]?.at(-1) ?? 0).day > 27;

/** The first days of the named month this year (unless it is over) and next year. */
function comingMonths(month: number, { today }: Context): Day[] {
  const { year } = partsOf(today);
  const years =
    dayOf(year, month, daysInMonth(year, month)) >= today ? [year, year + 1] : [year + 1, year + 2];
  return years.map((y) => dayOf(y, month, 1));
}

/** The first days of this month and the next two. */
const nextMonths = ({ today }: Context): Day[] => [0, 1, 2].map((n) => addMonths(firstOfMonth(today), n));

function monthAhead(months: number, context: Context): Days {
  const days = daysOfMonth(addMonths(firstOfMonth(context.today), months));
  return span(months === 0 ? ahead(days, context) : days);
}

function isoWeek(number: number, { today }: Context): Node | undefined {
  if (number < 1) return undefined;
  const { year } = partsOf(today);
  for (let y = year - 1; y <= year + 8; y++) {
    const monday = mondayOfIsoWeek(y, number);
    if (monday !== undefined && monday + 6 >= today) return { type: "week", monday };
  }
  return { type: "days", readings: [] };
}

function weekend({ today }: Context, weeks: number): Days {
  const saturday = mondayOf(today) + 5 + 7 * weeks;
  return span([saturday, saturday + 1]);
}

/** Before the weekend "nächstes" may mean the coming one or the one after. */
function nextWeekend({ today }: Context, later: number): Days {
  const weeks = weekdayOf(today) <= 5 ? [0, 1] : [1];
  const saturdays = weeks.map((n) => mondayOf(today) + 5 + 7 * (n + later));
  return span(...saturdays.map((saturday) => [saturday, saturday + 1]));
}

const weekBlocks = { anfang: [0, 1], mitte: [2], ende: [3, 4] } as const;
const weekBlock = (block: keyof typeof weekBlocks, monday: Day) =>
  span(weekBlocks[block].map((offset) => monday + offset));

/** The first such block that is not over. */
function runningWeekBlock(block: keyof typeof weekBlocks, { today }: Context): Days {
  const monday = mondayOf(today);
  const isOver = monday + (weekBlocks[block].at(-1) ?? 0) < today;
  return weekBlock(block, isOver ? monday + 7 : monday);
}

function monthBlock(block: "anfang" | "mitte" | "ende", firsts: Day[], { today }: Context): Days {
  const blocks = firsts.map((first) => {
    const days = daysOfMonth(first);
    return block === "anfang" ? days.slice(0, 10) : block === "mitte" ? days.slice(10, 20) : days.slice(20);
  });
  return span(firstAhead(blocks, today));
}

const firstAhead = (blocks: Day[][], today: Day): Day[] =>
  blocks.find((days) => (days.at(-1) ?? 0) >= today) ?? blocks[0] ?? [];

function halfMonth(half: number, month: number, context: Context): Days | undefined {
  if (half !== 1 && half !== 2) return undefined;
  const halves = comingMonths(month, context).map((first) =>
    half === 1 ? daysOfMonth(first).slice(0, 15) : daysOfMonth(first).slice(15),
  );
  return span(firstAhead(halves, context.today));
}

/** The n-th seven days of a month, or its n-th full week; 0 = the last. */
function weekOfMonth(nth: number, month: number, context: Context): Days | undefined {
  const weeks = comingMonths(month, context).map((first) => {
    const days = daysOfMonth(first);
    const mondays = days.filter((day) => weekdayOf(day) === 1 && days.includes(day + 6));
    const monday = nth === 0 ? mondays.at(-1) : mondays[nth - 1];
    const plain = nth === 0 ? days.slice(-7) : days.slice(7 * nth - 7, 7 * nth);
    return monday === undefined ? [plain] : [plain, daysBetween(monday, monday + 6)];
  });
  const found = weeks.find((readings) => readings.some((days) => (days.at(-1) ?? 0) >= context.today));
  return found && nth <= 5 ? span(...found.filter((days) => days.length > 0)) : undefined;
}

function weekdayOfMonth(nth: number, weekday: number, firsts: Day[], { today }: Context): Days | undefined {
  const found = firsts
    .map((first) => daysOfMonth(first).filter((day) => weekdayOf(day) === weekday))
    .map((days) => (nth === 0 ? days.at(-1) : days[nth - 1]))
    .find((day) => day !== undefined && day >= today);
  if (nth > 5) return undefined;
  return { type: "days", readings: found === undefined ? [] : [[found]] };
}
