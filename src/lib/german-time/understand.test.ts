import { describe, expect, test } from "vitest";
import { type Clock, type Input, understand } from ".";

const nineToSix = ["09:00-18:00"];
const hours = {
  mon: nineToSix,
  tue: nineToSix,
  wed: nineToSix,
  thu: nineToSix,
  fri: nineToSix,
  sat: [],
  sun: [],
};
const berlin = (local: string): Clock => ({ now: new Date(local), timeZone: "Europe/Berlin", hours });
const saturday = berlin("2025-10-18T10:00:00+02:00");
const sunday = berlin("2026-11-22T18:00:00+01:00");
const wednesday = berlin("2026-11-25T15:05:00+01:00");

const instant = (iso: string) => ({ kind: "instant", start: new Date(iso) });
const day = (date: string) => ({ kind: "day", date });
const spoken = (text: string, clock: Clock) => understand({ text }, clock);

describe("what callers and agents say", () => {
  test.each<[string, Input, Clock, object]>([
    ["ISO with offset", { text: "2026-11-24T14:30:00+01:00" }, sunday, instant("2026-11-24T13:30:00Z")],
    ["ISO in UTC", { text: "2026-11-24T13:30:00.000Z" }, sunday, instant("2026-11-24T13:30:00Z")],
    ["ISO without offset is local", { text: "2026-11-24T14:30" }, sunday, instant("2026-11-24T13:30:00Z")],
    [
      "ISO date and time fields",
      { date: "2025-11-26", time: "15:00" },
      berlin("2025-11-23T12:00:00+01:00"),
      instant("2025-11-26T14:00:00Z"),
    ],
    [
      "11.11. without a year",
      { date: "11.11.", time: "09:45" },
      berlin("2025-11-10T09:00:00+01:00"),
      instant("2025-11-11T08:45:00Z"),
    ],
    ["11.11 without the last dot", { date: "11.11" }, berlin("2025-11-10T09:00:00+01:00"), day("2025-11-11")],
    ["dd.mm.yyyy", { date: "25.12.2026" }, sunday, day("2026-12-25")],
    ["dd.mm.yy", { date: "25.12.26" }, sunday, day("2026-12-25")],
    [
      "an hour after 24.12. is no year",
      { date: "24.12.", time: "14 Uhr 30" },
      sunday,
      instant("2026-12-24T13:30:00Z"),
    ],
    ["a bare hour after 24.12.", { date: "24.12.", time: "14" }, sunday, instant("2026-12-24T13:00:00Z")],
    ["10.30 Uhr after 24.12.", { text: "am 24.12. 10.30 Uhr" }, sunday, instant("2026-12-24T09:30:00Z")],
    ["an hour right after the dot", { text: "24.12.14 Uhr" }, sunday, instant("2026-12-24T13:00:00Z")],
    ["14:30 right after the dot", { text: "24.12.14:30" }, sunday, instant("2026-12-24T13:30:00Z")],
    ["a year and an hour", { text: "24. 12. 2026 14 Uhr" }, sunday, instant("2026-12-24T13:00:00Z")],
    [
      "a weekday with its date",
      { date: "Dienstag, den 11. November", time: "10 Uhr" },
      berlin("2025-11-10T09:00:00+01:00"),
      instant("2025-11-11T09:00:00Z"),
    ],
    [
      "Mittwoch, den 19. November",
      { date: "Mittwoch, den 19. November" },
      berlin("2025-11-10T09:00:00+01:00"),
      day("2025-11-19"),
    ],
    ["a date that has passed this year", { date: "3. März" }, sunday, day("2027-03-03")],
    ["am 24.", { date: "am 24." }, sunday, day("2026-11-24")],
    ["heute", { date: "heute", time: "19:00" }, sunday, instant("2026-11-22T18:00:00Z")],
    [
      "morgen",
      { date: "morgen", time: "10:00" },
      berlin("2025-10-25T12:00:00+02:00"),
      instant("2025-10-26T09:00:00Z"),
    ],
    ["übermorgen", { date: "übermorgen" }, sunday, day("2026-11-24")],
    ["uebermorgen", { date: "Uebermorgen" }, sunday, day("2026-11-24")],
    [
      "kommenden Mittwoch",
      { date: "kommenden Mittwoch", time: "15:00" },
      wednesday,
      instant("2026-12-02T14:00:00Z"),
    ],
    ["nächsten Montag, where only one is meant", { date: "nächsten Montag" }, wednesday, day("2026-11-30")],
    [
      "nächsten Freitag on a Sunday",
      { date: "nächsten Freitag", time: "10 Uhr" },
      sunday,
      instant("2026-11-27T09:00:00Z"),
    ],
    [
      "nächste Woche Dienstag",
      { text: "nächste Woche Dienstag, 14 Uhr" },
      saturday,
      instant("2025-10-21T12:00:00Z"),
    ],
    ["nächste Woche Montag", { date: "nächste Woche Montag" }, sunday, day("2026-11-23")],
    ["Dienstag nächster Woche", { date: "Dienstag nächster Woche" }, wednesday, day("2026-12-01")],
    ["übernächste Woche Freitag", { date: "übernächste Woche Freitag" }, wednesday, day("2026-12-11")],
    ["14 Uhr 30", { date: "morgen", time: "14 Uhr 30" }, sunday, instant("2026-11-23T13:30:00Z")],
    [
      "11.30 Uhr is a time, not a date",
      { text: "morgen um 11.30 Uhr" },
      sunday,
      instant("2026-11-23T10:30:00Z"),
    ],
    ["10.30 in the time field", { date: "morgen", time: "10.30" }, sunday, instant("2026-11-23T09:30:00Z")],
    ["a lone hour in the time field", { date: "morgen", time: "9" }, sunday, instant("2026-11-23T08:00:00Z")],
    ["a time without a day", { time: "14:30" }, sunday, { kind: "time", time: "14:30" }],
    [
      "a part of a day",
      { date: "morgen", time: "nachmittags" },
      sunday,
      { kind: "window", start: new Date("2026-11-23T11:00:00Z"), end: new Date("2026-11-23T17:00:00Z") },
    ],
    [
      "morgen früh",
      { text: "morgen früh" },
      sunday,
      { kind: "window", start: new Date("2026-11-23T05:00:00Z"), end: new Date("2026-11-23T09:00:00Z") },
    ],
    [
      "Dienstag morgen",
      { text: "Dienstag morgen" },
      sunday,
      { kind: "window", start: new Date("2026-11-24T05:00:00Z"), end: new Date("2026-11-24T09:00:00Z") },
    ],
    [
      "a greeting is no part of the day",
      { text: "Guten Tag, morgen um 9 Uhr" },
      sunday,
      instant("2026-11-23T08:00:00Z"),
    ],
    [
      "vormittags without a day",
      { time: "vormittags" },
      sunday,
      { kind: "daypart", from: "08:00", to: "12:00" },
    ],
    ["no wish", { date: "egal", time: "so bald wie möglich" }, sunday, { kind: "window", start: sunday.now }],
    ["nothing", {}, sunday, { kind: "none" }],
  ])("%s", (_, input, clock, expected) => {
    expect(understand(input, clock)).toEqual(expected);
  });
});

