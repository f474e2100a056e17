import { describe, expect, test } from "vitest";
import { type Fact, readFacts } from "./facts";
import { compareCells, type Row, replay } from "./replay";
import { untoldStates } from "./untold";

const nine = Date.parse("2027-03-28T09:00:00Z");
const minute = 60_000;
const at = (minutes: number) => nine + minutes * minute;

/** Half an hour with person 1, ten minutes of buffer after it. */
const row = (id: number, startMinutes: number, more: Partial<Row> = {}): Row => ({
  id,
  version: 1,
  staffId: 1,
  furtherIds: [],
  resourceId: null,
  start: at(startMinutes),
  end: at(startMinutes + 30),
  bufferBeforeMs: 0,
  bufferAfterMs: 10 * minute,
  gapsMs: [],
  conflict: false,
  cancelled: false,
  outside: false,
  ...more,
});
const table = (...rows: Row[]) => new Map(rows.map((each) => [each.id, each]));
const booked = (id: number): Fact => ({ type: "booked", id });
const cancelled = (id: number): Fact => ({ type: "cancelled", id });
const moved = (id: number, from: number, to: number): Fact => ({
  type: "moved",
  id,
  from: at(from),
  to: at(to),
});
const resized = (id: number, from: number, to: number): Fact => ({
  type: "resized",
  id,
  from: at(from),
  to: at(to),
});
const conflicting = (id: number): Fact => ({ type: "booked", id, conflict: true });
const clean = { overlaps: [], disagreements: [], untold: 0 };

describe("the replay", () => {
  test("finds nothing in neighbours, other people, and time that was freed before", () => {
    const gone = row(3, 90, { cancelled: true, version: 2 });
    const rows = table(row(1, 0), row(2, 40), gone, row(4, 95), row(5, 0, { staffId: 2 }));
    const facts = [booked(1), booked(2), booked(3), cancelled(3), booked(4), booked(5)];
    expect(replay(facts, rows, [...rows.values()])).toEqual(clean);
  });

  test("gives a longer appointment its longer time, and finds whoever was there, or an end that was not its own", () => {
    const longer = row(1, 0, { version: 2, end: at(60) });
    expect(replay([booked(1), resized(1, 30, 60)], table(longer), [row(1, 0)])).toEqual(clean);
    const facts = [booked(1), booked(2), resized(1, 30, 60)];
    expect(replay(facts, table(longer, row(2, 40)), [row(1, 0)]).overlaps).toHaveLength(1);
    expect(replay([booked(1), resized(1, 45, 60)], table(longer), [row(1, 0)]).disagreements).toHaveLength(1);
  });

  test("finds a planted overlap, also one of buffers only, also one that is gone in the end", () => {
    expect(replay([booked(1), booked(2)], table(row(1, 0), row(2, 25)), []).overlaps).toHaveLength(1);
    expect(replay([booked(1), booked(2)], table(row(1, 0), row(2, 35)), []).overlaps).toHaveLength(1);
    const gone = row(1, 0, { cancelled: true, version: 2 });
    expect(replay([booked(1), booked(2), cancelled(1)], table(gone, row(2, 25)), []).overlaps).toHaveLength(
      1,
    );
  });

  test("finds a room or a second person that is there twice, and lets a gap be used", () => {
    const facts = [booked(1), booked(2)];
    const overlaps = (a: Partial<Row>, b: Partial<Row>, start = 0) =>
      replay(facts, table(row(1, 0, a), row(2, start, b)), []).overlaps;
    const other = { staffId: 2 };
    expect(overlaps({ resourceId: 7 }, { ...other, resourceId: 7 })).toHaveLength(1);
    expect(overlaps({ resourceId: 7 }, { ...other, resourceId: 8 })).toHaveLength(0);
    expect(overlaps({ furtherIds: [3] }, { ...other, furtherIds: [3] })).toHaveLength(1);
    const colour = { end: at(90), gapsMs: [[20 * minute, 60 * minute]] as const };
    expect(overlaps(colour, {}, 20)).toHaveLength(0);
    expect(overlaps(colour, {}, 25)).toHaveLength(1);
    expect(overlaps({ ...colour, resourceId: 7 }, { resourceId: 7 }, 20)).toHaveLength(1);
  });

  test("finds an overlap that a move made", () => {
    const rows = table(row(1, 0), row(2, 20, { version: 2 }));
    const before = { ...row(2, 60), version: 1 };
    expect(replay([booked(1), booked(2), moved(2, 60, 20)], rows, [before]).overlaps).toHaveLength(1);
  });

  test("finds what Cal.com was given before somebody left, unless it is marked as a conflict", () => {
    const outside = row(2, 20, { outside: true });
    const gone = row(1, 0, { cancelled: true, version: 2 });
    expect(replay([booked(1), cancelled(1), booked(2)], table(gone, outside), []).overlaps).toEqual([]);
    expect(replay([booked(1), booked(2), cancelled(1)], table(gone, outside), []).overlaps).toEqual([
      "appointment 2 was booked where appointment 1 was",
    ]);
    const marked = table(row(1, 0), { ...outside, conflict: true });
    expect(replay([booked(1), conflicting(2)], marked, [])).toEqual(clean);
    expect(replay([booked(1), booked(2)], marked, []).overlaps).toHaveLength(1);
  });

  test("knows a conflict by its mark in the log, also one that was told to nobody and is cancelled since", () => {
    const theirs = row(2, 20, { outside: true, cancelled: true, version: 2 });
    expect(replay([booked(1), conflicting(2), cancelled(2)], table(row(1, 0), theirs), [])).toEqual(clean);
    // Without the mark it is an overlap, whatever it was told to be.
    const told = row(2, 20, { outside: true, conflict: true });
    const unmarked = replay([booked(1), booked(2), cancelled(2)], table(row(1, 0), theirs), [told]);
    expect([unmarked.overlaps, unmarked.disagreements].map(({ length }) => length)).toEqual([1, 1]);
  });

  test("lets only Cal.com's appointments be in conflict", () => {
    const facts = [booked(1), conflicting(2)];
    expect(replay(facts, table(row(1, 0), row(2, 20, { conflict: true })), []).disagreements).toHaveLength(1);
  });

  test("gives a settled conflict the time that became free, and finds whoever is still there", () => {
    const first = row(1, 0, { cancelled: true, version: 2 });
    const second = row(2, 20, { outside: true });
    const rows = table(first, second);
    const told = [{ ...second, conflict: true }, second];
    const settled: Fact = { type: "settled", id: 2 };
    expect(replay([booked(1), conflicting(2), cancelled(1), settled], rows, told)).toEqual(clean);
    expect(replay([booked(1), conflicting(2), settled, cancelled(1)], rows, told).overlaps).toHaveLength(1);
    const unsettled = replay([booked(1), conflicting(2), cancelled(1)], rows, told).disagreements;
    expect(unsettled).toContain("appointment 2 was told in a state that the log never reached");
  });

  test("remembers who else takes part, though a later telling came too late to see it", () => {
    const { furtherIds: _, ...late } = row(1, 0, { furtherIds: [3] });
    const rows = table(
      row(1, 90, { version: 2, furtherIds: [4] }),
      row(2, 0, { staffId: 3, cancelled: true, version: 2 }),
    );
    const facts = [booked(1), booked(2), cancelled(2), moved(1, 0, 90)];
    expect(replay(facts, rows, [row(1, 0, { furtherIds: [3] }), late]).overlaps).toHaveLength(1);
  });

  test("finds what was told and never happened, and what happened otherwise", () => {
    const rows = table(row(1, 0));
    const say = (...told: Row[]) => replay([booked(1)], rows, told).disagreements;
    expect(say(row(9, 0))).toHaveLength(1);
    expect(say(row(1, 0, { version: 2 }))).toHaveLength(1);
    expect(say(row(1, 50))).toHaveLength(1);
    expect(replay([], rows, []).disagreements).not.toEqual([]);
    expect(
      replay([booked(1), moved(1, 15, 0)], table(row(1, 0, { version: 2 })), [row(1, 10)]),
    ).toMatchObject({
      disagreements: ["appointment 1 was moved away from where it was not"],
    });
  });
});

