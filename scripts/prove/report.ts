import { median } from "../bench/lib/statistics";
import type { ControlResult } from "./controls/run-controls";
import type { RaceResult } from "./race";
import type { CellResult } from "./run-cell";
import type { Throughput } from "./throughput";

export interface Proof {
  server: string;
  seed: number;
  seesPlantedOverlap: boolean;
  cells: CellResult[];
  race: RaceResult;
  controls: ControlResult[];
  throughput: Throughput[];
}

/** Proven, not proven, or void: then the run could not have seen an overlap, whatever its tables say. */
export function judge({ seesPlantedOverlap, cells, race, controls }: Proof): {
  proven: boolean;
  sentence: string;
} {
  const blind = controls.filter(({ mustOverlap, asExpected }) => mustOverlap && !asExpected);
  if (!seesPlantedOverlap) return no("VOID: the checker does not see a planted overlap.");
  if (blind.length > 0)
    return no(
      `VOID: without overlaps, though they had to have some: ${blind.map(({ name }) => name).join("; ")}.`,
    );
  const failed = [
    ...cells.filter((cell) => !cell.proven).map(({ name }) => name),
    ...(race.proven ? [] : ["64 callers for one time"]),
    ...controls.filter(({ asExpected }) => !asExpected).map(({ name }) => name),
  ];
  if (failed.length > 0) return no(`NOT PROVEN: ${failed.join("; ")}.`);
  const attempts = cells.reduce((sum, cell) => sum + cell.attempts, 0);
  return {
    proven: true,
    sentence: `PROVEN: ${attempts} attempts, 0 overlaps; every control overlapped as it had to.`,
  };
}

const no = (sentence: string) => ({ proven: false, sentence });

export function cellTable(cells: readonly CellResult[]): string {
  const heads = [
    "attempts",
    "booked",
    "moved",
    "cancelled",
    "Cal.com",
    "held",
    "series",
    "refused",
    "errors",
    "untold",
    "wrong",
  ];
  const rows = cells.map((cell) => {
    const { overlaps, overlapsInLog, stolen, cells: wrongCells, disagreements, untold } = cell.findings;
    const { booked, moved, cancelled, outside, held, series, refused, errors } = cell;
    return [
      cell.name,
      ...[cell.attempts, booked, moved, cancelled, outside, held, series, refused, errors],
      untold,
      wrongCells.length + disagreements.length,
      stolen.length,
      overlapsInLog.length,
      overlaps,
    ];
  });
  return table([["cell", ...heads, "held, stolen", "overlaps in log", "overlaps"], ...rows]);
}

/** What a failed cell has to say for itself. */
export const complaints = (cells: readonly CellResult[]): string[] =>
  cells
    .filter((cell) => !cell.proven)
    .flatMap(({ name, messages, findings }) =>
      [messages, findings.overlapsInLog, findings.stolen, findings.cells, findings.disagreements]
        .flatMap((lines) => lines.slice(0, 5))
        .map((line) => `  ${name}: ${line}`),
    );

export function raceLine({ rounds, booked, refused, withoutAlternatives, errors }: RaceResult): string {
  const per = (n: number) => (Number.isInteger(n / rounds) ? n / rounds : `${n} in ${rounds} rounds`);
  const rest = `${withoutAlternatives} of them with fewer than two alternatives, ${errors.length} errors`;
  return `64 callers for one time, ${rounds} rounds: ${per(booked)} booked, ${per(refused)} refused, ${rest}`;
}

export function controlTable(controls: readonly ControlResult[]): string {
  return table([
    ["control", "attempts", "overlaps", "has to be"],
    ...controls.map(({ name, attempts, overlaps, mustOverlap }) => [
      name,
      attempts,
      overlaps,
      mustOverlap ? "> 0" : "0",
    ]),
  ]);
}

export function throughputLine(measured: Throughput): string {
  const { path, spread, reference, subject, ratio, referenceSpread, quiet } = measured;
  const [bare, ours] = [reference, subject].map((values) => Math.round(median(values)));
  const noise = `${Math.round(referenceSpread * 100)} %`;
  const figures = `${path} a second ÷ bare mysql2, lock first, ${spread}: median ${ratio.median.toFixed(2)} (${ratio.lowest.toFixed(2)} to ${ratio.highest.toFixed(2)} over ${reference.length} pairs; about ${ours} ÷ ${bare}); the reference itself varied by ${noise}`;
  return quiet ? figures : `unquiet machine, no judgement: ${figures}`;
}

/** Columns as wide as they need; the first to the left, numbers to the right. */
function table(rows: readonly (readonly (string | number)[])[]): string {
  const texts = rows.map((row) => row.map(String));
  const widths = (texts[0] ?? []).map((_, i) => Math.max(...texts.map((row) => (row[i] ?? "").length)));
  return texts
    .map((row) =>
      row
        .map((text, i) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0)))
        .join("  "),
    )
    .join("\n");
}
