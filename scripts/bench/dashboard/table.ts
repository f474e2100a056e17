export interface Line {
  goal: string;
  measured: string;
  target: string;
  /** Undefined: not judged. */
  pass?: boolean;
  unquiet?: boolean;
}

/** goal | measured | target | pass */
export function rowOf({ goal, measured, target, pass }: Line): string {
  const verdict = pass === undefined ? "–" : pass ? "✓" : "✗";
  return [goal.padEnd(64), measured.padEnd(26), target.padEnd(12), verdict].join(" ");
}
