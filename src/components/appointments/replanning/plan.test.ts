import { expect, test } from "vitest";
import type { CalendarItem } from "../slip";
import { endAt, isUnchanged, moveTo, stepEnd, stepStart, unchangedPlan } from "./plan";

const item = {
  id: 1,
  date: "2026-11-24",
  startMinute: 545,
  endMinute: 590,
  staffId: 7,
  branchId: 2,
} as CalendarItem;
const tuesday = { date: "2026-11-24" };
const plan = unchangedPlan(item, "move", tuesday);

test("a moved slip keeps its length, snaps to the step and never leaves the day", () => {
  expect(moveTo(plan, { date: "2026-11-25" }, 608, 15)).toMatchObject({
    column: { date: "2026-11-25" },
    startMinute: 615,
    endMinute: 660,
  });
  expect(moveTo(plan, tuesday, -40, 15)).toMatchObject({ startMinute: 0, endMinute: 45 });
  expect(moveTo(plan, tuesday, 1500, 30)).toMatchObject({ startMinute: 1380, endMinute: 1425 });
});

test("a key moves by one step, onto the grid first", () => {
  expect(stepStart(plan, 1, 15).startMinute).toBe(555);
  expect(stepStart(plan, -1, 15).startMinute).toBe(540);
  expect(stepStart(stepStart(plan, 1, 15), 1, 15).startMinute).toBe(570);
});

test("the end comes in steps of five minutes and stays after the start", () => {
  expect(endAt(plan, 603).endMinute).toBe(605);
  expect(endAt(plan, 100).endMinute).toBe(550);
  expect(endAt(plan, 2000).endMinute).toBe(1440);
  expect(stepEnd(plan, -1)).toMatchObject({ kind: "resize", startMinute: 545, endMinute: 585 });
});

test("nothing changed where it is back in its place, with its own person, in its own branch or without a say in that", () => {
  expect(isUnchanged(plan)).toBe(true);
  expect(isUnchanged({ ...plan, column: { ...tuesday, staffId: 7 } })).toBe(true);
  expect(isUnchanged({ ...plan, column: { ...tuesday, staffId: 8 } })).toBe(false);
  expect(isUnchanged({ ...plan, column: { ...tuesday, branchId: 2 } })).toBe(true);
  expect(isUnchanged({ ...plan, column: { ...tuesday, branchId: 3 } })).toBe(false);
  expect(isUnchanged(stepEnd(plan, 1))).toBe(false);
});
