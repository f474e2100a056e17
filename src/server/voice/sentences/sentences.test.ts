import { describe, expect, test } from "vitest";
import { expectSpeakable } from "@/test/speakable";
import { sentencesFor } from ".";
import type { SpokenAppointment, SpokenReading } from "./spoken";

const clock = { now: new Date("2026-11-22T18:00:00+01:00"), timeZone: "Europe/Berlin" };
const tuesday = new Date("2026-11-24T14:30:00+01:00");
const wednesday = new Date("2026-11-25T09:00:00+01:00");
const date = "2026-11-24";
const massage: SpokenAppointment = { service: "Massage", start: tuesday, clock };
const withAnna = { ...massage, staff: "Anna Weber" };
const inNordstadt = { ...withAnna, branch: "Nordstadt", start: wednesday, pending: true };
const services = [
  { name: "Massage", durationMinutes: 30, priceCents: 3_950 },
  { name: "Beratung", durationMinutes: 75, priceCents: 0 },
];
const hours = [{ weekday: 1, startsMinute: 480, endsMinute: 1_110 }];
const readings: SpokenReading[] = [
  { kind: "moment", start: tuesday },
  { kind: "day", date },
  { kind: "time", time: "14:30" },
];
const names = ["Anna Weber", "Ben Krause"];

/** What every sentence is called with, each branch of it at least once. */
const calls: Record<string, unknown[][]> = {
  refusal: [["appointment.not_found"], ["calendar.unavailable"], ["something.new"]],
  context: [
    [
      {
        business: "Praxis",
        weekdayAndDate: "Sonntag, der 22. November 2026",
        time: "18:05",
        opening: "geschlossen",
      },
    ],
  ],
  services: [
    [services, false],
    [services, true],
  ],
  service: services.map((service) => [service]),
  address: [["Mitte", "Parkstraße 7"]],
  openingHours: [
    ["Mitte", hours],
    ["Mitte", []],
  ],
  openOn: [
    [date, hours, clock],
    [date, [], clock],
    ["2026-11-22", hours, clock],
    ["2026-11-23", [], clock],
  ],
  askService: [
    [names, false],
    [names, true],
  ],
  whichOne: [[names]],
  unknownService: [
    ["Haarschnitt", names],
    ["Haarschnitt", []],
  ],
  unknownStaff: [
    ["Klaus", names],
    ["Klaus", []],
  ],
  unknownBranch: [
    ["Süd", names],
    ["Süd", []],
  ],
  staffNotQualified: [["Anna Weber", "Massage"]],
  past: readings.map((reading) => [reading, clock]),
  whichMoment: [[readings, clock]],
  askDay: [["14:30"]],
  askTime: [
    [date, clock],
    ["2026-11-22", clock],
  ],
  free: [[massage], [withAnna], [inNordstadt]],
  choice: [[[massage]], [[massage, { ...massage, start: wednesday }]], [[withAnna, inNordstadt]]],
  instead: [[[]], [[massage]], [[withAnna, inNordstadt]]],
  over: [[tuesday, clock]],
  notOffered: [["Massage"]],
  taken: [[tuesday, clock]],
  fullDay: [
    [date, clock, "Anna Weber"],
    [date, clock],
    ["2026-11-22", clock],
  ],
  fullWindow: [
    [date, clock],
    [date, clock, "Anna Weber"],
  ],
  closedDay: [[date, clock]],
  closedAt: [[tuesday, clock]],
  holiday: [
    [date, "Erster Weihnachtstag", clock],
    [date, "", clock],
  ],
  staffOff: [
    [tuesday, clock],
    [tuesday, clock, "Anna Weber"],
  ],
  readBack: (["book", "move", "cancel"] as const).flatMap((action) => [
    [withAnna, action],
    [inNordstadt, action, tuesday],
  ]),
  readBackSeries: [[[withAnna, { ...withAnna, start: wednesday }]], [[withAnna, inNordstadt]]],
  bookedSeries: [[[withAnna, { ...withAnna, start: wednesday }]], [[withAnna, inNordstadt]]],
  bookedBefore: [
    ["Erika Beispiel", false],
    ["Erika Beispiel", true],
  ],
  booked: [[withAnna], [{ ...inNordstadt, pending: false }]],
  requested: [[withAnna], [inNordstadt]],
  appointments: [[[withAnna]], [[withAnna, inNordstadt]]],
  whichAppointment: [[[withAnna, inNordstadt]]],
  askNewMoment: [[withAnna]],
  moved: [[withAnna]],
  moveRequested: [[withAnna]],
  cancelled: [[withAnna], [inNordstadt]],
  callbackNoted: [[true], [false]],
};
/** Words for data and notes, and the language itself. */
const noSentences = [
  "language",
  "moment",
  "anAppointment",
  "wantsToCancel",
  "wantsToMove",
  "otherPhone",
  "unreadableEmail",
];

describe.each(["de", "en"] as const)("the sentences in %s", (language) => {
  const sentences = sentencesFor(language) as unknown as Record<string, (...args: unknown[]) => string>;
  const keys = Object.keys(sentences).filter((key) => !noSentences.includes(key));

  test.each(keys)("%s is whole and speakable in every branch", (key) => {
    const say = sentences[key];
    if (!say) throw new Error(`${key} is missing`);
    if (say.length > 0) expect(calls[key], `${key} has no example here`).toBeDefined();
    for (const args of calls[key] ?? [[]]) {
      const spoken = say(...args);
      if (language === "de") expectSpeakable(spoken);
      else expectSpeakable(spoken.replaceAll(/\d+:\d{2} [ap]m/g, "2 pm"));
    }
  });

  test("only a committed booking is called booked", () => {
    const booked = language === "de" ? /gebucht/ : /is booked:/;
    for (const key of keys) {
      for (const args of calls[key] ?? [[]]) {
        const spoken = sentences[key]?.(...args) ?? "";
        expect(booked.test(spoken), `${key}: ${spoken}`).toBe(key === "booked" || key === "bookedSeries");
      }
    }
  });
});

test("German sounds like a person at the counter", () => {
  const de = sentencesFor("de");
  expect(
    de.choice([
      { ...massage, start: tuesday },
      { ...massage, start: wednesday },
    ]),
  ).toBe(
    "Für Massage habe ich am Dienstag, dem 24., um 14 Uhr 30, oder am Mittwoch, dem 25., um 9 Uhr etwas frei. Was passt Ihnen?",
  );
  expect(de.whichMoment(readings.slice(0, 2), clock)).toBe(
    "Meinen Sie Dienstag, den 24. November, um 14 Uhr 30, oder Dienstag, den 24. November?",
  );
  expect(de.booked(withAnna)).toBe(
    "Ihr Termin ist gebucht: Massage am Dienstag, dem 24. November, um 14 Uhr 30 bei Anna Weber.",
  );
  expect(de.services(services, false)).toBe(
    "Das sind unsere Leistungen: Massage, 30 Minuten für 39 Euro 50; Beratung, eine Stunde und 15 Minuten. Wofür möchten Sie einen Termin?",
  );
});

test("a holiday is called what the caller calls it, whatever language it is kept in", () => {
  expect(sentencesFor("en").holiday(date, "2. Weihnachtstag", clock)).toContain(
    "a public holiday, Boxing Day,",
  );
  expect(sentencesFor("de").holiday(date, "2. Weihnachtstag", clock)).toContain(
    "Feiertag, 2. Weihnachtstag,",
  );
});
