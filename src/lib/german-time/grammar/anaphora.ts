import { type Day, firstAfter } from "../calendar";
import type { Context } from "../context";
import { type DayNode, edges } from "./bounds";
import { isMention, isTime } from "./mentions";
import type { Node, Weekday } from "./nodes";
import { busyBefore, isBesideWork, isElsewhere, isText, notWords } from "./refusal-words";
import { isType } from "./rule";
import { weekdayReadings } from "./weekdays";

const sides = new Map([
  ["davor", -1],
  ["vorher", -1],
  ["danach", 1],
  ["darauf", 1],
  ["drauf", 1],
]);

/** What points back at the day named last: "am Tag davor", "den Montag darauf", "bis zum 14. im Urlaub, danach". */
export function countFromThere(nodes: Node[], context: Context): Node[] {
  const result: Node[] = [];
  for (const [i, node] of nodes.entries()) {
    const side = node.type === "word" ? sides.get(node.text) : undefined;
    if (!side || !(pointsBack(result, side, context) || turned(result, side, nodes[i + 1])))
      result.push(node);
  }
  return result;
}

/** Puts the day that is meant at the end of what was said before; false if the word points at nothing. */
function pointsBack(said: Node[], side: number, context: Context): boolean {
  const last = said.at(-1);
  if (last?.type === "weekday" && side === 1) {
    const before = said.at(-3);
    // "nächsten Freitag oder den Freitag darauf"
    const isSame = before?.type === "weekday" && before.value === last.value && isLink(said.at(-2));
    if (isSame) said.splice(-3, 3, inTwoWeeks(weekdayReadings(before, context)));
    else said.splice(-1, 1, ...weekdayAfter(said.slice(0, -1), last, context));
    return true;
  }
  const at = said.findLastIndex(isNamedDay);
  const edge = at >= 0 ? edges(said[at] as DayNode, context)[0] : undefined;
  if (!edge) return false;
  const isListed = isLink(said[at + 1]);
  if (isWord(last, /^tags?$/)) {
    const day = side === 1 ? edge.last + 1 : edge.first - 1;
    said.splice(-1, 1, ...(isListed ? [] : [repair]), { type: "days", readings: [[day]] });
    return true;
  }
  const behind = said.slice(at + 1);
  const isStay = (said[at] as DayNode).type === "days" && edge.last > edge.first;
  // "am Freitag habe ich bis eins Schule, danach": behind one o'clock.
  if (
    !behind.some(isTime) &&
    behind.some((node) => isElsewhere(node) || (isStay && isWord(node, /^(?:bin|sind|ist)$/)))
  ) {
    const bound = side === 1 ? { from: edge.last + 1 } : { until: edge.first };
    said.push(repair, { type: "daybound", readings: [bound] });
    return true;
  }
  // "diesen Freitag oder den darauf"
  const named = said[at];
  if (named?.type !== "weekday" || !isListed || said.length !== at + 2 || side !== 1) return false;
  said.splice(at, 2, inTwoWeeks(weekdayReadings(named, context)));
  return true;
}

/** "ich unterrichte bis eins, danach ginge es": from one on; "ich arbeite bis eins, danach" only says it again. */
function turned(said: Node[], side: number, next: Node | undefined): boolean {
  const at = said.findLastIndex(isMention);
  const node = said[at];
  const isRefused =
    isText(
      said.slice(0, Math.max(0, at)).findLast((word) => !isBesideWork(word) && word.type !== "interval"),
      busyBefore,
    ) || said.slice(Math.max(0, at - 1)).some((word) => isElsewhere(word) || isText(word, notWords));
  const isFree = next === undefined || isWord(next, free);
  if (node?.type === "daybound" && isRefused && isFree) return said.push({ type: "nothing" }) > 0;
  if (node?.type !== "interval") return false;
  const bound = side === 1 ? node.to : node.from;
  const isWhole = node.from && node.to;
  if (!bound || (isWhole && !isRefused)) return false;
  if (isRefused && !isWhole) return said.push({ type: "nothing" }) > 0;
  if (!isFree) return false;
  const turnedBound: Node = { type: "interval", ...(side === 1 ? { from: bound } : { to: bound }) };
  said.splice(at, isRefused ? said.length : 1, turnedBound);
  return true;
}

const free =
  /^(?:geht|ginge|koennte|kann|passt|waere|haette|wuerde|moechte|gern|gerne|bitte|immer|jederzeit|schon)$/;
const repair: Node = { type: "repair" };
const isNamedDay = (node: Node) => isType(node, "days", "weekday", "feast");
const isWord = (node: Node | undefined, text: RegExp) => node?.type === "word" && text.test(node.text);
const isLink = (node: Node | undefined) => isWord(node, /^(?:oder|und)$/);
const inTwoWeeks = (days: Day[]): Node => ({ type: "days", readings: days.map((day) => [day, day + 7]) });

/** "Freitag oder den Montag darauf"; with no day before, the next such weekday. */
function weekdayAfter(before: Node[], weekday: Weekday, context: Context): Node[] {
  const named = before.findLast(isNamedDay);
  const edge = named && edges(named as DayNode, context)[0];
  return edge
    ? [{ type: "days", readings: [[firstAfter(edge.last, weekday.value)]] }]
    : [{ ...weekday, mode: "coming" }];
}
