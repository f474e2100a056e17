import { expect, test } from "vitest";
import { backdropOf, isUnattended } from "./backdrop";

const open = [{ startsMinute: 480, endsMinute: 1080 }];
const hours = { from: 7, to: 19 };

test("each minute that cannot be booked has one reason: closed, off or away", () => {
  const person = {
    work: [
      { startsMinute: 480, endsMinute: 720 },
      { startsMinute: 780, endsMinute: 960 },
    ],
    away: [{ startsMinute: 900, endsMinute: 1440 }],
    awayAllDay: false,
  };
  expect(backdropOf(open, person, hours)).toEqual([
    { why: "closed", start: 420, end: 480 },
    { why: "off", start: 720, end: 780 },
    { why: "away", start: 900, end: 960 },
    { why: "off", start: 960, end: 1080 },
    { why: "closed", start: 1080, end: 1140 },
  ]);
});

test("without a person only closed time stands behind the slips", () => {
  expect(backdropOf([], undefined, hours)).toEqual([{ why: "closed", start: 420, end: 1140 }]);
});

test("closed is what no branch is open in", () => {
  const branches = [
    { startsMinute: 480, endsMinute: 750 },
    { startsMinute: 810, endsMinute: 1080 },
    { startsMinute: 540, endsMinute: 780 },
  ];
  expect(backdropOf(branches, undefined, hours)).toEqual([
    { why: "closed", start: 420, end: 480 },
    { why: "closed", start: 780, end: 810 },
    { why: "closed", start: 1080, end: 1140 },
  ]);
});

test("an appointment is unattended when its person is away for any of it, and it has not taken place", () => {
  const person = { work: open, away: [{ startsMinute: 600, endsMinute: 660 }], awayAllDay: false };
  const at = (startMinute: number, endMinute: number, status = "scheduled") =>
    isUnattended(person, { startMinute, endMinute, status });
  expect(at(570, 610)).toBe(true);
  expect(at(600, 660, "pending")).toBe(true);
  expect(at(570, 600)).toBe(false);
  expect(at(660, 690)).toBe(false);
  expect(at(600, 660, "completed")).toBe(false);
  expect(isUnattended(undefined, { startMinute: 600, endMinute: 660, status: "scheduled" })).toBe(false);
});
