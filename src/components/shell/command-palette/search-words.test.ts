import { expect, test } from "vitest";
import { findPlaces, type SearchedPlace, searchWords } from "./search-words";

const entries = (Object.keys(searchWords) as SearchedPlace[]).map((place) => ({ place, label: place }));
const found = (text: string) => findPlaces(entries, text).map(({ place }) => place);

test.each([
  ["Öffnungszeiten", "branches"],
  ["oeffnungs", "branches"],
  ["offnungszeiten", "branches"],
  ["opening hours", "branches"],
  ["Urlaub", "staff"],
  ["holiday", "staff"],
  ["Rechnung", "analytics"],
  ["invoice", "analytics"],
  ["Passwort", "profile"],
  ["einladen", "members"],
  ["Preise", "services"],
  ["Storno", "bookingRules"],
  ["wer hat etwas geändert", "auditTrail"],
  ["Excel", "importCustomers"],
  ["freier Termin Massage", "appointments"],
  ["begrüssung", "assistant"],
] as const)("%s leads to %s", (text, place) => {
  expect(found(text)).toContain(place);
});

test("a name is no page, and nothing typed leaves all of them", () => {
  expect(found("Schreiber")).toEqual([]);
  expect(found("Di 14:30")).toEqual([]);
  expect(found("  ")).toHaveLength(entries.length);
});
