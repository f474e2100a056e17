import type { Interval } from "@/lib/intervals";
import type { Told } from "./journal";

const cellMs = 300_000;

/** What a service takes beside its own length; instants and lengths in milliseconds. */
export interface Shape {
  bufferBeforeMs: number;
  bufferAfterMs: number;
  /** Since the start; the person is free in it, the room is not. In order. */
  gapsMs: readonly (readonly [number, number])[];
}

/** Time on one calendar: "person 7", "room 2". */
export interface Owned extends Interval {
  calendar: string;
}

type Where = Pick<Told, "staffId" | "furtherIds" | "resourceId" | "start" | "end">;

/**
 * What an appointment owns, in whole cells of five minutes. Written anew and not taken from the product: a proof that
 * shares its subject's arithmetic shares its mistakes.
 */
export function ownedTime(state: Where, shape: Shape): Owned[] {
  const first = state.start - shape.bufferBeforeMs;
  const last = state.end + shape.bufferAfterMs;
  const edges = [first];
  for (const [from, until] of shape.gapsMs) {
    if (state.start + from < state.end)
      edges.push(state.start + from, Math.min(state.end, state.start + until));
  }
  edges.push(last);
  const pieces: Interval[] = [];
  for (let i = 0; i < edges.length; i += 2) pieces.push(inCells(edges[i] as number, edges[i + 1] as number));
  const people = [state.staffId, ...(state.furtherIds ?? [])];
  return [
    ...people.flatMap((id) => pieces.map((piece) => ({ calendar: `person ${id}`, ...piece }))),
    ...(state.resourceId === null ? [] : [{ calendar: `room ${state.resourceId}`, ...inCells(first, last) }]),
  ];
}

export const meets = (a: readonly Owned[], b: readonly Owned[]) =>
  a.some((x) => b.some((y) => x.calendar === y.calendar && x.start < y.end && y.start < x.end));

/** Each cell once, as "person 7 1774660800000". */
export function cellKeys(owned: readonly Owned[]): string[] {
  return owned.flatMap(({ calendar, start, end }) => {
    const keys: string[] = [];
    for (let at = start; at < end; at += cellMs) keys.push(`${calendar} ${at}`);
    return keys;
  });
}

const inCells = (start: number, end: number): Interval => ({
  start: Math.floor(start / cellMs) * cellMs,
  end: Math.ceil(end / cellMs) * cellMs,
});
