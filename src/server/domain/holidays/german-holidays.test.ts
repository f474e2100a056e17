import { describe, expect, test } from "vitest";
import { federalStates } from "@/contracts/tenants";
import { germanHolidays } from "./german-holidays";

const holidays = germanHolidays(2026);
const names = (state: string) => holidays.filter((h) => h.federalState === state).map((h) => h.name);
const states = (name: string) => holidays.filter((h) => h.name === name).map((h) => h.federalState);

describe("public holidays", () => {
  test("of all sixteen Bundesländer, the nine common ones in each", () => {
    const common = ["01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "10-03", "12-25", "12-26"];
    for (const state of federalStates) {
      const days = holidays.filter((h) => h.federalState === state).map((h) => h.day);
      expect(days).toEqual(expect.arrayContaining(common.map((day) => `2026-${day}`)));
      expect(new Set(days).size).toBe(days.length);
    }
  });

  test("that only some have are theirs alone", () => {
    expect(states("Buß- und Bettag")).toEqual(["SN"]);
    expect(states("Weltkindertag")).toEqual(["TH"]);
    expect(states("Internationaler Frauentag")).toEqual(["BE", "MV"]);
    expect(states("Fronleichnam")).toEqual(["BW", "BY", "HE", "NW", "RP", "SL"]);
    expect(states("Reformationstag").toSorted()).toEqual([
      "BB",
      "HB",
      "HH",
      "MV",
      "NI",
      "SH",
      "SN",
      "ST",
      "TH",
    ]);
  });

  test("do not include half days and customs", () => {
    for (const custom of ["Heiliger Abend", "Silvester", "Rosenmontag"])
      expect(names("NW")).not.toContain(custom);
  });
});
