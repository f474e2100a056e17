import { expect, test } from "vitest";
import type { CalendarBranch } from "../availability/calendar";
import { dueTime, nextOpening } from "./due-time";

const weekdays = [1, 2, 3, 4, 5];
const everyDay = [...weekdays, 6, 7];
const hours = (days: number[], startsMinute: number, endsMinute: number) =>
  days.map((weekday) => ({ weekday, startsMinute, endsMinute }));

/** Open on weekdays from 8 to 12 and from 14 to 18. */
const practice = (values: Partial<CalendarBranch> = {}): CalendarBranch => ({
  id: 1,
  name: "Mitte",
  timeZone: "Europe/Berlin",
  hours: [...hours(weekdays, 480, 720), ...hours(weekdays, 840, 1080)],
  specialHours: [],
  closedDays: [],
  ...values,
});
const closed = (startsOn: string, endsOn = startsOn) =>
  ({ kind: "holiday", startsOn, endsOn, label: null }) as const;

type Priority = Parameters<typeof dueTime>[1]["priority"];
const due = (
  from: string,
  priority: Priority = "normal",
  branches = [practice()],
  branchId: number | null = 1,
) => dueTime(branches, { branchId, from: new Date(from), priority }).toISOString();

test.each([
  ["urgent", "2026-11-24T09:15:00.000Z"],
  ["high", "2026-11-24T10:00:00.000Z"],
  ["normal", "2026-11-24T15:00:00.000Z"],
  ["low", "2026-11-25T09:00:00.000Z"],
] as const)(
  "in opening hours, %s counts from the request and leaves out the lunch break",
  (priority, expected) => {
    expect(due("2026-11-24T10:00:00+01:00", priority)).toBe(expected);
  },
);

test("a request at night is due once the practice has opened, the urgent one first", () => {
  const night = "2026-11-24T02:30:00+01:00";
  expect(due(night, "urgent")).toBe("2026-11-24T07:15:00.000Z");
  expect(due(night, "normal")).toBe("2026-11-24T11:00:00.000Z");
});

test("what the evening leaves of the time is counted on the next opening day, over the weekend too", () => {
  expect(due("2026-11-27T17:50:00+01:00", "urgent")).toBe("2026-11-30T07:05:00.000Z");
  expect(due("2026-11-28T11:00:00+01:00", "high")).toBe("2026-11-30T08:00:00.000Z");
});

test("exactly at closing time the whole time counts from the next opening", () => {
  expect(due("2026-11-24T12:00:00+01:00", "urgent")).toBe("2026-11-24T13:15:00.000Z");
});

test("holidays and closures are no opening time", () => {
  const branch = practice({
    closedDays: [closed("2026-12-25", "2026-12-26"), closed("2026-12-28", "2027-01-01")],
  });
  expect(due("2026-12-24T17:00:00+01:00", "urgent", [branch])).toBe("2026-12-24T16:15:00.000Z");
  expect(due("2026-12-24T19:00:00+01:00", "urgent", [branch])).toBe("2027-01-04T07:15:00.000Z");
});

test("control: without the closures the same request would be due on the holiday", () => {
  expect(due("2026-12-24T19:00:00+01:00", "urgent")).toBe("2026-12-25T07:15:00.000Z");
});

test("the practice opens by the clock on its wall on both sides of a clock change", () => {
  expect(due("2026-10-23T19:00:00+02:00", "high")).toBe("2026-10-26T08:00:00.000Z");
  expect(due("2026-03-27T19:00:00+01:00", "high")).toBe("2026-03-30T07:00:00.000Z");
});

test("the hour that the clocks skip is no opening time, the one that they repeat counts twice", () => {
  const always = [practice({ hours: hours(everyDay, 0, 1440) })];
  expect(due("2026-03-29T01:30:00+01:00", "high", always)).toBe("2026-03-29T01:30:00.000Z");
  expect(due("2026-10-25T02:30:00+02:00", "high", always)).toBe("2026-10-25T01:30:00.000Z");
  const early = [practice({ hours: hours([7], 60, 240) })];
  expect(due("2026-03-29T00:00:00+01:00", "low", early)).toBe("2026-04-12T02:00:00.000Z");
  expect(due("2026-10-25T00:00:00+02:00", "normal", early)).toBe("2026-10-25T03:00:00.000Z");
});

test("the zone is the branch's", () => {
  const lisbon = practice({ timeZone: "Europe/Lisbon" });
  expect(due("2026-11-24T03:00:00Z", "urgent", [lisbon])).toBe("2026-11-24T08:15:00.000Z");
});

test("without a branch of its own, whichever can call first counts", () => {
  const late = practice({ id: 2, hours: hours(weekdays, 600, 1200) });
  const night = "2026-11-24T02:30:00+01:00";
  expect(due(night, "urgent", [late, practice()], null)).toBe("2026-11-24T07:15:00.000Z");
  expect(due(night, "urgent", [late, practice()], 2)).toBe("2026-11-24T09:15:00.000Z");
});

test("where nobody opens, the clock on the wall counts", () => {
  const night = "2026-11-24T02:30:00+01:00";
  expect(due(night, "urgent", [])).toBe("2026-11-24T01:45:00.000Z");
  expect(due(night, "urgent", [practice({ closedDays: [closed("2026-11-01", "2027-12-31")] })])).toBe(
    "2026-11-24T01:45:00.000Z",
  );
});

test.each([
  ["at night", "2026-11-24T20:30:00+01:00", "2026-11-25T07:00:00.000Z"],
  ["over lunch", "2026-11-24T12:30:00+01:00", "2026-11-24T13:00:00.000Z"],
  ["at the weekend", "2026-11-28T09:00:00+01:00", "2026-11-30T07:00:00.000Z"],
  ["in opening hours", "2026-11-24T09:10:00+01:00", "2026-11-24T08:10:00.000Z"],
])("what somebody puts off to a time %s is due when the practice is open", (_, chosen, expected) => {
  const due = nextOpening([practice()], { branchId: 1, from: new Date(chosen) });
  expect(due.toISOString()).toBe(expected);
});
