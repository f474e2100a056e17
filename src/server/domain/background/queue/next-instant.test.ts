import { expect, test } from "vitest";
import { nextInstant } from "./next-instant";

const nineInBerlin = { cron: "TZ=Europe/Berlin 0 9 * * *", pattern: "0 9 * * *", timeZone: "Europe/Berlin" };

test("nine o'clock in Berlin stays nine o'clock when the clocks change", () => {
  const next = (after: string) => nextInstant(nineInBerlin, new Date(after)).toISOString();
  expect(next("2026-03-28T12:00:00Z")).toBe("2026-03-29T07:00:00.000Z");
  expect(next("2026-03-27T12:00:00Z")).toBe("2026-03-28T08:00:00.000Z");
  expect(next("2026-10-24T12:00:00Z")).toBe("2026-10-25T08:00:00.000Z");
});

test("an instant that is just now due is followed by the next one, not by itself", () => {
  expect(nextInstant(nineInBerlin, new Date("2026-06-01T07:00:00Z")).toISOString()).toBe(
    "2026-06-02T07:00:00.000Z",
  );
});

test("an expression that is not one is refused", () => {
  expect(() => nextInstant({ ...nineInBerlin, pattern: "61 * * * *" }, new Date())).toThrow();
});
