import type { Fact } from "./facts";
import type { Told } from "./journal";
import { cellKeys, meets, type Owned, ownedTime, type Shape } from "./owned-time";

/** An appointment as the table has it in the end. */
export interface Row extends Told, Shape {
  cancelled: boolean;
  /** Made by Cal.com. */
  outside: boolean;
}

export interface Replay {
  /** Where a fact gave somebody time that another appointment held at that moment. */
  overlaps: string[];
  /** Where log, table and what people were told do not say the same. */
  disagreements: string[];
  /** Facts whose outcome was told to nobody, because their process was killed, and which later ones covered. */
  untold: number;
}

/**
 * Plays the event log against a calendar in memory that knows only one rule, and compares its end with the table and
 * its course with what people were told. The log names no room: people and rooms are taken from what was told. Every
 * fact is logged after its time was taken and before its own is free for others: no order but the log's is allowed for.
 */
export function replay(
  facts: readonly Fact[],
  rows: ReadonlyMap<number, Row>,
  tellings: readonly Told[],
): Replay {
  const told = tellingsByVersion(tellings);
  const held = new Map<number, Owned[]>();
  const versions = new Map<number, number>();
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  /** The states that the log knows of, as "version of appointment: in conflict or not". */
  const logged = new Set<string>();
  const result: Replay = { overlaps: [], disagreements: [], untold: 0 };

  for (const fact of facts) {
    const row = rows.get(fact.id);
    if (!row) {
      result.disagreements.push(`appointment ${fact.id} is in the log and not in the table`);
      continue;
    }
    const version = (versions.get(fact.id) ?? 0) + (fact.type === "settled" ? 0 : 1);
    versions.set(fact.id, version);
    logged.add(stateKey({ ...fact, version }));
    if (fact.conflict && !row.outside)
      result.disagreements.push(`appointment ${fact.id} is in conflict, and not Cal.com's`);
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

    if (!state && fact.type !== "cancelled") result.untold++;
    if (!state || fact.type === "cancelled" || fact.conflict) continue;
    const taken = ownedTime(state, row);
    for (const [id, other] of held) {
      if (meets(other, taken))
        result.overlaps.push(`appointment ${fact.id} was ${fact.type} where appointment ${id} was`);
    }
    held.set(fact.id, taken);
  }
  compareEnd(rows, held, versions, result.disagreements);
  for (const telling of tellings) {
    if (!logged.has(stateKey(telling)))
      result.disagreements.push(`appointment ${telling.id} was told in a state that the log never reached`);
  }
  return result;
}

const stateKey = ({ id, version, conflict = false }: { id: number; version: number; conflict?: boolean }) =>
  `${version} of ${id}: ${conflict}`;

/** By appointment and version; of several the one that knows who else takes part. */
function tellingsByVersion(tellings: readonly Told[]): Map<string, Told> {
  const told = new Map<string, Told>();
  for (const telling of tellings) {
    const key = `${telling.id}/${telling.version}`;
    if (telling.furtherIds || !told.has(key)) told.set(key, telling);
  }
  return told;
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
