import { type Day, daysBetween, mondayOf, monthDays, partsOf, weekdayOf } from "../calendar";
import type { Context } from "../context";
import {
  ahead,
  type Block,
  comingMonths,
  daysOfMonth,
  firstOfMonth,
  monthBlock,
  nextMonths,
  span,
} from "./months";
import type { Days, Node } from "./nodes";
import { type Rule, rule } from "./rule";
import { blocks, week, weekBlock, weekBlocks } from "./weeks-and-months";

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

/** The first such block that is not over. */
function runningWeekBlock(block: Block, { today }: Context, last = block): Days {
  const monday = mondayOf(today);
  const isOver = monday + (weekBlocks[last].at(-1) ?? 0) < today;
  return weekBlock(block, isOver ? monday + 7 : monday, last);
}
