import { describe, expect, test } from "vitest";
import { readBirthdates } from "./spoken-birthdate";

const today = "2026-11-22";

describe("a birthdate as it is said", () => {
  test.each([
    ["dritter vierter achtzig", "1980-04-03"],
    ["am dritten vierten neunzehnhundertachtzig", "1980-04-03"],
    ["dritter April neunzehnhundert achtzig", "1980-04-03"],
    ["der dritte April neunzehn hundert und achtzig", "1980-04-03"],
    ["dritter vierter neunzehn achtzig", "1980-04-03"],
    ["3.4.1980", "1980-04-03"],
    ["03.04.80", "1980-04-03"],
    ["3. 4. 80", "1980-04-03"],
    ["03/04/1980", "1980-04-03"],
    ["03041980", "1980-04-03"],
    ["3. April 1980", "1980-04-03"],
    ["April 3rd, 1980", "1980-04-03"],
    ["born on the 3rd of April 1980", "1980-04-03"],
    ["1980-04-03", "1980-04-03"],
    ["1980-04-03T00:00:00Z", "1980-04-03"],
    ["null dritter null vierter achtzig", "1980-04-03"],
    ["null drei null vier achtzig", "1980-04-03"],
    ["einunddreißigster zwölfter neunundneunzig", "1999-12-31"],
    ["ein und dreißigster zwölfter neun und neunzig", "1999-12-31"],
    ["neunundzwanzigster zweiter zweitausend", "2000-02-29"],
    ["29. Februar zwei tausend vier", "2004-02-29"],
    ["erster Jänner zweitausendfünf", "2005-01-01"],
    ["erster März einundsechzig", "1961-03-01"],
    ["geboren am 22.11.2026", "2026-11-22"],
  ])("%s", (said, date) => {
    expect(readBirthdates(said, today)).toEqual([date]);
  });

  test("two digits leave the century open where both are possible", () => {
    expect(readBirthdates("erster zweiter zwanzig", today)).toEqual(["1920-02-01", "2020-02-01"]);
    expect(readBirthdates("1.2.05", today)).toEqual(["2005-02-01"]);
  });

  test.each([
    "",
    "achtzig",
    "dritter vierter",
    "April 1980",
    "31.2.1980",
    "3.13.1980",
    "23.11.2026",
    "3.4.1880",
    "Meyer",
    "1 2 3 4 5",
    "undefined",
  ])("%j is no birthdate", (said) => {
    expect(readBirthdates(said, today)).toEqual([]);
  });
});
