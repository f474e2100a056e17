import { existsSync, openSync, readFileSync, writeSync } from "node:fs";

export type Operation = "book" | "move" | "resize" | "cancel" | "outside" | "offer" | "course" | "series";

/** An appointment as somebody was told it stands. Instants in milliseconds, buffers not included. */
export interface Told {
  id: number;
  version: number;
  staffId: number;
  /** Who else takes part; unknown where it changed before one could look. */
  furtherIds?: number[];
  resourceId: number | null;
  start: number;
  end: number;
  /** Cal.com decided against our calendar: recorded, marked for a person, and not ours to prevent. */
  conflict: boolean;
}

/** A time that a call was told is kept for it, and until when this is certain. Instants in milliseconds. */
export interface Held {
  offerId: number;
  callId: number;
  serviceId: number;
  staffIds: number[];
  resourceId: number | null;
  start: number;
  end: number;
  /** From the answer to the hold to its end, or to the moment the call began to book it or to give it back. */
  from: number;
  until: number;
}

/** One attempt and what came of it. */
export interface Entry {
  /** Between these two moments everything of it happened. */
  began: number;
  ended: number;
  /** The call in which somebody wanted it, if any. */
  callId?: number;
  held?: Held[];
  /** Cal.com told it: what is decided there is recorded, whoever was here before. */
  fact?: boolean;
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
