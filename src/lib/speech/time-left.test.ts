import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { speakNotice, speakTimeLeft } from "./time-left";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe("time left, as people size it up", () => {
  test.each([
    [21.913095436111 * hour, "knapp 22 Stunden", "just under 22 hours"],
    [22 * hour, "22 Stunden", "22 hours"],
    [22.2 * hour, "gut 22 Stunden", "a little over 22 hours"],
    [22 * hour + 30_000, "22 Stunden", "22 hours"],
    [47.9 * hour, "knapp 48 Stunden", "just under 48 hours"],
    [2 * day, "2 Tage", "2 days"],
    [3.2 * day, "gut 3 Tage", "a little over 3 days"],
    [2.8 * day, "knapp 3 Tage", "just under 3 days"],
    [2.5 * day, "etwa zweieinhalb Tage", "about two and a half days"],
    [30.4 * day, "gut 30 Tage", "a little over 30 days"],
    [58 * minute, "knapp eine Stunde", "just under an hour"],
    [53 * minute, "knapp eine Stunde", "just under an hour"],
    [hour, "eine Stunde", "an hour"],
    [70 * minute, "gut eine Stunde", "a little over an hour"],
    [90 * minute, "etwa anderthalb Stunden", "about an hour and a half"],
    [110 * minute, "knapp 2 Stunden", "just under 2 hours"],
    [150 * minute, "etwa zweieinhalb Stunden", "about two and a half hours"],
    [5.5 * hour, "knapp 6 Stunden", "just under 6 hours"],
    [52 * minute, "etwa 50 Minuten", "about 50 minutes"],
    [23 * minute, "etwa 25 Minuten", "about 25 minutes"],
    [9.9 * minute, "9 Minuten", "9 minutes"],
    [minute, "eine Minute", "one minute"],
    [59_999, "weniger als eine Minute", "less than a minute"],
    [-hour, "weniger als eine Minute", "less than a minute"],
  ])("%d ms", (ms, de, en) => {
    expect(speakTimeLeft(ms, "de")).toBe(de);
    expect(speakTimeLeft(ms, "en")).toBe(en);
  });

  test("no decimal, ever, and no number far from the truth", () => {
    fc.assert(
      fc.property(fc.integer({ min: minute, max: 60 * day }), (ms) => {
        const spoken = speakTimeLeft(ms, "de");
        expect(spoken).not.toMatch(/\d[.,]\d|NaN|undefined/);
        const number = /(\d+) (Minuten|Stunden|Tage)/.exec(spoken);
        if (!number) return;
        const unit = { Minuten: minute, Stunden: hour, Tage: day }[number[2] as string] as number;
        expect(Math.abs(Number(number[1]) * unit - ms)).toBeLessThanOrEqual(
          unit === minute ? 2.5 * minute : unit / 2,
        );
        if (spoken.startsWith("knapp")) expect(ms).toBeLessThan(Number(number[1]) * unit);
        if (spoken.startsWith("gut")) expect(ms).toBeGreaterThan(Number(number[1]) * unit);
      }),
    );
  });
});

test.each([
  [1, "eine Stunde", "an hour"],
  [24, "24 Stunden", "24 hours"],
  [36, "36 Stunden", "36 hours"],
  [48, "48 Stunden", "48 hours"],
  [72, "3 Tage", "3 days"],
  [73, "73 Stunden", "73 hours"],
])("a notice of %d hours", (hours, de, en) => {
  expect(speakNotice(hours, "de")).toBe(de);
  expect(speakNotice(hours, "en")).toBe(en);
});
