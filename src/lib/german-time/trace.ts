import { clockText, isoDate } from "./calendar";
import type { Clock, Node } from "./grammar/nodes";

/** Where in the cascade something happened. */
export type StepName =
  | "words"
  | "numbers"
  | "lexicon"
  | "offers"
  | "feasts"
  | "nonTimes"
  | "expressions"
  | "hours"
  | "blocks"
  | "relations"
  | "bounds"
  | "refusals"
  | "repairs";

export interface AppliedRule {
  /** As it stands in the grammar. */
  pattern: string;
  from: string[];
  to: string[];
}
export interface TracedStep {
  name: StepName;
  rules: AppliedRule[];
  /** What stands there afterwards. */
  nodes: string[];
}

/** The reading of one utterance, step by step and rule by rule. */
export class Trace {
  readonly steps: TracedStep[] = [];
  private rules: AppliedRule[] = [];

  rule(pattern: string, from: Node[], to: Node[]) {
    this.rules.push({ pattern, from: from.map(describeNode), to: to.map(describeNode) });
  }

  step(name: StepName, nodes: Node[]) {
    this.steps.push({ name, rules: this.rules, nodes: nodes.map(describeNode) });
    this.rules = [];
  }
}

/** A node in one short line, the same in every language: "weekday 2 next", "15:00 or 3:00", "2026-11-24". */
export function describeNode(node: Node): string {
  switch (node.type) {
    case "word":
      return node.text;
    case "n":
      return String(node.value);
    case "nth":
      return `${node.value}.`;
    case "dotted":
      return `${node.first}.${node.second}`;
    case "digitdate":
      return `${node.day}.${node.month}.${node.year ?? ""}`;
    case "weekday":
      return [
        "weekday",
        node.value,
        node.mode,
        ...(node.mondays ?? []).map((day) => `week ${isoDate(day)}`),
      ].join(" ");
    case "weekdays":
      return `weekdays ${node.values.join(", ")}`;
    case "month":
      return `month ${node.value}`;
    case "week":
      return `week ${isoDate(node.monday)}`;
    case "days":
      return node.readings.map(daysText).join(" or ") || "no such date";
    case "offset":
      return `+${node.days} days`;
    case "feast":
      return `feast ${daysText([node.first, node.last])}`;
    case "daybound":
      return node.readings.map((bound) => `${dayText(bound.from)} … ${dayText(bound.until)}`).join(" or ");
    case "clock":
      return timeText(node);
    case "interval":
      return `${node.from ? timeText(node.from) : ""} … ${node.to ? timeText(node.to) : ""}`;
    case "part":
      return `part ${clockText(node.from)}–${clockText(node.to)}`;
    case "elapsed":
      return `${node.minutes >= 0 ? "+" : ""}${node.minutes} min`;
    case "reference":
      return `reference ${node.pick ?? ""}`.trim();
    case "rejection":
      return `not ${describeNode(node.rejected)}`;
    default:
      return node.type;
  }
}

const dayText = (day: number | undefined) => (day === undefined ? "" : isoDate(day));
const isRow = (days: number[]) => days.every((day, i) => i === 0 || day === (days[i - 1] ?? 0) + 1);

function daysText(days: number[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (days.length === 1 || first === last) return dayText(first);
  return isRow(days) || days.length === 2
    ? `${dayText(first)} … ${dayText(last)}`
    : days.map(isoDate).join(", ");
}

function timeText({ minutes, twelve, other, invalid }: Clock): string {
  if (invalid) return "no such time";
  const both = twelve ? [minutes % 720, (minutes % 720) + 720] : [minutes];
  const more = other === undefined ? [] : [other % 720, (other % 720) + 720];
  return [...both, ...more].map(clockText).join(" or ");
}
