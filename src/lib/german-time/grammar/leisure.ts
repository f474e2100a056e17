import type { Day } from "../calendar";
import { isDay } from "./mentions";
import type { Interval, Node } from "./nodes";
import { canWords, isBesideWork, isText, workers } from "./refusal-words";
import { isType } from "./rule";

/** "arbeite ich freitags bis drei", "bis fünf und freitags bis drei": what is left of each day, and where the list ends. */
export function leisureBehind(nodes: Node[], from: number, first?: Interval): { rests: Node[]; end: number } {
  let at = from;
  while (nodes[at] && isBesideWork(nodes[at] as Node)) at++;
  const between = nodes.slice(from, at);
  const bound = nodes[at];
  const isListed = !first || (between.some(isDay) && isType(bound, "interval") && !bound.to === !first.to);
  const isWished = between.some(isDay) && isText(nodes[at + 1], canWords);
  const rest = bound && isListed && !isWished ? restOf(bound) : undefined;
  if (!rest) return { rests: [], end: from };
  const more = isType(bound, "interval") ? leisureBehind(nodes, at + 1, bound) : { rests: [], end: at + 1 };
  return { rests: [...between, rest, ...more.rests], end: more.end };
}

/** "Vor zehn kann ich nicht", "nach Freitag geht es nicht": what such a bound leaves is the other side of it. */
export function restOf(node: Node): Node | undefined {
  if (node.type === "interval" && !(node.from && node.to))
    return {
      type: "interval",
      remark: true,
      ...(node.to ? { from: node.to } : {}),
      ...(node.from ? { to: node.from } : {}),
    };
  if (node.type !== "daybound") return undefined;
  const rest = node.readings.map(({ from, until }) => ({ from: until, until: from }));
  return rest.every(({ from, until }) => (from === undefined) !== (until === undefined))
    ? { type: "daybound", readings: rest.map(given) }
    : undefined;
}

const given = ({ from, until }: { from: Day | undefined; until: Day | undefined }) => ({
  ...(from === undefined ? {} : { from }),
  ...(until === undefined ? {} : { until }),
});

/** "mittwochs arbeite ich bis fünf": not all of the day. */
export const boundsWork = (nodes: Node[], from: number) => {
  const bound = nodes.slice(from).find((node) => !isText(node, workers));
  return bound?.type === "interval" && restOf(bound) !== undefined;
};
