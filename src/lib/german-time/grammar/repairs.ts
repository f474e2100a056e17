import type { Context } from "../context";
import { isCompatible } from "../half-day";
import { withMonthOf } from "./dates";
import { isClock, isDay, isMention, isTime, sameKind } from "./mentions";
import type { Node } from "./nodes";
import { type Rule, rule } from "./rule";

const repair = (): Node => ({ type: "repair" });
const apology = (): Node => ({ type: "repair", either: true });

export const repairRules: Rule[] = [
  rule("nein|nee|noe|ne|lieber|sondern|moment|stopp|korrektur|vielmehr|besser|korrigiere|falsch", repair),
  rule("quatsch|entschuldigung|verzeihung|tschuldigung|sorry|pardon", apology),
  rule("nein|nee|quatsch|moment|sorry das|es? geht|passt|klappt ja|doch|leider? nicht", () => ({
    type: "repair",
    refuses: true,
  })),
  rule("lieber|besser|eher nicht", () => ({ type: "word", text: "nicht" })),
  // "lieber Montag als Dienstag": what comes off worse is no wish.
  rule("lieber|besser|eher als <days|weekday|weekdays|week|feast|clock|interval|part>", () => ({
    type: "nothing",
  })),
  rule("als <days|weekday|weekdays|week|feast|clock|interval|part>", () => ({ type: "nothing" })),
  // Moving an appointment: "am Freitag habe ich einen Termin, den will ich auf Montag verschieben".
  rule("auf <days|weekday|week|feast|clock>", ([target]) => [repair(), target]),
  rule("warten sie", repair),
  rule("warte mal?", repair),
  rule("meinte ich", () => ({ type: "repair", behind: true })),
  rule("ich meinte", repair),
  rule("oder doch? lieber|nein|nee|besser|eher", repair),
  rule("am liebsten|besten", () => ({ type: "nothing" })),
  rule("zur not", () => ({ type: "or" })),
  rule("und|sowie", () => ({ type: "or", and: true })),
  rule("oder|sonst|ansonsten|notfalls|ersatzweise|bzw|beziehungsweise|alternativ", () => ({
    type: "or",
  })),
];

/** What follows "nein, lieber" replaces what was said before of the same kind; everything else stays. */
export function applyRepairs(nodes: Node[], context: Context): Node[] {
  return segments(nodes).reduce((before, segment) => correct(before, segment, context), []);
}

function segments(nodes: Node[]): Node[][] {
  const found: Node[][] = [[]];
  for (const [i, node] of nodes.entries()) {
    const current = found.at(-1) ?? [];
    if (node.type !== "repair") {
      current.push(node);
      continue;
    }
    const next = nodes.slice(i + 1).find(isMention);
    const start = correctionBefore(current, node.behind === true);
    // "am Freitag, am Montag, Pardon, um zehn": there was no other time to correct.
    const isBehind = node.behind || (node.either && next && !found.flat().some((one) => sameKind(one, next)));
    if (isBehind && start !== undefined) {
      found.push(current.splice(start));
      continue;
    }
    if (next) {
      found.push([]);
      continue;
    }
    // "Freitag um drei, nein, das geht nicht"
    if (node.refuses) {
      found.splice(
        -1,
        1,
        current.filter((other) => !isMention(other)),
      );
      continue;
    }
    // "Dienstag wäre mir lieber": the marker comes last, and corrects by what it follows.
    if (start !== undefined) found.push(current.splice(start));
  }
  return found;
}

/**
 * Where the last day with its time, or the last mention, begins, if there is one of its kind before it that it can
 * correct. What "oder" puts beside others corrects only with them ("Montag oder Dienstag meinte ich").
 */
function correctionBefore(nodes: Node[], withLinked: boolean): number | undefined {
  let start = lastMentioned(nodes, nodes.length);
  while (nodes[start - 1]?.type === "or" && withLinked) start = lastMentioned(nodes, start - 1);
  const first = nodes[start];
  if (!first || nodes[start - 1]?.type === "or") return undefined;
  return nodes.slice(0, start).some((other) => isMention(other) && sameKind(other, first))
    ? start
    : undefined;
}

function lastMentioned(nodes: Node[], end: number): number {
  const last = nodes.slice(0, Math.max(0, end)).findLastIndex((node) => node.type !== "word");
  const [before, node] = [nodes[last - 1], nodes[last]];
  if (!node || !isMention(node)) return -1;
  return before && isDay(before) && isTime(node) ? last - 1 : last;
}

/** "in einer Stunde" is day and hour at once. */
const isElapsed = ({ type }: Node) => type === "elapsed";

function correct(before: Node[], segment: Node[], context: Context): Node[] {
  const days = segment.some(isDay);
  const clocks = segment.filter(isClock);
  const parts = segment.filter((node) => node.type === "part");
  const replaced = before.filter((node) => days && isDay(node));
  const kept = before.filter((node) => {
    if (isElapsed(node)) return !segment.some(isMention);
    if (isMention(node) && segment.some(isElapsed)) return false;
    if (isDay(node)) return !days;
    if (isClock(node)) return clocks.length === 0 && parts.every((part) => isCompatible(node, part));
    if (node.type === "part") return parts.length === 0 && clocks.every((clock) => isCompatible(clock, node));
    return node.type !== "or" || (!days && clocks.length === 0);
  });
  return [...kept, ...segment.map((node) => inherit(node, replaced, context))];
}

/** A corrected weekday stays in its week, a corrected week keeps its weekday, a number the month named before. */
function inherit(node: Node, replaced: Node[], context: Context): Node {
  if (node.type === "week") {
    const weekday = replaced.findLast((other) => other.type === "weekday" && other.mondays);
    return weekday?.type === "weekday" ? { ...weekday, mondays: [node.monday] } : node;
  }
  if (node.type === "weekday" && node.mode === "bare" && !node.mondays) {
    const week = replaced.findLast((other) => other.type === "weekday" || other.type === "week");
    if (week?.type === "weekday" && week.mondays) return { ...node, mondays: week.mondays };
    if (week?.type === "week") return { ...node, mondays: [week.monday] };
  }
  if (node.type === "days") {
    const date = replaced.findLast((other) => other.type === "days");
    return withMonthOf(node, date?.type === "days" ? date : undefined, context);
  }
  return node;
}
