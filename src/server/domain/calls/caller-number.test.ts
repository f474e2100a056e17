import { expect, test } from "vitest";
import { callerNumber } from "./caller-number";

test.each([
  "anonymous",
  "Restricted",
  "unknown",
  "",
  null,
  undefined,
  // The same words as digits, as carriers pass them on: ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE.
  "+266696687",
  "+7378742833",
  "+2562533",
  "+8656696",
  "+86282452253",
])("a caller from %j hides the number", (raw) => {
  expect(callerNumber(raw)).toBeNull();
});

test("a number is kept as E.164", () => {
  expect(callerNumber("030 23125001")).toBe("+493023125001");
});
