import {
  type Day,
  dayOf,
  daysBetween,
  firstAfter,
  mondayOf,
  mondayOfIsoWeek,
  partsOf,
  weekdayOf,
} from "../calendar";
import type { Context } from "../context";
import {
  type Block,
  comingMonths,
  halfMonth,
  monthAhead,
  nextMonths,
  span,
  weekdayOfMonth,
  weekOfMonth,
} from "./months";
import type { Days, Node } from "./nodes";
import { type Rule, rule } from "./rule";

/** That many weeks from the running one. */
export const week =
  (weeks: number) =>
  (_: unknown, { today }: Context): Node => ({
    type: "week",
    monday: mondayOf(today) + 7 * weeks,
    ...(weeks === 0 ? { running: true } : {}),
  });
const last = "letzt~|vorig~|vergangen~";
export const blocks = "anfang|mitte|ende";
const weekNumber = "kw|kalenderwoche";

/** Words for weeks, months and parts of months that need no other time expression. */
export const spanRules: Rule[] = [
  rule("naechst~|kommend~ woche", week(1)),
  rule("uebernaechst~ woche", week(2)),
  // "nächste Woche, nein, übernächste"
  rule("uebernaechste", week(2)),
  rule("ueber naechst~ woche", week(2)),
  rule("dies~ woche", week(0)),
  rule("im laufe der woche", week(0)),
  rule("im laufe des monats", (_, context) => monthAhead(0, context)),
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
  rule(
    `<:${blocks}> dieser|naechster|kommender und|oder? <:${blocks}> <:naechster|kommender|uebernaechster> woche`,
    ([first, second, which], { today }) => {
      const monday = mondayOf(today) + (which === "uebernaechster" ? 14 : 7);
      return [weekBlock(first, monday - 7), { type: "word", text: "oder" }, weekBlock(second, monday)];
    },
  ),
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
  rule("<nth> <weekday> im|des? naechst~|kommend~ monat|monats", ([nth, { value }], context) =>
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
  rule("<nth> <weekday> nach <feast>", ([{ value: nth }, { value }, { last }]) => ({
    type: "days",
    readings: nth > 5 ? [] : [[firstAfter(last, value) + 7 * (nth - 1)]],
  })),
  rule("letzt~ <weekday> vor <feast>", ([{ value }, { first }]) => ({
    type: "days",
    readings: [[firstAfter(first - 8, value)]],
  })),
  rule("letzt~ <weekday> im|des? naechst~|kommend~ monat|monats", ([{ value }], context) =>
    weekdayOfMonth(0, value, nextMonths(context).slice(1), context),
  ),
];

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

/** Days of a week by its blocks, from Monday. */
export const weekBlocks = { anfang: [0, 1], mitte: [2], ende: [3, 4] } as const;
export function weekBlock(block: Block, monday: Day, last = block): Days {
  const [first = 0, end = 0] = [weekBlocks[block][0], weekBlocks[last].at(-1)];
  return span(daysBetween(monday + first, monday + end));
}
