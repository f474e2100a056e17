import { expect, test } from "vitest";
import type { BookingRule } from "@/contracts/booking-rules";
import { mergeRules, noRule } from "./booking-rule";
import { type Change, judgeChange } from "./judge-change";

const hour = 3_600_000;
const start = new Date("2026-11-24T13:30:00Z");
const rule = (values: Partial<BookingRule>): BookingRule => ({ ...noRule, ...values });
const change = (values: Partial<Change>): Change => ({
  action: "cancel",
  start,
  now: new Date(start.getTime() - 100 * hour),
  moveCount: 0,
  cancellationsThisMonth: 0,
  ...values,
});
const before = (ms: number) => change({ now: new Date(start.getTime() - ms) });

test("the narrower rule wins field by field, and NULL leaves it to the wider one", () => {
  const business = rule({ moveHoursBefore: 24, cancelHoursBefore: 24, maxMoves: 2, feeText: "30 Euro" });
  const branch = rule({ cancelHoursBefore: 48, maxCancellationsPerMonth: 3 });
  const service = rule({ moveHoursBefore: 0 });
  expect(mergeRules([service, branch, business])).toEqual({
    moveHoursBefore: 0,
    cancelHoursBefore: 48,
    maxMoves: 2,
    maxCancellationsPerMonth: 3,
    feeText: "30 Euro",
  });
  expect(mergeRules([])).toEqual(noRule);
});

test.each([
  ["a millisecond more than the hours", 24, 24 * hour + 1, true],
  ["exactly the hours", 24, 24 * hour, true],
  ["a millisecond less than the hours", 24, 24 * hour - 1, false],
  ["0 hours, at the start", 0, 0, true],
  ["0 hours, after the start", 0, -1, false],
  ["no rule, at the start", null, 0, true],
  ["no rule, after the start", null, -1, false],
  ["the longest notice", 720, 719 * hour, false],
])("%s", (_, hours, leftMs, allowed) => {
  for (const action of ["move", "cancel"] as const) {
    const own = rule(action === "move" ? { moveHoursBefore: hours } : { cancelHoursBefore: hours });
    expect(judgeChange(own, { ...before(leftMs), action })).toEqual(
      allowed
        ? { allowed: true }
        : { allowed: false, reason: "too_late", hoursBefore: hours ?? 0, leftMs, feeText: null },
    );
  }
});

test("moving and cancelling have a notice each", () => {
  const own = rule({ moveHoursBefore: 2, cancelHoursBefore: 48 });
  expect(judgeChange(own, { ...before(24 * hour), action: "move" })).toEqual({ allowed: true });
  expect(judgeChange(own, before(24 * hour))).toMatchObject({ allowed: false, reason: "too_late" });
});

test.each([
  // Spring: at 10:00 the day before, 23 hours are left although the clock on the wall says 24.
  ["2026-03-28T09:00:00Z", "2026-03-29T08:00:00Z", 23, false],
  ["2026-03-28T08:00:00Z", "2026-03-29T08:00:00Z", 24, true],
  // Autumn: at 11:00 the day before, 24 hours are left although the clock on the wall says 23.
  ["2026-10-24T09:00:00Z", "2026-10-25T09:00:00Z", 24, true],
  ["2026-10-24T09:00:00Z", "2026-10-25T08:59:59.999Z", 24, false],
])("hours are elapsed time where the clocks change: from %s to %s", (now, at, hours, allowed) => {
  const verdict = judgeChange(
    rule({ cancelHoursBefore: 24 }),
    change({ now: new Date(now), start: new Date(at) }),
  );
  expect(verdict.allowed).toBe(allowed);
  if (!verdict.allowed && verdict.reason === "too_late")
    expect(Math.round(verdict.leftMs / hour)).toBe(hours);
});

test.each([
  ["move", { maxMoves: 2 }, { moveCount: 1 }, undefined],
  ["move", { maxMoves: 2 }, { moveCount: 2 }, "too_many_moves"],
  ["move", { maxMoves: 0 }, {}, "too_many_moves"],
  ["cancel", { maxMoves: 0 }, {}, undefined],
  ["cancel", { maxCancellationsPerMonth: 2 }, { cancellationsThisMonth: 1 }, undefined],
  ["cancel", { maxCancellationsPerMonth: 2 }, { cancellationsThisMonth: 2 }, "too_many_cancellations"],
  ["cancel", { maxCancellationsPerMonth: 0 }, {}, "too_many_cancellations"],
  ["move", { maxCancellationsPerMonth: 0 }, {}, undefined],
] as const)("%s with %j after %j", (action, values, counts, reason) => {
  const verdict = judgeChange(rule({ ...values, feeText: "30 Euro" }), change({ action, ...counts }));
  expect(verdict).toMatchObject(
    reason
      ? { allowed: false, reason, limit: Object.values(values)[0], feeText: "30 Euro" }
      : { allowed: true },
  );
});

test("what is too late is said before what is too often", () => {
  const own = rule({ moveHoursBefore: 24, maxMoves: 0 });
  expect(judgeChange(own, { ...before(hour), action: "move" })).toMatchObject({ reason: "too_late" });
});
