import { expect, test } from "vitest";
import { findBirthdate, readBirthdate } from "./german-date";

const today = "2026-11-22";

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

test.each(["30.2.1980", "17.13.1980", "17. Brumaire 1980", "1.1.2027", "17.3.", "0171 2345678", "Maier"])(
  "%s is no birthdate",
  (text) => {
    expect(readBirthdate(text, today)).toBeUndefined();
  },
);

test("a date beside a name leaves the name", () => {
  expect(findBirthdate("Maier 17.3.80", today)).toEqual({ birthdate: "1980-03-17", rest: "Maier" });
  expect(findBirthdate("17. März 1980 Anna Maier", today)).toEqual({
    birthdate: "1980-03-17",
    rest: "Anna Maier",
  });
});
