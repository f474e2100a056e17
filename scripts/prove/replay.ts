import type { Told } from "./journal";
import { cellKeys, meets, type Owned, ownedTime, type Shape } from "./owned-time";

/** One fact of the event log, in the log's order. */
export interface Fact {
  type: "booked" | "moved" | "resized" | "cancelled";
  id: number;
  /** Of a move: its starts. Of another length: its ends. */
  from?: number;
  to?: number;
}

/** An appointment as the table has it in the end. */
export interface Row extends Told, Shape {
  cancelled: boolean;
  /** Made by Cal.com. */
  outside: boolean;
}

export interface Replay {
  /** How often a fact gave somebody time that another appointment held at that moment. */
  overlaps: number;
  /** Where log, table and what people were told do not say the same. */
  disagreements: string[];
  /** Facts whose outcome was told to nobody, because their process was killed, and which later ones covered. */
  untold: number;
}

/**
 * Plays the event log against a calendar in memory that knows only one rule, and compares its end with the table and
 * its course with what people were told. The log names no room: people and rooms are taken from what was told.
 */
export function replay(
  facts: readonly Fact[],
  rows: ReadonlyMap<number, Row>,
  tellings: readonly Told[],
): Replay {
  const told = new Map(tellings.map((telling) => [`${telling.id}/${telling.version}`, telling]));
  const held = new Map<number, Owned[]>();
  const versions = new Map<number, number>();
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  /**
   * In the way of a fact from Cal.com, which is logged before its transaction waits for whoever is leaving: their next
   * fact has to be that they left.
   */
  const leaving = new Map<number, Owned[]>();
  const result: Replay = { overlaps: 0, disagreements: [], untold: 0 };

  for (const fact of facts) {
    const row = rows.get(fact.id);
    if (!row) {
      result.disagreements.push(`appointment ${fact.id} is in the log and not in the table`);
      continue;
    }
    const version = (versions.get(fact.id) ?? 0) + 1;
    versions.set(fact.id, version);
    held.delete(fact.id);
    const last = row.version === version || (row.cancelled && row.version === version + 1);
    const state = told.get(`${fact.id}/${version}`) ?? (last ? row : undefined);
    if (fact.type === "moved") {
      const before = starts.get(fact.id);
      if (before !== undefined && before !== fact.from)
        result.disagreements.push(`appointment ${fact.id} was moved away from where it was not`);
      if (state && state.start !== fact.to)
        result.disagreements.push(`appointment ${fact.id} was told to be where it was not moved`);
      starts.set(fact.id, fact.to as number);
    } else if (state) starts.set(fact.id, state.start);
    if (fact.type === "resized") {
      const before = ends.get(fact.id);
      if (before !== undefined && before !== fact.from)
        result.disagreements.push(`appointment ${fact.id} was given another end than its own`);
      if (state && state.end !== fact.to)
        result.disagreements.push(`appointment ${fact.id} was told to end when it does not`);
    }
    // A move whose outcome nobody was told leaves the end unknown.
    if (state) ends.set(fact.id, state.end);
    else ends.delete(fact.id);

    const taken = fact.type === "cancelled" || !state || state.conflict ? undefined : ownedTime(state, row);
    const awaited = leaving.get(fact.id);
    if (awaited && taken && meets(awaited, taken)) result.overlaps++;
    leaving.delete(fact.id);
    if (fact.type !== "cancelled" && !state) result.untold++;
    if (!taken) continue;
    for (const [id, other] of held) {
      if (!meets(other, taken)) continue;
      if (row.outside) leaving.set(id, taken);
      else result.overlaps++;
    }
    held.set(fact.id, taken);
  }
  result.overlaps += leaving.size;
  compareEnd(rows, held, versions, result.disagreements);
  for (const { id, version } of tellings) {
    if ((versions.get(id) ?? 0) < version)
      result.disagreements.push(`appointment ${id} was told in a state that the log never reached`);
  }
  return result;
}

function compareEnd(
  rows: ReadonlyMap<number, Row>,
  held: ReadonlyMap<number, Owned[]>,
  versions: ReadonlyMap<number, number>,
  disagreements: string[],
): void {
  for (const row of rows.values()) {
    if (versions.get(row.id) !== row.version)
      disagreements.push(`appointment ${row.id} has version ${row.version}, the log ${versions.get(row.id)}`);
    const expected = row.cancelled || row.conflict ? [] : ownedTime(row, row);
    if (JSON.stringify(expected) !== JSON.stringify(held.get(row.id) ?? []))
      disagreements.push(`appointment ${row.id} ended elsewhere in the log than in the table`);
  }
}

/** One owned cell. */
export interface Cell {
  id: number;
  /** "person 7", "room 2" */
  calendar: string;
  start: number;
}

/**
 * Cells that are missing or too many: an appointment owns exactly its time, and one in conflict, which took what
 * was free, owns nothing beyond its time.
 */
export function compareCells(rows: ReadonlyMap<number, Row>, cells: readonly Cell[]): string[] {
  const expected = new Map<string, boolean>();
  for (const row of rows.values()) {
    if (row.cancelled) continue;
    for (const key of cellKeys(ownedTime(row, row))) expected.set(`${row.id} ${key}`, !row.conflict);
  }
  const wrong: string[] = [];
  for (const { id, calendar, start } of cells) {
    const key = `${id} ${calendar} ${start}`;
    if (!expected.delete(key)) wrong.push(`cell ${key} belongs to nothing`);
  }
  for (const [key, required] of expected) if (required) wrong.push(`cell ${key} is missing`);
  return wrong;
}
