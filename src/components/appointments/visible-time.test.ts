import { expect, test } from "vitest";
import { addDays } from "@/lib/plain-date";
import { visibleDates, visibleHours } from "./visible-time";

const week = Array.from({ length: 7 }, (_, index) => addDays("2026-11-23", index));
const open = (startsMinute: number, endsMinute: number) => ({ startsMinute, endsMinute });
const shown = (date: string, startMinute = 540, endMinute = 570) => ({ date, startMinute, endMinute });

test("a week without anything still shows Monday to Friday, eight to six", () => {
  expect(visibleDates(week, [], [], "2026-11-10")).toEqual(week.slice(0, 5));
  expect(visibleHours([], [])).toEqual({ from: 8, to: 18 });
});

test("Saturday and Sunday are there when open, booked or today", () => {
  expect(visibleDates(week, [2, 6], [], "2026-11-10")).toHaveLength(6);
  expect(visibleDates(week, [1], [shown("2026-11-29")], "2026-11-10")).toHaveLength(7);
  expect(visibleDates(week, [1], [], "2026-11-29")).toHaveLength(7);
});

test("hours reach from the first to the last minute that matters, and never beyond midnight", () => {
  expect(visibleHours([open(450, 1140)], [shown("2026-11-23", 400, 430)])).toEqual({ from: 6, to: 19 });
  expect(visibleHours([], [shown("2026-11-23", 1380, 1500)])).toEqual({ from: 23, to: 24 });
});
