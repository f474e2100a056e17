import { existsSync, openSync, readFileSync, writeSync } from "node:fs";

export type Operation = "book" | "move" | "cancel" | "outside";

/** An appointment as somebody was told it stands. Instants in milliseconds, buffers not included. */
export interface Told {
  id: number;
  version: number;
  staffId: number;
  start: number;
  end: number;
  /** Cal.com decided against our calendar: recorded, marked for a person, and not ours to prevent. */
  conflict: boolean;
}

/** One attempt and what came of it. */
export interface Entry {
  operation: Operation;
  outcome: "done" | "refused" | "error";
  /** Why, where it was not done. */
  reason?: string;
  /** Every state in which this attempt was shown the appointment. */
  told?: Told[];
}

/** Writes each attempt through to the system at once: what was told survives kill -9 of who told it. */
export function openJournal(file: string): (entry: Entry) => void {
  const handle = openSync(file, "a");
  return (entry) => void writeSync(handle, `${JSON.stringify(entry)}\n`);
}

/** All complete lines; the one that kill -9 cut short was told to nobody. */
export function readJournal(file: string): Entry[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.slice(0, -1).map((line) => JSON.parse(line) as Entry);
}
