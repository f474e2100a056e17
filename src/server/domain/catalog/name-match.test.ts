import { describe, expect, test } from "vitest";
import { matchName } from "./name-match";

const services = [
  { name: "Herrenhaarschnitt", synonyms: ["Männerhaarschnitt", "Herrenschnitt"] },
  { name: "Damenhaarschnitt", synonyms: [] },
  { name: "Waschen, Schneiden, Föhnen" },
  { name: "Dauerwelle" },
  { name: "Beratung" },
  { name: "Farbe & Schnitt" },
  { name: "Maniküre" },
];
const people = [
  { name: "Anna Becker" },
  { name: "Dr. Lisa Groß-Müller" },
  { name: "Jonas Becker" },
  { name: "Mehmet Şahin" },
];
const outcome = (entries: { name: string; synonyms?: string[] }[], spoken: string) => {
  const result = matchName(entries, spoken);
  return "match" in result ? result.match.name : result.candidates.map((c) => c.name);
};

describe("a name is found", () => {
  test.each([
    ["Herrenhaarschnitt", "Herrenhaarschnitt"],
    ["einen Herren-Haarschnitt, bitte", "Herrenhaarschnitt"],
    ["herren haarschnitt", "Herrenhaarschnitt"],
    ["Maennerhaarschnitt", "Herrenhaarschnitt"],
    ["waschen schneiden föhnen", "Waschen, Schneiden, Föhnen"],
    ["Foehnen", "Waschen, Schneiden, Föhnen"],
    ["einen Termin zur Beratung", "Beratung"],
    ["die Farbe", "Farbe & Schnitt"],
    ["Manikuere", "Maniküre"],
  ])("%s → %s", (spoken, name) => expect(outcome(services, spoken)).toBe(name));

  test.each([
    ["bei der Anna", "Anna Becker"],
    ["zu Frau Dr. Groß-Müller", "Dr. Lisa Groß-Müller"],
    ["Frau Müller", "Dr. Lisa Groß-Müller"],
    ["zu Herrn Sahin", "Mehmet Şahin"],
    ["Jonas", "Jonas Becker"],
  ])("%s → %s", (spoken, name) => expect(outcome(people, spoken)).toBe(name));
});

describe("a name is asked back", () => {
  test.each([
    ["Haarschnitt", ["Herrenhaarschnitt", "Damenhaarschnitt"]],
    ["Schnitt", ["Herrenhaarschnitt", "Damenhaarschnitt", "Farbe & Schnitt"]],
  ])("%s: could be several", (spoken, names) => {
    expect((outcome(services, spoken) as string[]).toSorted()).toEqual(names.toSorted());
  });

  test("Frau Becker: there are two", () => {
    expect(outcome(people, "Frau Becker")).toEqual(["Anna Becker", "Jonas Becker"]);
  });

  test("what only sounds alike, or says more than the name, is not taken for it", () => {
    expect(outcome(services, "Dauerwälle")).toHaveLength(3);
    expect((outcome(services, "Dauerwälle") as string[])[0]).toBe("Dauerwelle");
    expect((outcome(services, "Beratung Dauerwelle") as string[]).slice(0, 2).toSorted()).toEqual([
      "Beratung",
      "Dauerwelle",
    ]);
    expect((outcome(people, "Bäcker") as string[]).slice(0, 2)).toEqual(["Anna Becker", "Jonas Becker"]);
  });

  test("nothing said, nothing there, something else entirely: never a default", () => {
    expect(outcome(services, "bitte")).toHaveLength(3);
    expect(outcome(services, " … ")).toHaveLength(3);
    expect(outcome([], "Massage")).toEqual([]);
    expect(outcome([{ name: "Beratung" }], "Zahnreinigung")).toEqual(["Beratung"]);
  });
});
