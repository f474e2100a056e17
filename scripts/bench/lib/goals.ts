import { type Pairs, quietSpread } from "./statistics";

/** What has no goal is measured all the same, to be seen beside what has. */
export type Verdict = "met" | "missed" | "unquiet machine" | "no goal";

export interface Goal {
  goal: string;
  measured: string;
  target: string;
  verdict: Verdict;
}

interface Limit {
  goal: string;
  least?: number;
  most?: number;
  unit?: string;
}

function targetOf({ least, most, unit = "" }: Limit): string {
  if (least !== undefined) return `≥ ${least}${unit}`;
  return most === undefined ? "" : `≤ ${most}${unit}`;
}
const meets = ({ least = -Infinity, most = Infinity }: Limit, value: number) =>
  value >= least && value <= most;
/** Two digits that say something, however small the number. */
const short = (value: number) => (value >= 10 ? value.toFixed(0) : value.toPrecision(2));

/** A number that noise cannot change, or one of which is known whether the machine was quiet. */
export function judge(limit: Limit, value: number, quiet = true): Goal {
  const { goal, unit = "" } = limit;
  return {
    goal,
    measured: `${short(value)}${unit}`,
    target: targetOf(limit),
    verdict: verdictOf(limit, value, quiet),
  };
}

function verdictOf(limit: Limit, value: number, quiet: boolean): Verdict {
  if (limit.least === undefined && limit.most === undefined) return "no goal";
  if (!quiet) return "unquiet machine";
  return meets(limit, value) ? "met" : "missed";
}

/** A ratio first; then what it was made of, and how much its reference varied. */
export function judgeRatio(limit: Limit, pairs: Pairs, describe: string): Goal {
  const { ratio, referenceSpread, reference } = pairs;
  const range = `${short(ratio.lowest)} to ${short(ratio.highest)} over ${reference.length} pairs`;
  const noise = `reference ± ${Math.round(referenceSpread * 100)} %`;
  return {
    ...judge(limit, ratio.median, pairs.quiet),
    measured: `${short(ratio.median)} (${range}; ${describe}; ${noise})`,
  };
}

/** goal | measured | target | verdict */
export function goalTable(goals: readonly Goal[]): string {
  const rows = [
    ["goal", "measured", "target", "verdict"],
    ...goals.map(({ goal, measured, target, verdict }) => [goal, measured, target, verdict]),
  ];
  const widths = [0, 1, 2, 3].map((i) => Math.max(...rows.map((row) => (row[i] ?? "").length)));
  return rows.map((row) => row.map((text, i) => text.padEnd(widths[i] ?? 0)).join(" | ")).join("\n");
}

/** Exit code of a bench: an unquiet machine is no miss. */
export function conclude(goals: readonly Goal[]): { code: number; sentence: string } {
  const count = (verdict: Verdict) => goals.filter((goal) => goal.verdict === verdict).length;
  const noise = count("unquiet machine");
  const unjudged = noise
    ? ` ${noise} not judged: the reference itself varied by more than ${quietSpread * 100} %.`
    : "";
  const missed = count("missed");
  return {
    code: missed > 0 ? 1 : 0,
    sentence: `${count("met")} goals met, ${missed} missed.${unjudged}`,
  };
}
