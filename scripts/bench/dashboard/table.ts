export interface Line {
  goal: string;
  measured: string;
  target: string;
  /** Undefined: not judged. */
  pass?: boolean;
  unquiet?: boolean;
}

/** goal | measured | target | pass */
export function printTable(lines: readonly Line[]): string {
  const rows = lines.map(({ goal, measured, target, pass }) => [
    goal.trim(),
    measured,
    target,
    pass === undefined ? "–" : pass ? "✓" : "✗",
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ")).join("\n");
}
