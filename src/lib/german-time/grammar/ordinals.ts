import type { Context } from "../context";
import { isCounted } from "./counted-things";
import { dateNode, dayOfMonth } from "./dates";
import type { Days, Node, Ordinal } from "./nodes";

const articles = new Set(["am", "den", "dem", "der", "des", "vom", "zum"]);
const links = new Set(["oder", "und", "bis"]);

/** "am 21", "vom 3 bis 5 März": written without its point, and still the number of a day. */
export function readDigitDays(nodes: Node[]): Node[] {
  const result: Node[] = [];
  for (const [i, node] of nodes.entries()) {
    const [earlier, before] = [result.at(-2), result.at(-1)];
    const isLinked = isOneOf(before, links) && earlier?.type === "nth";
    const isDay = node.type === "n" && node.digits !== undefined && node.digits.length <= 2;
    result.push(
      isDay && (isLinked || isOneOf(before, articles)) && !isMeasured(nodes[i + 1])
        ? { type: "nth", value: node.value }
        : node,
    );
  }
  return result;
}

const isOneOf = (node: Node | undefined, words: Set<string>) => node?.type === "word" && words.has(node.text);
const isMeasured = (next: Node | undefined) =>
  next?.type === "n" ||
  next?.type === "part" ||
  (next?.type === "word" && (next.text === "uhr" || isCounted(next)));

/** Words behind which an ordinal alone is the day of a month. */
const beforeDay = new Set(
  "am den dem der des vom von zum bis ab und oder spaetestens fruehestens nach vor zwischen lieber sondern auf nein doch".split(
    " ",
  ),
);

/** "der erste Tag", "die zweite Hälfte" are no days of a month. */
const units = new Set("tag tage woche wochen monat monate quartal haelfte".split(" "));

/** Reads ordinals that stand alone; one of a list shares the month behind the last ("am dritten und vierten März"). */
export function readOrdinals(nodes: Node[], context: Context): Node[] {
  const result = [...nodes];
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    const before = nodes[i - 1];
    if (
      node?.type !== "nth" ||
      !(i === 0 || isBeforeDay(before) || opensList(result, i)) ||
      isOneOf(nodes[i + 1], units)
    )
      continue;
    result[i] = ordinalDay(node, monthBehind(result, i), context);
  }
  return result;
}

/** "ersten oder zweiten Dezember", whatever is said before. */
const opensList = (nodes: Node[], at: number) => {
  const named = nodes[at + 2];
  return isOneOf(nodes[at + 1], links) && named?.type === "days" && named.month !== undefined;
};

const isBeforeDay = (node: Node | undefined) =>
  node?.type === "weekday" || node?.type === "repair" || (node?.type === "word" && beforeDay.has(node.text));

function ordinalDay({ value }: Ordinal, shared: Days["month"], context: Context): Days {
  return shared
    ? { ...dateNode(value, shared.month, shared.year, context), dayNumber: value }
    : dayOfMonth(value, context);
}

const listLinks = new Set("und oder bis am zum den dem der vom sowie auf".split(" "));

function monthBehind(nodes: Node[], from: number): Days["month"] {
  for (let i = from + 1; i < nodes.length; i++) {
    const node = nodes[i];
    if (node?.type === "days") return node.month;
    if (!isOneOf(node, listLinks)) return undefined;
  }
  return undefined;
}