describe("no silent guess", () => {
  test("a weekday that is today may be today or in a week", () => {
    expect(spoken("Mittwoch", wednesday)).toEqual({
      kind: "ambiguous",
      candidates: [day("2026-11-25"), day("2026-12-02")],
    });
  });

  test("a clock time that is over today leaves the weekday in a week", () => {
    expect(spoken("Mittwoch 9 Uhr", wednesday)).toEqual(instant("2026-12-02T08:00:00Z"));
  });

  test("nächsten Freitag, said on a Wednesday, is asked back", () => {
    expect(spoken("nächsten Freitag", wednesday)).toEqual({
      kind: "ambiguous",
      candidates: [day("2026-11-27"), day("2026-12-04")],
    });
  });

  test("weekday and date that contradict each other are both named, with the time", () => {
    expect(spoken("Montag, den 24. November um 10 Uhr", sunday)).toEqual({
      kind: "ambiguous",
      candidates: [instant("2026-11-23T09:00:00Z"), instant("2026-11-24T09:00:00Z")],
    });
  });

  test("an invented year is past, not this year", () => {
    expect(understand({ date: "04.10.2023", time: "16:00" }, sunday)).toEqual({
      kind: "past",
      reading: instant("2023-10-04T14:00:00Z"),
    });
  });

  test("an hour that is over today is past", () => {
    expect(understand({ date: "heute", time: "9 Uhr" }, wednesday).kind).toBe("past");
  });

  test.each<[Input, string]>([
    [{ date: "31.04." }, "no_such_date"],
    [{ date: "29.02.2027" }, "no_such_date"],
    [{ date: "2026-02-30" }, "no_such_date"],
    [{ date: "morgen", time: "25:00" }, "no_such_time"],
    [{ date: "morgen", time: "14:75" }, "no_such_time"],
    [{ date: "2027-03-28", time: "02:30" }, "no_such_time"],
    [{ date: "Sankt Nimmerlein" }, "unreadable_date"],
    [{ date: "morgen", time: "zur blauen Stunde" }, "unreadable_time"],
  ])("%j is invalid: %s", (input, reason) => {
    expect(understand(input, sunday)).toEqual({ kind: "invalid", reason });
  });

  test("an hour that the clocks strike twice is asked back", () => {
    expect(understand({ date: "31.10.2027", time: "02:30" }, sunday)).toEqual({
      kind: "ambiguous",
      candidates: [instant("2027-10-31T00:30:00Z"), instant("2027-10-31T01:30:00Z")],
    });
  });

  test("29 February is one of the next February, leap year or not", () => {
    expect(spoken("29. Februar", sunday)).toEqual({ kind: "invalid", reason: "no_such_date" });
  });
});

test("the hours of a single day, not those of its weekday, choose between eight and twenty o'clock", () => {
  const late = { ...sunday, specialHours: { "2026-11-24": ["15:00-21:00"] } };
  expect(spoken("Dienstag um acht", late)).toEqual(instant("2026-11-24T19:00:00Z"));
  expect(spoken("Mittwoch um acht", late)).toEqual(spoken("Mittwoch um acht", sunday));
  const closed = { ...sunday, specialHours: { "2026-11-24": [] } };
  expect(spoken("Dienstag um drei", closed)).toEqual(instant("2026-11-24T14:00:00Z"));
});
