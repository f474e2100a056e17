import { expect } from "vitest";

/** A sentence that any voice can read: whole, without placeholders, decimals, ISO dates or clock colons in German. */
export function expectSpeakable(message: string): void {
  expect(message).toMatch(/^[\p{Lu}\d].*[.?]$/su);
  expect(message).not.toMatch(
    /undefined|null|NaN|\[object|\{|\}|\d[.,]\d|\d{4}-\d{2}|T\d{2}:| {2}|\.\.|,,| ,| \.|!/,
  );
}
