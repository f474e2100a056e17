import { describe, expect, test } from "vitest";
import { loadAddress, reportRequest } from "./address";

const asked = async (query: string, today: string) => {
  const { fromDate, toDate, before } = reportRequest(
    await loadAddress(Object.fromEntries(new URLSearchParams(query))),
    today,
  );
  return [`${fromDate}–${toDate}`, before && `${before.fromDate}–${before.toDate}`];
};

describe("the last month is compared with the calendar month before", () => {
  test.each([
    ["2026-11-23", "2026-10-01–2026-10-31", "2026-09-01–2026-09-30"],
    ["2026-12-01", "2026-11-01–2026-11-30", "2026-10-01–2026-10-31"],
    ["2027-01-01", "2026-12-01–2026-12-31", "2026-11-01–2026-11-30"],
    ["2027-02-28", "2027-01-01–2027-01-31", "2026-12-01–2026-12-31"],
    ["2027-03-31", "2027-02-01–2027-02-28", "2027-01-01–2027-01-31"],
    ["2028-03-01", "2028-02-01–2028-02-29", "2028-01-01–2028-01-31"],
    ["2028-04-15", "2028-03-01–2028-03-31", "2028-02-01–2028-02-29"],
    ["2100-04-01", "2100-03-01–2100-03-31", "2100-02-01–2100-02-28"],
  ])("on %s: %s with %s", async (today, period, before) => {
    expect(await asked("period=lastMonth", today)).toEqual([period, before]);
  });
});

describe("this month so far is compared with the same days of the month before", () => {
  test.each([
    ["2026-11-23", "2026-11-01–2026-11-23", "2026-10-01–2026-10-23"],
    ["2026-11-01", "2026-11-01–2026-11-01", "2026-10-01–2026-10-01"],
    ["2026-11-30", "2026-11-01–2026-11-30", "2026-10-01–2026-10-30"],
    ["2027-01-31", "2027-01-01–2027-01-31", "2026-12-01–2026-12-31"],
    ["2027-03-30", "2027-03-01–2027-03-30", "2027-02-01–2027-02-28"],
    ["2028-03-31", "2028-03-01–2028-03-31", "2028-02-01–2028-02-29"],
    ["2028-02-29", "2028-02-01–2028-02-29", "2028-01-01–2028-01-29"],
    // The clocks change within both.
    ["2027-04-02", "2027-04-01–2027-04-02", "2027-03-01–2027-03-02"],
  ])("on %s: %s with %s", async (today, period, before) => {
    expect(await asked("period=month", today)).toEqual([period, before]);
  });
});

describe("whole months chosen by hand are compared with as many before", () => {
  test.each([
    ["from=2026-10-01&to=2026-10-31", "2026-09-01–2026-09-30"],
    ["from=2026-07-01&to=2026-09-30", "2026-04-01–2026-06-30"],
    ["from=2026-01-01&to=2026-12-31", "2025-01-01–2025-12-31"],
    ["from=2028-02-01&to=2028-02-29", "2028-01-01–2028-01-31"],
    ["from=2028-02-01&to=2028-02-28", undefined],
    ["from=2026-10-01&to=2026-11-15", undefined],
    ["from=2026-10-02&to=2026-10-31", undefined],
  ])("%s with %s", async (query, before) => {
    expect((await asked(`period=custom&${query}`, "2029-01-01"))[1]).toBe(before);
  });
});

test("days that only happen to begin a month are compared with as many right before", async () => {
  for (const [period, today] of [
    ["today", "2026-11-01"],
    ["7d", "2026-11-07"],
    ["30d", "2026-11-30"],
  ])
    expect((await asked(`period=${period}`, today as string))[1]).toBeUndefined();
});
