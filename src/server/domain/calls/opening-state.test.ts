import { expect, test } from "vitest";
import type { BranchHours } from "../availability/calendar";
import { openingState } from "./opening-state";

const weekdays = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, startsMinute: 8 * 60, endsMinute: 12 * 60 },
  { weekday, startsMinute: 14 * 60, endsMinute: 18 * 60 },
]);
const hours: BranchHours = {
  hours: weekdays,
  specialHours: [],
  closedDays: [{ kind: "closure", startsOn: "2026-11-23", endsOn: "2026-11-24", label: null }],
};
const state = (now: string, of = hours) => openingState(of, new Date(now), "Europe/Berlin");

test("open until the end of the stretch it is in", () => {
  expect(state("2026-11-20T07:00:00Z")).toEqual({ open: true, until: new Date("2026-11-20T11:00:00Z") });
  expect(state("2026-11-20T10:59:59Z")).toEqual({ open: true, until: new Date("2026-11-20T11:00:00Z") });
});

test("closed over lunch, until the afternoon", () => {
  expect(state("2026-11-20T11:00:00Z")).toEqual({ open: false, next: new Date("2026-11-20T13:00:00Z") });
});

test("closed over a weekend and the closed days after it", () => {
  expect(state("2026-11-20T17:00:00Z")).toEqual({ open: false, next: new Date("2026-11-25T07:00:00Z") });
});

test("a day with hours of its own counts as it is", () => {
  const sunday = { day: "2026-11-22", startsMinute: 600, endsMinute: 660 };
  expect(state("2026-11-20T17:00:00Z", { ...hours, specialHours: [sunday] })).toEqual({
    open: false,
    next: new Date("2026-11-22T09:00:00Z"),
  });
});

test("follows the clock on the wall when it changes", () => {
  const sunday = {
    hours: [{ weekday: 7, startsMinute: 8 * 60, endsMinute: 600 }],
    specialHours: [],
    closedDays: [],
  };
  expect(state("2026-10-24T12:00:00Z", sunday)).toEqual({
    open: false,
    next: new Date("2026-10-25T07:00:00Z"),
  });
  expect(state("2026-03-28T12:00:00Z", sunday)).toEqual({
    open: false,
    next: new Date("2026-03-29T06:00:00Z"),
  });
});

test("without hours there is no next opening", () => {
  expect(state("2026-11-20T11:00:00Z", { hours: [], specialHours: [], closedDays: [] })).toEqual({
    open: false,
    next: null,
  });
});

test("stretches that touch are one", () => {
  const touching = {
    hours: [
      { weekday: 5, startsMinute: 480, endsMinute: 720 },
      { weekday: 5, startsMinute: 720, endsMinute: 900 },
    ],
    specialHours: [],
    closedDays: [],
  };
  expect(state("2026-11-20T08:00:00Z", touching)).toEqual({
    open: true,
    until: new Date("2026-11-20T14:00:00Z"),
  });
});
