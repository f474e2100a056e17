import { describe, expect, test } from "vitest";
import { dayMs, hourMs } from "@/lib/calendar-time";
import { daysIn, isDue, isUsable, rangeToFetch, slotAge } from "./slot-days";

const now = Date.parse("2026-11-24T12:00:00Z");
const day = (ageMs: number, changedAgoMs?: number) => ({
  starts: [],
  fetchedAt: new Date(now - ageMs),
  changedAt: changedAgoMs === undefined ? null : new Date(now - changedAgoMs),
});

test("the days of a range are those it touches, in UTC", () => {
  const start = Date.parse("2026-11-24T23:30:00Z");
  expect(daysIn({ start, end: start + hourMs })).toEqual(["2026-11-24", "2026-11-25"]);
  expect(daysIn({ start, end: Date.parse("2026-11-25T00:00:00Z") })).toEqual(["2026-11-24"]);
});

describe("a day", () => {
  test("is offered until the bound and not beyond it", () => {
    expect(isUsable(day(slotAge.usableMs), now)).toBe(true);
    expect(isUsable(day(slotAge.usableMs + 1), now)).toBe(false);
    expect(isUsable(undefined, now)).toBe(false);
  });

  test("is due when missing, old, or overtaken by an event since it was asked for", () => {
    expect(isDue(undefined, now, slotAge.nearMs)).toBe(true);
    expect(isDue(day(slotAge.nearMs), now, slotAge.nearMs)).toBe(false);
    expect(isDue(day(slotAge.nearMs + 1), now, slotAge.nearMs)).toBe(true);
    expect(isDue(day(1_000, 500), now, slotAge.nearMs)).toBe(true);
    expect(isDue(day(1_000, 2_000), now, slotAge.nearMs)).toBe(false);
  });
});

test("what is due is fetched as one range of at most 62 days", () => {
  const days = daysIn({ start: now, end: now + 99 * dayMs });
  expect(rangeToFetch(days, () => false)).toBeUndefined();
  expect(rangeToFetch(days, (each) => each === "2026-11-26" || each === "2026-11-28")).toEqual({
    start: Date.parse("2026-11-26"),
    end: Date.parse("2026-11-29"),
  });
  const range = rangeToFetch(days, () => true);
  expect(((range?.end ?? 0) - (range?.start ?? 0)) / dayMs).toBe(62);
});
