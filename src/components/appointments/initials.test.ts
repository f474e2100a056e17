import { expect, test } from "vitest";
import { familyNameOf, givenNamesOf, initialsOf } from "./initials";

const of = (...names: string[]) => [...initialsOf(names.map((name, id) => ({ id, name }))).values()];

test("first letters of first and last name, titles and all", () => {
  expect(of("Jana Brandt", "Ömer van den Berg", "Kim")).toEqual(["JB", "ÖB", "KI"]);
});

test("people with the same initials can still be told apart", () => {
  expect(of("Jana Brandt", "Jonas Berger", "Tobias Keller")).toEqual(["JBr", "JBe", "TK"]);
});

test("first names stand for a team's people as long as they tell them apart", () => {
  expect(givenNamesOf(["Jana Brandt", "Jonas Berger"])).toEqual(["Jana", "Jonas"]);
  expect(givenNamesOf(["Jana Brandt", "Jana Keller", "Dr. Mia Sauer"])).toEqual([
    "Jana Brandt",
    "Jana Keller",
    "Dr. Mia Sauer",
  ]);
});

test("the surname stands for the name where there is little room", () => {
  expect(familyNameOf("Dr. Anna von Habsburg")).toBe("Habsburg");
  expect(familyNameOf("Cher")).toBe("Cher");
});
