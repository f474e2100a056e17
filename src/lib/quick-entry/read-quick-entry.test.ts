import { describe, expect, test } from "vitest";
import { readQuickEntry } from "./read-quick-entry";
import { understandLine } from "./understand-line";

const daily = ["09:00-18:00"];
const hours = { mon: daily, tue: daily, wed: daily, thu: daily, fri: daily, sat: [], sun: [] };
const clock = { now: new Date("2026-11-22T18:00:00+01:00"), timeZone: "Europe/Berlin", land: "NW", hours };
const services = [
  { id: 1, name: "Herrenhaarschnitt", synonyms: ["Schneiden", "Herrenschnitt"] },
  { id: 2, name: "Waschen und Föhnen" },
  { id: 3, name: "Färben kurz" },
  { id: 4, name: "Färben lang" },
];
const staff = [
  { id: 11, name: "Anna Freitag" },
  { id: 12, name: "Sonja Groß" },
];
const read = (text: string) => readQuickEntry(text, { services, staff, clock });

describe("an appointment in one line", () => {
  test.each([
    ["Di 14:30 Schneiden", "2026-11-24T13:30:00Z", 1, undefined],
    ["Schneiden Di 14:30", "2026-11-24T13:30:00Z", 1, undefined],
    ["morgen halb drei föhnen bei Sonja", "2026-11-23T13:30:00Z", 2, 12],
    ["herrenh 24.11. 9 Uhr Anna", "2026-11-24T08:00:00Z", 1, 11],
    ["Freitag um drei Färben lang", "2026-11-27T14:00:00Z", 4, undefined],
  ])("%s", (text, start, service, person) => {
    const entry = read(text);
    expect(entry.time).toEqual({ kind: "instant", start: new Date(start) });
    expect(entry.service?.id).toBe(service);
    expect(entry.person?.id).toBe(person);
  });

  test("a name that fits two services names neither", () => {
    expect(read("Di 14:30 Färben").service).toBeUndefined();
  });

  test("a weekday is no surname, and a surname no weekday", () => {
    expect(read("Freitag 10 Uhr Schneiden").person).toBeUndefined();
    expect(read("Anna Montag 10 Uhr").person?.id).toBe(11);
  });

  test.each([
    ["Tue 14:30 Schneiden", "2026-11-24T13:30:00Z", 1],
    ["Schneiden tomorrow at half past two", "2026-11-23T13:30:00Z", 1],
    ["Friday 3 pm Färben lang with Sonja", "2026-11-27T14:00:00Z", 4],
    ["next Wednesday at 10 am föhnen", "2026-11-25T09:00:00Z", 2],
    ["Di 14:30 Schneiden", "2026-11-24T13:30:00Z", 1],
    ["morgen halb drei föhnen", "2026-11-23T13:30:00Z", 2],
  ])("on an English page: %s", async (text, start, service) => {
    const entry = readQuickEntry(text, { services, staff, clock, understand: await understandLine("en") });
    expect(entry.time).toEqual({ kind: "instant", start: new Date(start) });
    expect(entry.service?.id).toBe(service);
  });

  test.each([
    ["Di 14:30 Schneiden Johanna Schmidt", "Johanna Schmidt"],
    ["Johanna Schmidt Di 14:30 Schneiden", "Johanna Schmidt"],
    ["nächste Woche Dienstag 10 Uhr Schneiden für Frau Schmidt", "Schmidt"],
    ["morgen halb drei föhnen bei Sonja Özdemir", "Özdemir"],
    ["in zwei Wochen Schneiden meier-lüdenscheid", "meier-lüdenscheid"],
    ["Schneiden Kowalski", "Kowalski"],
    ["nächste Woche Dienstag 10 Uhr Schneiden", ""],
    ["übermorgen nachmittag um drei Schneiden", ""],
    ["Freitag zwischen 14 und 16 Uhr Schneiden", ""],
  ])("whose appointment it is, is left over: %s", (text, rest) => {
    expect(read(text).rest).toBe(rest);
  });

  test("what cannot be told stays open", () => {
    expect(read("Freitag um sieben Schneiden").time.kind).toBe("ambiguous");
    expect(read("Schneiden").time).toEqual({ kind: "none" });
    expect(read("")).toEqual({ time: { kind: "none" }, rest: "" });
  });
});