test("cells are compared one by one: none missing, none too many, one in conflict may lack some", () => {
  const cells = [0, 5, 10, 15, 20, 25, 30, 35].map((m) => ({ id: 1, calendar: "person 1", start: at(m) }));
  expect(compareCells(table(row(1, 0)), cells)).toEqual([]);
  expect(compareCells(table(row(1, 0)), cells.slice(1))).toHaveLength(1);
  expect(compareCells(table(row(1, 0, { conflict: true })), cells.slice(1))).toEqual([]);
  expect(compareCells(table(row(1, 5)), cells)).toHaveLength(2);
  expect(compareCells(table(row(1, 0, { cancelled: true })), cells)).toHaveLength(8);
  expect(compareCells(table(row(1, 0, { staffId: 2 })), cells)).toHaveLength(16);
});

test("events become facts; a mark belongs to the last change of its own appointment", () => {
  const event = (type: string, entityId: number, data: unknown = {}) => ({ type, entityId, data });
  const move = { fromStart: "2027-03-28T09:00:00Z", toStart: "2027-03-28T09:20:00Z" };
  const logged = [
    event("appointment.booked", 1),
    event("appointment.booked", 2),
    event("appointment.moved", 1, JSON.stringify(move)),
    event("appointment.cancelled", 2),
    event("calcom.conflict_found", 1),
    event("calcom.conflict_settled", 1),
  ];
  expect(readFacts(logged)).toEqual([
    booked(1),
    booked(2),
    { ...moved(1, 0, 20), conflict: true },
    cancelled(2),
    { type: "settled", id: 1 },
  ]);
});

test("what a killed process told nobody of Cal.com's appointments is known from the log", () => {
  const theirs = row(1, 90, { outside: true, cancelled: true, version: 4, staffId: 2, resourceId: 7 });
  const facts: Fact[] = [
    booked(1),
    { ...moved(1, 0, 50), fromStaffId: 1, conflict: true },
    { type: "settled", id: 1 },
    { ...moved(1, 50, 90), fromStaffId: 3 },
    cancelled(1),
  ];
  const untold = untoldStates(facts, table(theirs), [{ ...theirs, version: 4 }]);
  const state = { id: 1, furtherIds: [], resourceId: 7 };
  expect(untold).toEqual([
    { ...state, version: 3, staffId: 2, start: at(90), end: at(120), conflict: false },
    { ...state, version: 2, staffId: 3, start: at(50), end: at(80), conflict: true },
    { ...state, version: 1, staffId: 1, start: at(0), end: at(30), conflict: false },
  ]);
  expect(untoldStates(facts, table(theirs), untold)).toEqual([]);
  expect(untoldStates(facts, table({ ...theirs, outside: false }), [])).toEqual([]);
});
