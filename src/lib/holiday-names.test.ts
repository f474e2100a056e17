import Holidays from "date-holidays";
import { expect, test } from "vitest";
import { federalStates } from "@/contracts/tenants";
import { holidayName } from "./holiday-names";

const years = Array.from({ length: 20 }, (_, index) => 2025 + index);
const named = (language: "de" | "en") =>
  federalStates.flatMap((land) =>
    years.flatMap((year) =>
      new Holidays("DE", land, { languages: [language], types: ["public"] })
        .getHolidays(year)
        .map(({ name }) => name),
    ),
  );

test("every holiday that is filled in has an English name, and keeps its German one in German", () => {
  const german = named("de");
  const english = named("en");
  for (const [index, name] of german.entries()) {
    expect(holidayName(name, "de")).toBe(name);
    // The library's own, but for the one it calls "National Holiday".
    const expected = name === "Tag der Deutschen Einheit" ? "German Unity Day" : english[index];
    expect(holidayName(name, "en"), name).toBe(expected);
  }
});

test("what a business wrote itself stays as it is", () => {
  expect(holidayName("Betriebsferien", "en")).toBe("Betriebsferien");
});
