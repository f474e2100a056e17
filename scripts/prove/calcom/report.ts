import { cpus, loadavg } from "node:os";
import type { ControlResult } from "./controls";
import type { KillResult } from "./kills";
import type { LimitResult } from "./limit";
import { type CellResult, type FaultName, faults, type Step, steps } from "./matrix";
import type { ScheduleResult } from "./schedules";

export interface CalcomProof {
  server: string;
  seed: number;
  controls: ControlResult[];
  matrix: CellResult[];
  schedules: ScheduleResult[];
  kills: { places: number; results: KillResult[] };
  limit: LimitResult;
}

/** Proven, not proven, or void: then the run could not have seen what it looked for. */
export function judge(proof: CalcomProof): { proven: boolean; sentence: string } {
  const blind = proof.controls.filter(({ found }) => found === 0);
  if (blind.length > 0) return no(`VOID: ${blind.map(({ name }) => name).join("; ")}: not so.`);
  const wrong = complaints(proof);
  if (wrong.length > 0) return no(`NOT PROVEN:\n${wrong.slice(0, 20).join("\n")}`);
  const { matrix, schedules, kills } = proof;
  return {
    proven: true,
    sentence: `PROVEN: after ${matrix.length} faults, ${schedules.length} schedules and ${deaths(kills)} kills both sides agree; every control failed as it had to.`,
  };
}

const no = (sentence: string) => ({ proven: false, sentence });

const complaints = ({ matrix, schedules, kills, limit }: CalcomProof): string[] => [
  ...matrix.flatMap(({ step, fault, wrong }) => wrong.map((line) => `  ${fault} at ${step}: ${line}`)),
  ...schedules.flatMap(({ seed, wrong }) => wrong.map((line) => `  schedule ${seed}: ${line}`)),
  ...kills.results.flatMap(({ operation, diedBefore, wrong }) =>
    wrong.map((line) => `  killed before step ${diedBefore} of ${operation}: ${line}`),
  ),
  ...(isQuiet() && longestWait(matrix) > callersPatienceMs
    ? [`  a caller waited ${longestWait(matrix)} ms for an answer`]
    : []),
  ...(deaths(kills) < leastDeaths * kills.results.length
    ? [`  only ${deaths(kills)} of ${kills.results.length} processes died`]
    : []),
  ...limit.wrong.map((line) => `  three processes: ${line}`),
];

/** Somebody on the phone hears an answer within this. */
const callersPatienceMs = 1_000;
/** Processes that want to run, for each core: above this, times say nothing about the product. */
const quietLoad = 1.5;

/** Of the processes that were to die. */
const leastDeaths = 0.8;

const deaths = ({ results }: CalcomProof["kills"]) => results.filter(({ died }) => died).length;
const isQuiet = () => (loadavg()[0] ?? 0) / cpus().length <= quietLoad;
const longestWait = (matrix: readonly CellResult[]) =>
  Math.max(0, ...matrix.map(({ answeredMs }) => answeredMs ?? 0));

/** One row per fault, one column per step: ✓, or what is wrong. */
export function matrixTable(matrix: readonly CellResult[]): string {
  const stepNames = Object.keys(steps) as Step[];
  const rows = (Object.keys(faults) as FaultName[]).map((fault) => [
    fault,
    ...stepNames.map((step) => {
      const cells = matrix.filter((cell) => cell.step === step && cell.fault === fault);
      const wrong = cells.filter((cell) => cell.wrong.length > 0).length;
      return wrong > 0 ? `✗ ${wrong}/${cells.length}` : "✓";
    }),
  ]);
  const table = [["", ...stepNames], ...rows];
  const widths = table[0]?.map((_, i) => Math.max(...table.map((row) => (row[i] ?? "").length))) ?? [];
  return table
    .map((row) =>
      row
        .map((text, i) => text.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

export function summary({ matrix, schedules, kills, controls, limit }: CalcomProof): string {
  const waits = matrix.flatMap(({ answeredMs }) => answeredMs ?? []).sort((a, b) => a - b);
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
  const twins = sum([...matrix, ...schedules].map((result) => result.twins));
  return [
    `callers' longest wait for an answer: ${longestWait(matrix)} ms (median ${waits[Math.floor(waits.length / 2)] ?? 0} ms)${isQuiet() ? "" : "; unquiet machine, no judgement"}`,
    `schedules: ${sum(schedules.map(({ actions }) => actions))} actions, ${sum(schedules.map(({ bookings }) => bookings))} bookings`,
    `twins that late successes made and settling removed: ${twins}`,
    `kill -9: ${deaths(kills)} deaths at ${kills.results.length} of ${kills.places} places between steps`,
    `${limit.processes} processes, one key, ${limit.seconds} s: ${limit.requests} requests, at most ${limit.busiestMinute} in a minute; a call waited at most ${limit.longestTurnMs} ms for its turn`,
    ...controls.map(({ name, found }) => `control: ${name}: ${found}`),
  ].join("\n");
}
