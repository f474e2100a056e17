import {
  type Day,
  dayOf,
  daysBetween,
  firstAfter,
  mondayOf,
  mondayOfIsoWeek,
  monthDays,
  partsOf,
  weekdayOf,
} from "../calendar";
import type { Context } from "../context";
import {
  ahead,
  type Block,
  comingMonths,
  daysOfMonth,
  firstOfMonth,
  halfMonth,
  monthAhead,
  monthBlock,
  nextMonths,
  span,
  weekdayOfMonth,
  weekOfMonth,
} from "./months";
import type { Days, Node } from "./nodes";
import { type Rule, rule } from "./rule";

const week =
  (weeks: number) =>
  (_: unknown, { today }: Context): Node => ({
    type: "week",
    monday: mondayOf(today) + 7 * weeks,
    ...(weeks === 0 ? { running: true } : {}),
  });
const last = "letzt~|vorig~|vergangen~";
const weekNumber = "kw|kalenderwoche";
const blocks = "anfang|mitte|ende";

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

const isBlock = (node: Node | undefined) => node?.type === "word" && blocks.split("|").includes(node.text);

/** "im Dezember, aber nicht Ende des Monats", "übernächste Woche, am besten Anfang der Woche": of the one that was named. */
export function withNamedStretches(nodes: Node[], { today }: Context): Node[] {
  return nodes.map((node, i) => {
    if (node.type !== "word" || !isBlock(nodes[i - 1])) return node;
    const before = nodes.slice(0, i - 1);
    const named =
      node.text === "woche"
        ? before.findLast((other) => other.type === "week" && other.monday + 6 >= today)
        : /^monate?s?$/.test(node.text)
          ? before.findLast(
              (other) => other.type === "month" || (other.type === "days" && other.span && isMonth(other)),
            )
          : undefined;
    return named ?? node;
  });
}

/** Blocks of weeks and months, once weeks and months are known and the articles between them gone. */
export const blockRules: Rule[] = [
  rule(`<:${blocks}> bis <:${blocks}> <week>`, ([a, b, { monday }]) => weekBlock(a, monday, b)),
  rule(`<:${blocks}> bis <:${blocks}> woche`, ([a, b], context) => runningWeekBlock(a, context, b)),
  rule(`<:${blocks}> bis <:${blocks}> <month>`, ([a, b, { value }], context) =>
    monthBlock(a, comingMonths(value, context), context, b),
  ),
  rule(`<:${blocks}> bis <:${blocks}> monat|monats`, ([a, b], context) =>
    monthBlock(a, nextMonths(context), context, b),
  ),
  rule("<week> oder|und naechste|naechster|naechsten|kommende|kommenden|kommender", ([node], context) => [
    node,
    { type: "word", text: "oder" },
    week(1)(node, context),
  ]),
  rule("<week> oder|und? woche danach|drauf|darauf", ([{ monday, running }]) => [
    { type: "week", monday, ...(running ? { running } : {}) },
    { type: "word", text: "oder" },
    { type: "week", monday: monday + 7 },
  ]),
  rule(`<:${blocks}> <week>`, ([block, { monday }]) => weekBlock(block, monday)),
  rule(`<:${blocks}> woche`, ([block], context) => runningWeekBlock(block, context)),
  rule(`wochen <:${blocks}>`, ([block], context) => runningWeekBlock(block, context)),
  // "diese Woche, Anfang nächster Woche"
  rule(`<week> <:${blocks}> <week>`, ([first, block, { monday }]) => [first, weekBlock(block, monday)]),
  rule(`<month> <:${blocks}> <month>`, ([{ value }, block, other], context) =>
    other.value === value ? monthBlock(block, comingMonths(value, context), context) : undefined,
  ),
  rule(`<week> <:${blocks}>`, ([{ monday }, block]) => weekBlock(block, monday)),
  rule("ausgenommen <weekday|days|feast>", ([day]) => [{ type: "word", text: "ausser" }, day]),
  rule("<weekday|days|feast> ausgenommen", ([day]) => [{ type: "word", text: "ausser" }, day]),
  rule("woche vor <feast>", ([{ first }]) => ({ type: "week", monday: mondayOf(first) - 7 })),
  rule("woche nach <feast>", ([{ last }]) => weekAfter(last)),
  rule("woche von|ab|mit <days>", ([days]) => ({
    type: "week",
    monday: mondayOf(days.readings[0]?.[0] ?? 0),
  })),
  rule(`<:${blocks}> <month>`, ([block, { value }], context) =>
    monthBlock(block, comingMonths(value, context), context),
  ),
  rule(`<month> <:${blocks}>`, ([{ value }, block], context) =>
    monthBlock(block, comingMonths(value, context), context),
  ),
  rule(`<:${blocks}> <days>`, ([block, days], context) => {
    const day = days.readings[0]?.[0];
    return days.span && days.readings.length === 1 && day !== undefined && isMonth(days)
      ? monthBlock(block, [firstOfMonth(day)], context)
      : undefined;
  }),
  rule(`<:${blocks}> monat|monats`, ([block], context) => monthBlock(block, nextMonths(context), context)),
  rule(`monats <:${blocks}>`, ([block], context) => monthBlock(block, nextMonths(context), context)),
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

const isMonth = ({ readings }: Days) =>
  (readings[0]?.length ?? 0) > 7 || partsOf(readings[0]?.at(-1) ?? 0).day > 27;

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
function weekBlock(block: Block, monday: Day, last = block): Days {
  const [first = 0, end = 0] = [weekBlocks[block][0], weekBlocks[last].at(-1)];
  return span(daysBetween(monday + first, monday + end));
}

/** The first such block that is not over. */
function runningWeekBlock(block: Block, { today }: Context, last = block): Days {
  const monday = mondayOf(today);
  const isOver = monday + (weekBlocks[last].at(-1) ?? 0) < today;
  return weekBlock(block, isOver ? monday + 7 : monday, last);
}
