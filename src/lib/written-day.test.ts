import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "./plain-date";
import { type DayExpected, findBirthdate, readBirthdate, readDay, writeDay } from "./written-day";

const today = "2026-11-23";
const read = (text: string, expected: DayExpected = "ahead") => readDay(text, today, expected);

describe("a day as it is typed", () => {
  test.each([
    "24.12.2026",
    "24.12.26",
    "24. 12. 2026",
    "24/12/2026",
    "24-12-2026",
    "24 12 2026",
    "2026-12-24",
    "24122026",
    "241226",
    "2412",
    "24.12.",
    "24.12",
    "24. Dez",
    "24. Dezember 2026",
    "24 December 2026",
    " 24.12.2026 ",
  ])("%s", (text) => {
    expect(read(text)).toEqual({ day: "2026-12-24" });
  });

  test.each([
    ["heute", "2026-11-23"],
    ["Morgen", "2026-11-24"],
    ["übermorgen", "2026-11-25"],
    ["gestern", "2026-11-22"],
    ["tomorrow", "2026-11-24"],
  ])("%s is counted from today", (text, day) => {
    expect(read(text)).toEqual({ day });
  });

  test.each<[string, DayExpected, string]>([
    ["5.1.", "ahead", "2027-01-05"],
    ["20.11.", "ahead", "2026-11-20"],
    ["23.11.", "ahead", "2026-11-23"],
    ["15.7.", "ahead", "2027-07-15"],
    ["5.1.", "back", "2026-01-05"],
    ["30.11.", "back", "2026-11-30"],
    ["24.12.", "back", "2025-12-24"],
    ["29.2.", "ahead", "2028-02-29"],
    ["29.2.", "back", "2024-02-29"],
  ])("%s without a year, looked for %s, is %s", (text, expected, day) => {
    expect(read(text, expected)).toEqual({ day });
  });

  test.each([
    ["17.3.80", "1980-03-17"],
    ["17.3.26", "2026-03-17"],
    ["17.3.27", "1927-03-17"],
    ["1.12.26", "1926-12-01"],
    ["1980-03-17", "1980-03-17"],
  ])("born on %s is %s", (text, day) => {
    expect(read(text, "birth")).toEqual({ day });
  });

  test("a birthdate is not guessed without its year", () => {
    expect(read("17.3.", "birth")).toEqual({ problem: "yearMissing" });
  });

  test.each(["30.02.2026", "31.4.", "29.02.2027", "12/24/2026", "00.01.2026", "32.1.26"])(
    "%s is no day there is",
    (text) => {
      expect(read(text)).toEqual({ problem: "noSuchDay" });
    },
  );

  test.each([
    "",
    "abc",
    "24",
    "24.",
    "24.12.2",
    "24.12.202",
    "24.12.20266",
    "24. Foo 2026",
    "1.2.3.4",
    "1e9",
    "constructor",
  ])("“%s” is no date", (text) => {
    expect(read(text)).toEqual({ problem: "unreadable" });
  });

  test("what is written is read as the same day, whatever it is looked for", () => {
    const days = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays("2000-01-01", days));
    fc.assert(
      fc.property(days, fc.constantFrom("ahead", "back", "birth"), (day, expected) => {
        expect(readDay(writeDay(day), today, expected as DayExpected)).toEqual({ day });
      }),
    );
  });

  test("nothing that can be typed breaks it", () => {
    fc.assert(fc.property(fc.string(), (text) => void readDay(text, today, "ahead")));
  });
});

describe("a birthdate", () => {
  test.each([
    ["17.3.80", "1980-03-17"],
    ["17.03.1980", "1980-03-17"],
    ["17. 3. 1980", "1980-03-17"],
    ["17/03/80", "1980-03-17"],
    ["17. März 1980", "1980-03-17"],
    ["17 Maerz 80", "1980-03-17"],
    ["17. mrz. 1980", "1980-03-17"],
    ["17 Mar 1980", "1980-03-17"],
    ["1980-03-17", "1980-03-17"],
    ["17031980", "1980-03-17"],
    ["1.5.20", "2020-05-01"],
    ["1.12.26", "1926-12-01"],
    ["29.2.2024", "2024-02-29"],
  ])("%s is %s", (text, date) => {
    expect(readBirthdate(text, today)).toBe(date);
  });

  test.each([
    "30.2.1980",
    "17.13.1980",
    "17. Brumaire 1980",
    "1.1.2027",
    "17.3.",
    "0171 2345678",
    "Maier",
    "gestern",
    "1.1.1850",
  ])("%s is no birthdate", (text) => {
    expect(readBirthdate(text, today)).toBeUndefined();
  });

  test("a date beside a name leaves the name", () => {
    expect(findBirthdate("Maier 17.3.80", today)).toEqual({ birthdate: "1980-03-17", rest: "Maier" });
    expect(findBirthdate("17. März 1980 Anna Maier", today)).toEqual({
      birthdate: "1980-03-17",
      rest: "Anna Maier",
    });
  });

  test("is not read out of a phone number", () => {
    expect(findBirthdate("030 23 12 50 01", today)).toBeUndefined();
  });
});
