import { clockAt, hourAndMinute } from "./clock-values";
import { isCounted } from "./counted-things";
import type { Cardinal, Clock, Node } from "./nodes";
import { isType } from "./rule";

/** Words before a bare number that make it an hour. */
const beforeHour = new Set(
  "um gegen ca circa etwa ungefaehr rund punkt schlag so ab bis vor nach zwischen fruehestens spaetestens maximal hoechstens laengstens lieber nein nee quatsch moment stopp sorry entschuldigung verzeihung besser eher doch sondern".split(
    " ",
  ),
);
/** A bare "drei" is an hour behind "um" and the like, behind a day or part of it, and beside another clock time. */
export function promoteHours(nodes: Node[]): Node[] {
  const result: Node[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Node;
    const hour = hourOf(node, result.at(-1));
    if (!hour || !isHour(nodes, i, result)) {
      result.push(node);
      continue;
    }
    const minute = minuteBehind(nodes, i);
    result.push(minute && node.type === "n" ? hourAndMinute(node, minute) : hour);
    if (minute) i++;
  }
  return result;
}

/** `before` are the nodes up to `at`, as far as they are read. */
function isHour(nodes: Node[], at: number, before: Node[]): boolean {
  const [other, last] = [before.at(-2), before.at(-1)];
  const [node, next] = [nodes[at], nodes[at + 1]];
  if (isCounted(next) && !isText(next, /^wegen$/)) return false;
  // "Neun passt", "elf wäre prima"
  if (at === 0 && node?.type === "n" && isText(next, /^(?:passt|waere|ginge|geht)$/)) return true;
  if (last?.type === "word" && beforeHour.has(last.text)) return true;
  if (isType(last, "weekday", "part") || (last?.type === "days" && node?.type === "n")) return true;
  if (
    isText(last, /^(?:und|oder|bzw|beziehungsweise|sondern|bis|als|auf)$/) &&
    (other?.type === "clock" ||
      isComparison(other) ||
      (isType(other, "part") && isType(before.at(-3), "clock")))
  )
    return true;
  if (isText(other, /^warten?$/) && isText(last, /^(?:sie|mal)$/)) return true;
  if (isText(other, /^ich$/) && isText(last, /^meinte$/)) return true;
  // "um drei, vier meinte ich"
  if (isType(last, "clock") && isText(next, /^meinte$/)) return true;
  if (node?.type === "n" && isText(next, /^(?:und|oder)$/) && isType(nodes[at + 2], "clock")) return true;
  if (isText(last, /^von$/) && (isText(next, /^(?:an|ab)$/) || isType(next, "part"))) return true;
  return node?.type === "n" && opensRange(nodes, at);
}

/** "Freitag vierzehn dreißig" */
function minuteBehind(nodes: Node[], at: number): Cardinal | undefined {
  const [minute, behind] = nodes.slice(at + 1, at + 3);
  return minute?.type === "n" && minute.value >= 10 && minute.value <= 59 && !isCounted(behind)
    ? minute
    : undefined;
}

const isText = (node: Node | undefined, text: RegExp) => node?.type === "word" && text.test(node.text);

/** "neun bis zwölf", but not "zwei bis drei Wochen". */
function opensRange(nodes: Node[], at: number): boolean {
  const [link, other, behind] = nodes.slice(at + 1, at + 4);
  if (link?.type !== "word" || link.text !== "bis") return false;
  return isType(other, "clock") || (other?.type === "n" && other.value <= 24 && !isCounted(behind));
}

const isComparison = (node: Node | undefined) =>
  node?.type === "word" &&
  /^(?:spaeter|laenger|frueher|eher|fruehestens|spaetestens|vor|nach)$/.test(node.text);

/** "um 3." at the end of a sentence and "um achte" look like ordinals. */
function hourOf(node: Node, before: Node | undefined): Clock | undefined {
  const strict =
    before?.type === "word" && /^(?:um|gegen|ca|circa|etwa|ungefaehr|rund|punkt)$/.test(before.text);
  if (node.type === "n") {
    if (node.value <= 24) return clockAt(node.value);
    if (node.digits?.length === 4 && node.value < 1900) return hourAndMinute(node);
    return strict && node.value < 100 ? clockAt(node.value) : undefined;
  }
  return node.type === "nth" && strict && node.value <= 24 ? clockAt(node.value) : undefined;
}
