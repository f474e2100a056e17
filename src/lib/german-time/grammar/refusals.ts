import type { Context } from "../context";
import { boundsWork, leisureBehind, restOf } from "./leisure";
import { isDay, isMention, isSpan, isTime, sameKind } from "./mentions";
import type { Node } from "./nodes";
import {
  absent,
  adversatives,
  afterNot,
  amWords,
  bad,
  beforeParticle,
  betweenWords,
  busyBefore,
  callers,
  canWords,
  closedWords,
  comments,
  elsewhere,
  excesses,
  excluding,
  hosts,
  ill,
  isText,
  isWords,
  noTime,
  notWords,
  noWords,
  particles,
  reasons,
  replacing,
  returning,
  thereWords,
  timeWords,
  tooWords,
} from "./refusal-words";
import { isType } from "./rule";
import { weekdayReadings } from "./weekdays";

/** "nicht Dienstag", "Dienstag geht nicht", "außer Mittwoch": what is refused becomes a rejection. */
export function readRejections(nodes: Node[], context: Context): Node[] {
  const result: Node[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Node;
    const next = nodes[i + 1];
    if (isEitherRefused(nodes, i)) {
      result.push(...either(node, nodes[i + 2] as Node, context));
      i += 2;
      continue;
    }
    const leisure = isText(node, busyBefore) ? leisureBehind(nodes, i + 1) : undefined;
    if (leisure && leisure.end > i + 1) {
      result.push(...leisure.rests);
      i = leisure.end - 1;
      continue;
    }
    if (isText(node, noWords) && next && isMention(next)) {
      if (isOtherTimeWished(nodes, i)) {
        result.push(next, { type: "rejection", rejected: nodes[i + 2] as Node });
        i += 2;
        continue;
      }
      const excludes = isText(node, excluding);
      result.push({ type: "rejection", rejected: next, ...(excludes ? { excludes } : { ahead: true }) });
      const time = nodes[i + 2];
      if (isText(node, replacing) && time && isDay(next) && isTime(time) && nodes.slice(i + 3).some(isDay)) {
        result.push({ type: "rejection", rejected: time });
        i += 2;
        continue;
      }
      i = rejectAlternatives(nodes, i + 1, result);
      continue;
    }
    const end = isMention(node) ? (refusalBehind(nodes, i) ?? sharedRefusal(nodes, i, result)) : undefined;
    if (end === undefined) {
      result.push(node);
      continue;
    }
    const rest = restOf(node);
    if (rest) {
      const more = isType(node, "interval") ? leisureBehind(nodes, end, node) : { rests: [], end };
      result.push(rest, ...more.rests);
      i = more.end - 1;
      continue;
    }
    rejectLinked(result, node);
    const behind = nodes.slice(end);
    const open =
      (isSpan(node) && isText(nodes[end - 1], notWords) && behind[0]?.type === "weekday") ||
      (isOneDay(node) && isText(nodes[end - 1], elsewhere) && isOnlyTime([...result, ...behind]));
    result.push({ type: "rejection", rejected: node, ...(open ? { open } : {}) });
    if (isTime(node)) rejectDayBefore(result, behind);
    i = end - 1;
  }
  return result;
}

/** "Freitag habe ich Urlaub, um zehn": free that day, or elsewhere. */
const isOnlyTime = (others: Node[]) => others.some(isTime) && !others.some(isDay);

/** "nicht Freitag um drei, sondern um vier": only the time is refused. */
function isOtherTimeWished(nodes: Node[], at: number): boolean {
  const [day, time, correction, ...rest] = nodes.slice(at + 1);
  return (
    day !== undefined &&
    isOneDay(day) &&
    time !== undefined &&
    isTime(time) &&
    correction?.type === "repair" &&
    rest.some(isTime) &&
    !rest.some(isDay)
  );
}

/** "nicht Montag oder Dienstag" */
function rejectAlternatives(nodes: Node[], from: number, result: Node[]): number {
  let i = from;
  while (nodes[i + 1]?.type === "or" && nodes[i + 2]?.type === nodes[i]?.type) {
    result.push({ type: "rejection", rejected: nodes[i + 2] as Node });
    i += 2;
  }
  return i;
}

/** "Montag und Dienstag geht nicht" refuses both. */
function rejectLinked(result: Node[], node: Node) {
  for (let i = result.length - 1; result[i]?.type === "or"; i -= 2) {
    const linked = result[i - 1];
    if (!linked || !isMention(linked) || !sameKind(linked, node)) return;
    result.splice(i - 1, 2, { type: "rejection", rejected: linked }, { type: "nothing" });
  }
  rejectListed(result);
}

/** "Montag, Dienstag und Mittwoch geht nicht": the days right before belong to the list. */
function rejectListed(result: Node[]) {
  const isPassed = ({ type }: Node) => type === "rejection" || type === "nothing";
  const at = result.findLastIndex((node) => !isPassed(node));
  if (at < 0 || at === result.length - 1) return;
  const listed = result[at];
  if (listed?.type === "weekday") result.splice(at, 1, { type: "rejection", rejected: listed });
}

