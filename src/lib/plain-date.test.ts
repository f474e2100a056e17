import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  instantOf,
  isPlainDate,
  lastOfMonth,
  mondayOf,
  wallTimeOf,
  weekdayOf,
  weekNumberOf,
} from "./plain-date";

test.each([
  ["2026-11-22", true],
  ["2026-02-30", false],
  ["2026-2-3", false],
  ["nonsense", false],
  ["2026-11-22T10:00", false],
])("%s is a date: %s", (text, valid) => expect(isPlainDate(text)).toBe(valid));

test("days are counted across months, years and the days the clocks change", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2026-03-30", -1)).toBe("2026-03-29");
  expect(addDays("2026-10-25", 1)).toBe("2026-10-26");
});

test("months are counted by their days, the last of a shorter one at most", () => {
  expect(addMonths("2026-11-23", -1)).toBe("2026-10-23");
  expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
  expect(addMonths("2028-03-30", -1)).toBe("2028-02-29");
  expect(addMonths("2027-01-15", -1)).toBe("2026-12-15");
  expect(addMonths("2026-12-31", 14)).toBe("2028-02-29");
  expect(lastOfMonth("2026-02-01")).toBe("2026-02-28");
  expect(lastOfMonth("2026-12-24")).toBe("2026-12-31");
});

test("weeks begin on Monday", () => {
  expect(mondayOf("2026-11-22")).toBe("2026-11-16");
  expect(mondayOf("2026-11-23")).toBe("2026-11-23");
  expect(weekdayOf("2026-11-22")).toBe(7);
});

test.each([
  ["2026-11-22", 47],
  ["2027-01-03", 53],
  ["2027-01-04", 1],
  ["2024-12-30", 1],
  ["2026-03-29", 13],
])("%s lies in week %d", (date, week) => expect(weekNumberOf(date)).toBe(week));

describe("the wall clock", () => {
  test("jumps over the hour that is missing in March and shows October's twice", () => {
    const berlin = (instant: string) => wallTimeOf(new Date(instant), "Europe/Berlin");
    expect(berlin("2026-03-29T00:59:00Z")).toEqual({ date: "2026-03-29", minute: 119 });
    expect(berlin("2026-03-29T01:00:00Z")).toEqual({ date: "2026-03-29", minute: 180 });
    expect(berlin("2026-10-25T00:30:00Z").minute).toBe(150);
    expect(berlin("2026-10-25T01:30:00Z").minute).toBe(150);
  });

  test("starts the day at zero, not at 24", () => {
    expect(wallTimeOf(new Date("2026-11-21T23:00:00Z"), "Europe/Berlin")).toEqual({
      date: "2026-11-22",
      minute: 0,
    });
  });
});

test.each([
  ["2026-11-24", 870, "2026-11-24T13:30:00.000Z"],
  ["2026-03-29", 90, "2026-03-29T00:30:00.000Z"],
  ["2026-03-29", 210, "2026-03-29T01:30:00.000Z"],
  // The wall never shows 02:30 on that day.
  ["2026-03-29", 150, "2026-03-29T01:30:00.000Z"],
  ["2026-10-25", 240, "2026-10-25T03:00:00.000Z"],
])("on %s minute %i of Berlin's wall is one instant", (date, minute, instant) => {
  expect(instantOf(date, minute, "Europe/Berlin").toISOString()).toBe(instant);
});
