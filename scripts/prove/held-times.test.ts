import { expect, test } from "vitest";
import { findStolen } from "./held-times";
import type { Entry, Held } from "./journal";

const shape = { bufferBeforeMs: 0, bufferAfterMs: 600_000, gapsMs: [] };
const shapes = { service: () => shape, appointment: () => shape };
const nine = Date.parse("2027-03-28T09:00:00Z");
const held: Held = {
  offerId: 1,
  callId: 7,
  serviceId: 3,
  staffIds: [1, 2],
  resourceId: null,
  start: nine,
  end: nine + 1_800_000,
  from: 1_000,
  until: 5_000,
};
const offered: Entry = {
  operation: "offer",
  outcome: "done",
  began: 900,
  ended: 6_000,
  callId: 7,
  held: [held],
};
const booked = (more: Partial<Entry> & { staffId?: number; start?: number }): Entry => {
  const { staffId = 1, start = nine, ...entry } = more;
  const told = { id: 9, version: 1, staffId, furtherIds: [], resourceId: null, conflict: false };
  const state = { ...told, start, end: start + 1_800_000 };
  return { operation: "book", outcome: "done", began: 2_000, ended: 3_000, told: [state], ...entry };
};
const stolen = (entry: Entry) => findStolen([offered, entry], shapes).length;

test("a held time that somebody else got is found, also where only a buffer or the second person is meant", () => {
  expect(stolen(booked({}))).toBe(1);
  expect(stolen(booked({ staffId: 2 }))).toBe(1);
  expect(stolen(booked({ start: nine + 1_800_000 }))).toBe(1);
  expect(stolen(booked({ operation: "move" }))).toBe(1);
});

test("of several times kept together each is found", () => {
  const later = { ...held, offerId: 2, start: nine + 7_200_000, end: nine + 9_000_000 };
  const course: Entry = { ...offered, operation: "course", held: [held, later] };
  const both = [course, booked({}), booked({ start: later.start })];
  expect(findStolen(both, shapes)).toHaveLength(2);
});

test("nothing is found where it was the call's own, another person, later, before, or Cal.com", () => {
  expect(stolen(booked({ callId: 7 }))).toBe(0);
  expect(stolen(booked({ staffId: 3 }))).toBe(0);
  expect(stolen(booked({ start: nine + 2_400_000 }))).toBe(0);
  expect(stolen(booked({ began: 999 }))).toBe(0);
  expect(stolen(booked({ ended: 5_001 }))).toBe(0);
  expect(stolen(booked({ operation: "outside", fact: true }))).toBe(0);
  expect(stolen(booked({ operation: "cancel" }))).toBe(0);
});

test("an appointment in conflict owns no time, and takes none when it is changed to what it already is", () => {
  const entry = booked({ operation: "resize" });
  const told = entry.told?.map((state) => ({ ...state, conflict: true }));
  expect(stolen(entry)).toBe(1);
  expect(stolen({ ...entry, told })).toBe(0);
});

test("a hold is certain until its call does the next thing, or nothing more", () => {
  const short: Entry = { ...offered, ended: 1_500 };
  const next: Entry = { operation: "offer", outcome: "done", began: 4_000, ended: 4_100, callId: 7 };
  expect(findStolen([short, booked({})], shapes)).toEqual([]);
  expect(findStolen([short, next, booked({})], shapes)).toHaveLength(1);
  expect(findStolen([short, { ...next, began: 2_500 }, booked({})], shapes)).toEqual([]);
});

test("a fact from Cal.com ends the hold it meets, and no other", () => {
  const fact = (more: Parameters<typeof booked>[0]) =>
    booked({ operation: "outside", fact: true, began: 1_500, ended: 1_600, ...more });
  const count = (first: Entry) => findStolen([offered, first, booked({})], shapes).length;
  expect(count(fact({}))).toBe(0);
  expect(count(fact({ staffId: 3 }))).toBe(1);
  expect(count(fact({ began: 3_500, ended: 3_600 }))).toBe(1);
  const untold = fact({}).told;
  expect(findStolen([offered, booked({})], shapes, untold)).toEqual([]);
});
