import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { dayMs, gridPoints, type LocalDay, localDate, localDays, minuteMs, wallClock } from "./calendar-time";

const berlin = "Europe/Berlin";
const day = (date: string, zone = berlin) => {
  const start = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
  return localDays({ start, end: start + 1 }, zone)[0] as LocalDay;
};
const iso = (instant: number) => new Date(instant).toISOString();
const wall = (instant: number, zone = berlin) => {
  const time = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return { date: time.toPlainDate().toString(), minute: time.hour * 60 + time.minute };
};

describe("a local day", () => {
  test("has 24 hours, and 23 or 25 when the clocks change", () => {
    const hours = (date: string) => (day(date).end - day(date).start) / 3_600_000;
    expect(["2026-03-28", "2026-03-29", "2026-10-25", "2026-12-31"].map(hours)).toEqual([24, 23, 25, 24]);
  });

  test("leap day and year end follow one another", () => {
    const range = { start: Date.parse("2028-02-28T12:00:00Z"), end: Date.parse("2028-03-01T12:00:00Z") };
    expect(localDays(range, berlin).map((d) => d.date)).toEqual(["2028-02-28", "2028-02-29", "2028-03-01"]);
    const turn = { start: Date.parse("2026-12-31T22:59:00Z"), end: Date.parse("2026-12-31T23:01:00Z") };
    expect(localDays(turn, berlin).map((d) => [d.date, d.weekday])).toEqual([
      ["2026-12-31", 4],
      ["2027-01-01", 5],
    ]);
  });

  test("the missing hour does not exist: 2 to 4 is one hour in March", () => {
    expect(wallClock(day("2026-03-29"), 120, 240).map((i) => [iso(i.start), iso(i.end)])).toEqual([
      ["2026-03-29T01:00:00.000Z", "2026-03-29T02:00:00.000Z"],
    ]);
    expect(wallClock(day("2026-03-29"), 120, 180)).toEqual([]);
  });

  test("the doubled hour happens twice: 2 to 3 is two instants of two o'clock in October", () => {
    expect(gridPoints(day("2026-10-25"), wallClock(day("2026-10-25"), 120, 180), 60).map(iso)).toEqual([
      "2026-10-25T00:00:00.000Z",
      "2026-10-25T01:00:00.000Z",
    ]);
  });

  test("in every zone the wall shows exactly the hours asked for", () => {
    const zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "UTC"];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.parse("2026-01-01"), max: Date.parse("2029-01-01") }),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 0, max: 1440 }),
        (zone, instant, startsMinute, endsMinute) => {
          const [local] = localDays({ start: instant, end: instant + 1 }, zone) as [LocalDay];
          const open = wallClock(local, startsMinute, endsMinute);
          const shown = wall(instant, zone).minute;
          expect(localDate(instant, zone)).toBe(local.date);
          expect(open.some((i) => i.start <= instant && instant < i.end)).toBe(
            startsMinute <= shown && shown < endsMinute,
          );
        },
      ),
      { numRuns: 300, examples: [["Europe/Berlin", Date.parse("2026-10-25T00:30:00Z"), 120, 180]] },
    );
  });

  test("the grid follows the wall, not the epoch", () => {
    const newfoundland = day("2026-06-01", "America/St_Johns");
    const points = gridPoints(newfoundland, [newfoundland], 60);
    expect(points).toHaveLength(24);
    expect(points.every((p) => wall(p, "America/St_Johns").minute % 60 === 0)).toBe(true);
    expect(points[0]).toBe(newfoundland.start);
    expect(newfoundland.end - newfoundland.start).toBe(dayMs);
    expect(minuteMs * 60 * 24).toBe(dayMs);
  });
});
