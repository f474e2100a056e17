import type { RefusedLine } from "@/contracts/customer-import";
import type { PlannedLine } from "./plan-lines";

export interface ImportReport {
  created: number;
  /** Known already, something was missing. */
  filled: number;
  /** Known already, nothing was missing. */
  kept: number;
  refused: RefusedLine[];
}

export function reportOf(lines: readonly PlannedLine[]): ImportReport {
  const count = (action: PlannedLine["action"]) => lines.filter((line) => line.action === action).length;
  return {
    created: count("create"),
    filled: count("fill"),
    kept: count("keep"),
    refused: lines.flatMap((line) =>
      line.action === "refuse" ? { line: line.line, reasons: line.reasons, cells: line.cells } : [],
    ),
  };
}
