import { expect, test } from "vitest";
import { dayRange } from "./day-range";

test("a day begins and ends when it does on the wall, also when the clocks change", () => {
  expect(dayRange({ fromDate: "2026-03-29", toDate: "2026-03-29" }, "Europe/Berlin")).toEqual({
    from: new Date("2026-03-28T23:00:00Z"),
    before: new Date("2026-03-29T22:00:00Z"),
  });
  expect(dayRange({ fromDate: "2026-10-25", toDate: "2026-10-25" }, "Europe/Berlin")).toEqual({
    from: new Date("2026-10-24T22:00:00Z"),
    before: new Date("2026-10-25T23:00:00Z"),
  });
});

test("an absent day leaves its side open", () => {
  expect(dayRange({}, "Europe/Berlin")).toEqual({ from: undefined, before: undefined });
});
