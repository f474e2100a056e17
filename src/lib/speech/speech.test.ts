import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { understand } from "../german-time";
import { declaredLanguage, speechLanguage } from "./language";
import { speakList } from "./lists";
import { speakChoice, speakDay, speakMoment, speakTime } from "./moments";
import { speakOpeningHours } from "./opening-hours";
import { speakDuration, speakMoney } from "./quantities";

const clock = { now: new Date("2026-11-22T18:00:00+01:00"), timeZone: "Europe/Berlin" };
const at = (iso: string) => new Date(iso);

describe("days and times", () => {
  test("a date always comes with its weekday, in the case its sentence needs", () => {
    expect(speakDay("2026-11-24", clock, "de")).toBe("am Dienstag, dem 24. November");
    expect(speakDay("2026-11-24", clock, "de", "to")).toBe("auf Dienstag, den 24. November");
    expect(speakDay("2026-11-24", clock, "de", "name")).toBe("Dienstag, der 24. November");
    expect(speakDay("2026-11-23", clock, "de")).toBe("morgen, am Montag, dem 23. November");
    expect(speakDay("2026-11-22", clock, "de", "to")).toBe("auf heute");
    expect(speakDay("2023-10-04", clock, "de", "name")).toBe("Mittwoch, der 4. Oktober 2023");
    expect(speakDay("2026-11-24", clock, "en")).toBe("on Tuesday, November 24");
    expect(speakDay("2026-11-23", clock, "en", "to")).toBe("to tomorrow, Monday, November 23");
  });

  test("clock times are words people use", () => {
    expect(["14:30", "14:00", "08:05"].map((t) => speakTime(t, "de"))).toEqual([
      "14 Uhr 30",
      "14 Uhr",
      "8 Uhr 5",
    ]);
    expect(["14:30", "12:00", "00:15", "09:00"].map((t) => speakTime(t, "en"))).toEqual([
      "2:30 pm",
      "12 noon",
      "12:15 am",
      "9 am",
    ]);
  });

  test("a choice names each day once", () => {
    const starts = ["2026-11-24T08:00:00Z", "2026-11-24T09:15:00Z", "2026-11-25T13:30:00Z"].map(at);
    expect(speakChoice(starts, clock, "de")).toBe(
      "am Dienstag, dem 24., um 9 Uhr oder um 10 Uhr 15, oder am Mittwoch, dem 25., um 14 Uhr 30",
    );
    expect(speakChoice(starts.slice(0, 2), clock, "en")).toBe(
      "on Tuesday, November 24, at 9 am or at 10:15 am",
    );
  });

  test("a choice names the month of a day that is four weeks away, from where its number alone could be another", () => {
    const inDays = (days: number) => [new Date(clock.now.getTime() + days * 86_400_000)];
    expect(speakChoice(inDays(27), clock, "de")).not.toMatch(/November|Dezember/);
    expect(speakChoice(inDays(28), clock, "de")).toMatch(/November|Dezember/);
  });

  test("half hours are words where the business says them, and never at night", () => {
    const said = (time: string) => speakTime(time, "de", { halfHours: true });
    expect(["14:30", "12:30", "09:30", "14:00", "22:30"].map(said)).toEqual([
      "halb drei",
      "halb eins",
      "halb zehn",
      "14 Uhr",
      "22 Uhr 30",
    ]);
    expect(speakMoment(at("2026-11-24T13:30:00Z"), { ...clock, halfHours: true }, "de")).toBe(
      "am Dienstag, dem 24. November, um halb drei",
    );
  });

  test("what is spoken is understood as the same instant, over years, clock changes and zones", () => {
    const daily = ["07:00-18:30"];
    const hours = { mon: daily, tue: daily, wed: daily, thu: daily, fri: daily, sat: daily, sun: daily };
    const moment = fc.record({
      now: fc.date({ min: at("2025-01-01T00:00:00Z"), max: at("2028-12-31T00:00:00Z"), noInvalidDate: true }),
      aheadMinutes: fc.integer({ min: 1, max: 600 * 24 * 60 }),
      timeZone: fc.constantFrom("Europe/Berlin", "Europe/Vienna", "Europe/London", "America/New_York"),
      halfHours: fc.boolean(),
      onTheHalf: fc.boolean(),
      form: fc.constantFrom("on" as const, "to" as const, "name" as const, "object" as const),
    });
    fc.assert(
      fc.property(moment, ({ now, aheadMinutes, timeZone, halfHours, onTheHalf, form }) => {
        const step = onTheHalf ? 30 * 60_000 : 60_000;
        const start = new Date(Math.ceil((now.getTime() + aheadMinutes * 60_000) / step) * step);
        const { hour } = Temporal.Instant.fromEpochMilliseconds(start.getTime()).toZonedDateTimeISO(timeZone);
        // "drei Uhr" at night is nobody's wish; from 13 Uhr on the words say which half of the day.
        fc.pre(hour >= 7);
        const spoken = speakMoment(start, { now, timeZone, halfHours }, "de", form);
        expect(understand({ text: spoken }, { now, timeZone, hours })).toEqual({ kind: "instant", start });
      }),
      { numRuns: 500 },
    );
  });
});

describe("numbers and lists", () => {
  test("money has no decimals", () => {
    expect([3900, 3950, 50, 100].map((c) => speakMoney(c, "de"))).toEqual([
      "39 Euro",
      "39 Euro 50",
      "50 Cent",
      "1 Euro",
    ]);
    expect([3900, 100, 1].map((c) => speakMoney(c, "en"))).toEqual(["39 euros", "1 euro", "1 cent"]);
  });

  test("durations are human", () => {
    expect([30, 60, 75, 135].map((m) => speakDuration(m, "de"))).toEqual([
      "30 Minuten",
      "eine Stunde",
      "eine Stunde und 15 Minuten",
      "2 Stunden und 15 Minuten",
    ]);
    expect(speakDuration(90, "en")).toBe("one hour and 30 minutes");
  });

  test("lists end in und, oder, and, or", () => {
    expect(speakList(["Anna", "Ben", "Carla"], "de")).toBe("Anna, Ben und Carla");
    expect(speakList(["Anna", "Ben"], "en", "or")).toBe("Anna or Ben");
  });

  test("equal days of the week are taken together", () => {
    const weekdays = [1, 2, 3, 4].map((weekday) => ({ weekday, startsMinute: 480, endsMinute: 1080 }));
    const hours = [
      ...weekdays,
      { weekday: 5, startsMinute: 480, endsMinute: 720 },
      { weekday: 5, startsMinute: 840, endsMinute: 990 },
    ];
    expect(speakOpeningHours(hours, "de")).toBe(
      "Montag bis Donnerstag von 8 Uhr bis 18 Uhr, Freitag von 8 Uhr bis 12 Uhr und von 14 Uhr bis 16 Uhr 30",
    );
    expect(speakOpeningHours([], "de")).toBe("");
  });

  test("an agent's language decides between German and English", () => {
    expect(["de-DE", "en-US", "en", null, "tr-TR"].map(speechLanguage)).toEqual([
      "de",
      "en",
      "en",
      "de",
      "de",
    ]);
  });

  test("a page declares an agent's language, unless it speaks several", () => {
    expect(["de-DE", "en", "multi", "", null].map(declaredLanguage)).toEqual([
      "de-DE",
      "en",
      undefined,
      undefined,
      undefined,
    ]);
  });
});