/** The index behind "geht bei mir leider nicht" and the like, if it follows the mention at `at`. */
function refusalBehind(nodes: Node[], at: number): number | undefined {
  for (let i = at + 1; i < nodes.length && i <= at + 8; i++) {
    const node = nodes[i];
    if (isText(node, notWords)) {
      const next = nodes[i + 1];
      if (isText(nodes[i - 1], adversatives) && next && isMention(next)) return undefined;
      const contrast =
        i === at + 1 && isContrast(nodes[at] as Node, next, nodes[i + 2]) && !refusalBehind(nodes, i + 1);
      if (contrast || (next?.type === "word" && /^(?:noch|vor|nach)$/.test(next.text))) return undefined;
      return next?.type === "word" && afterNot.test(next.text) ? i + 2 : i + 1;
    }
    if (isText(node, reasons)) return undefined;
    if (isText(node, tooWords) && isText(nodes[i + 1], excesses)) return i + 2;
    if (isText(node, particles) && nodes.slice(at + 1, i).some((word) => isText(word, beforeParticle)))
      return i + 1;
    if (isText(node, ill) && nodes[at]?.type === "daybound") return i + 1;
    if (isText(node, absent) && i === at + 1 && nodes.slice(0, at).some((word) => isText(word, amWords)))
      return i + 1;
    if (isText(node, bad) && (!isText(node, closedWords) || isText(nodes[at + 1], isWords))) return i + 1;
    if (isText(node, elsewhere) && isDay(nodes[at] as Node) && boundsWork(nodes, i + 1)) return undefined;
    if (isText(node, elsewhere))
      return isText(nodes[i + 1], returning) || isFreeThere(nodes, at, i) ? undefined : i + 1;
    if (isText(node, noTime) && isText(nodes[i + 1], timeWords)) return i + 2;
    if (isText(node, comments)) return nodes.slice(i + 1).some(isDay) ? i + 1 : undefined;
    if (!isText(node, betweenWords) && !speaksOf(nodes, i)) return undefined;
  }
  return undefined;
}

/** "wenn Sie da arbeiten", "am Donnerstag habe ich Urlaub, da könnte ich", "… kann ich also" */
function isFreeThere(nodes: Node[], at: number, end: number): boolean {
  const [next, after] = nodes.slice(end + 1, end + 3);
  const can = isText(next, canWords) || (isText(next, thereWords) && isText(after, canWords));
  const cannot = nodes.slice(end + 1, end + 5).some((node) => isText(node, notWords));
  return nodes.slice(at, end).some((node) => isText(node, hosts)) || (can && !cannot);
}

/** "Montag ist schlecht, Dienstag auch, Mittwoch …": "auch" takes the refusal on where another wish follows. */
const sharedRefusal = (nodes: Node[], at: number, before: Node[]) => {
  const [also, next] = nodes.slice(at + 1, at + 3);
  const last = before.findLast((node) => !isText(node, callers));
  const refused = last?.type === "rejection" && isDay(nodes[at] as Node);
  return refused && also?.type === "word" && also.text === "auch" && next && isMention(next)
    ? at + 2
    : undefined;
};

/** "Dienstag hat mein Mann Geburtstag, da geht es nicht": "da" points back over what lies between. */
const speaksOf = (nodes: Node[], at: number) =>
  nodes[at]?.type === "word" &&
  nodes.slice(at + 1, at + 4).some((node, i, ahead) => {
    const words = ahead.slice(0, i).every(({ type }) => type === "word");
    return words && node.type === "word" && node.text === "da";
  });

/** "Montag nicht Dienstag um zehn": without a comma nobody hears which of the two is refused. */
function isEitherRefused(nodes: Node[], at: number): boolean {
  const [first, not, second, behind] = nodes.slice(at, at + 4);
  return Boolean(
    first &&
      second &&
      behind &&
      isText(not, notWords) &&
      behind.type !== "repair" &&
      ((isOneDay(first) && isOneDay(second)) || (first.type === "clock" && second.type === "clock")) &&
      refusalBehind(nodes, at + 2) === undefined,
  );
}

const isOneDay = (node: Node) => node.type === "weekday" || (node.type === "days" && !node.span);

function either(first: Node, second: Node, context: Context): Node[] {
  const readings = [first, second].flatMap((node) =>
    node.type === "weekday"
      ? weekdayReadings(node, context).map((day) => [day])
      : node.type === "days"
        ? node.readings
        : [],
  );
  return readings.length > 0 ? [{ type: "days", readings }] : [first, { type: "or" }, second];
}

/** "um drei, nicht um vier", "morgen nicht um neun": here the word belongs to what follows, if that is all. */
const isContrast = (mention: Node, next: Node | undefined, behind: Node | undefined) =>
  next !== undefined &&
  ((isSpan(mention) && next.type === "weekday" && !next.mondays) ||
    (isDay(mention) && isTime(next)) ||
    (isTime(mention) && isDay(next) && !(behind && isTime(behind))) ||
    (isMention(next) && sameKind(next, mention) && (!behind || behind.type === "repair")));

/** "Dienstag um drei geht nicht" refuses both, unless only another time follows. */
function rejectDayBefore(result: Node[], rest: Node[]) {
  const before = result.at(-2);
  if (!before || !isDay(before)) return;
  if (rest.some(isTime) && !rest.some(isDay)) return;
  result.splice(-2, 1, { type: "rejection", rejected: before });
}
