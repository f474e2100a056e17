import { expect, test } from "vitest";
import { preferredLocale } from "./preferred-locale";

test.each([
  ["en-GB,en-US;q=0.9,en;q=0.8", "en"],
  ["de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7", "de"],
  ["en;q=0.7,de;q=0.9", "de"],
  ["fr-FR,fr;q=0.9,en;q=0.5", "en"],
  ["fr-FR,fr", "de"],
  ["en;q=0,fr", "de"],
  ["*", "de"],
  ["", "de"],
  [";;,q=,en-", "en"],
  [null, "de"],
] as const)("a browser that asks for %s reads %s", (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});
