import { describe, expect, test } from "vitest";
import { clockOf, minuteOf } from "@/lib/clock-minutes";
import { openingWeek, workingDay } from "./weekly-hours";

const problems = (result: {
  success: boolean;
  error?: { issues: { path: PropertyKey[]; message: string }[] };
}) => result.error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`) ?? [];

describe("a week of hours", () => {
  const monday = (from: string, to: string) => ({ weekday: 1, from, to });

  test.each([
    ["several ranges, also out of order", [monday("14:00", "18:00"), monday("08:00", "12:00")], []],
    ["ranges that touch", [monday("08:00", "12:00"), monday("12:00", "18:00")], []],
    ["an end at midnight", [monday("18:00", "00:00")], []],
    [
      "the same hours on another day",
      [monday("08:00", "12:00"), { ...monday("08:00", "12:00"), weekday: 2 }],
      [],
    ],
    [
      "an overlap, at the later range",
      [monday("08:00", "12:00"), monday("11:00", "14:00")],
      ["1.from range_overlap"],
    ],
    [
      "the later one, whichever comes first",
      [monday("11:00", "14:00"), monday("08:00", "12:00")],
      ["0.from range_overlap"],
    ],
    ["the same range twice", [monday("08:00", "12:00"), monday("08:00", "12:00")], ["1.from range_overlap"]],
    ["an end before its start", [monday("12:00", "08:00")], ["0.to range_order"]],
    ["a time left out", [monday("", "08:00")], ["0.from time"]],
    ["a time between the fives", [monday("08:03", "12:00")], ["0.from five_minutes"]],
  ])("%s", (_, ranges, expected) => {
    expect(problems(openingWeek.safeParse(ranges))).toEqual(expected);
  });

  test("nobody is at two branches at once", () => {
    const at = (branchId: number, from: string, to: string) => ({ branchId, from, to });
    expect(problems(workingDay.safeParse([at(1, "08:00", "12:00"), at(2, "11:00", "14:00")]))).toEqual([
      "1.from range_overlap",
    ]);
  });

  test("minutes and clock are each other's inverse", () => {
    for (const minute of [0, 5, 480, 1435]) expect(minuteOf(clockOf(minute), "start")).toBe(minute);
    expect(minuteOf(clockOf(1440), "end")).toBe(1440);
  });
});
