import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Setting } from "../german-time/interpret";
import { speakMoment } from "../speech/moments";
import { understandIn } from ".";
import { interpretEnglish } from "./interpret-english";

const daily = ["09:00-18:00"];
const hours = { mon: daily, tue: daily, wed: daily, thu: daily, fri: daily, sat: ["09:00-14:00"], sun: [] };
/** Wednesday morning. */
const setting: Setting = {
  now: new Date("2025-10-22T10:00:00+02:00"),
  zone: "Europe/Berlin",
  land: "NW",
  hours,
};
const read = (text: string, more: Partial<Setting> = {}) => interpretEnglish(text, { ...setting, ...more });

const at = (start: string) => ({ kind: "instant", start });
const day = (date: string) => ({ kind: "day", date });
const window = (start: string, end: string | null) => ({ kind: "window", start, end });
const either = (...candidates: object[]) => ({ kind: "ambiguous", candidates });

describe("what English callers mean", () => {
  test.each<[string, object]>([
    ["tomorrow at three", at("2025-10-23T15:00")],
    ["Could I come tomorrow at 3 pm?", at("2025-10-23T15:00")],
    ["on Friday at half past two", at("2025-10-24T14:30")],
    ["Friday at quarter to eleven", at("2025-10-24T10:45")],
    ["Friday at ten past four please", at("2025-10-24T16:10")],
    ["Friday at 14:30", at("2025-10-24T14:30")],
    ["November 24 at 10 am", at("2025-11-24T10:00")],
    ["the 24th of November at ten o'clock", at("2025-11-24T10:00")],
    ["Monday, November 24, at 2:30 pm", at("2025-11-24T14:30")],
    ["in two hours", at("2025-10-22T12:00")],
    ["in half an hour", at("2025-10-22T10:30")],
    ["tomorrow at noon", at("2025-10-23T12:00")],
    ["tomorrow at three thirty", at("2025-10-23T15:30")],
    ["tomorrow", day("2025-10-23")],
    ["the day after tomorrow", day("2025-10-24")],
    ["in two weeks", day("2025-11-05")],
    ["Tuesday next week", day("2025-10-28")],
    ["next week on Friday", day("2025-10-31")],
    ["this Friday", day("2025-10-24")],
    ["at three", { kind: "time", time: "15:00" }],
    ["in the afternoon", { kind: "daypart", from: "12:00", to: "18:00" }],
    ["tomorrow morning", window("2025-10-23T08:00", "2025-10-23T12:00")],
    ["tomorrow between two and four", window("2025-10-23T14:00", "2025-10-23T16:00")],
    ["Friday after four", window("2025-10-24T16:00", "2025-10-25T00:00")],
    ["tomorrow afternoon from three", window("2025-10-23T15:00", "2025-10-23T18:00")],
    ["after Friday", window("2025-10-25T00:00", null)],
    ["by Friday", window("2025-10-22T10:00", "2025-10-25T00:00")],
    ["as soon as possible", window("2025-10-22T10:00", null)],
    ["Thursday or Friday at ten", { kind: "days", dates: ["2025-10-23", "2025-10-24"], time: "10:00" }],
    ["not Thursday, Friday at ten", at("2025-10-24T10:00")],
    ["Thursday doesn't work for me, Friday at ten", at("2025-10-24T10:00")],
    ["Friday at ten, no, at eleven", at("2025-10-24T11:00")],
    ["Thursday at ten, sorry, Friday", at("2025-10-24T10:00")],
  ])("%s", (text, meaning) => expect(read(text)).toEqual(meaning));

  test.each<[string, object]>([
    ["next Friday at three", either(at("2025-10-24T15:00"), at("2025-10-31T15:00"))],
    ["Wednesday", either(day("2025-10-22"), day("2025-10-29"))],
    ["tomorrow at seven", either(at("2025-10-23T07:00"), at("2025-10-23T19:00"))],
    ["tomorrow at ten or eleven", either(at("2025-10-23T10:00"), at("2025-10-23T11:00"))],
    ["Tuesday, November 24", either(day("2025-11-24"), day("2025-11-25"))],
  ])("asks back: %s", (text, meaning) => expect(read(text)).toEqual(meaning));

  test.each<[string, object]>([
    [
      "next week except Wednesday",
      {
        kind: "days",
        dates: ["2025-10-27", "2025-10-28", "2025-10-30", "2025-10-31", "2025-11-01", "2025-11-02"],
      },
    ],
    ["this weekend at eleven", { kind: "days", dates: ["2025-10-25", "2025-10-26"], time: "11:00" }],
    ["a week on Friday", day("2025-10-31")],
    ["I'm not sure, Friday at three maybe", at("2025-10-24T15:00")],
    [
      "next weekend",
      either(
        { kind: "days", dates: ["2025-10-25", "2025-10-26"] },
        { kind: "days", dates: ["2025-11-01", "2025-11-02"] },
      ),
    ],
  ])("takes in all of it: %s", (text, meaning) => expect(read(text)).toEqual(meaning));

  // Each of them holds a word that no rule reads, and that narrows, moves or refuses the time beside it.
  test.each([
    "every other Tuesday at ten",
    "Friday or later",
    "later on Friday",
    "Friday before school",
    "Friday afternoon, not too early",
    "Friday isn't great",
    "end of next week",
    "Tuesday in two weeks",
    "two weeks from Friday",
    "half an hour before noon on Friday",
    "Monday to Wednesday",
    "as soon as possible but not Monday",
    "in two hours or later",
  ])("is not certain of what it did not read: %s", (text) => expect(read(text).kind).toBe("none"));

  test.each<[string, object]>([
    ["today at 9 am", { kind: "past", start: "2025-10-22T09:00" }],
    ["yesterday", { kind: "past", date: "2025-10-21" }],
    ["on February 30", { kind: "invalid", reason: "no_such_date" }],
    ["tomorrow at 25:00", { kind: "invalid", reason: "no_such_time" }],
    ["yes please", { kind: "none" }],
    ["my name is Friday", { kind: "none" }],
    ["I'd like an appointment for two people", { kind: "none" }],
    ["good morning", { kind: "none" }],
  ])("is honest: %s", (text, meaning) => expect(read(text)).toEqual(meaning));

  test("opening hours choose between three and fifteen o'clock", () => {
    expect(read("tomorrow at eight", { hours: { thu: ["08:00-20:00"] } }).kind).toBe("ambiguous");
    expect(read("tomorrow at eight", { hours: { thu: ["08:00-18:00"] } })).toEqual(at("2025-10-23T08:00"));
  });
});

describe("the interface of both languages", () => {
  let understand: Awaited<ReturnType<typeof understandIn>>;
  beforeAll(async () => {
    understand = await understandIn("en");
  });

  test("fields and instants are as in German", () => {
    const clock = { ...setting, timeZone: "Europe/Berlin" };
    expect(understand({ date: "tomorrow", time: "3 pm" }, clock)).toEqual({
      kind: "instant",
      start: new Date("2025-10-23T13:00:00Z"),
    });
  });

  test("what is spoken in English is understood as the same instant", () => {
    const { now } = setting;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 170 * 24 * 60 }), (ahead) => {
        const start = new Date(now.getTime() + ahead * 60_000);
        const clock = { now, timeZone: "Europe/Berlin", hours };
        // The two hours that autumn makes one on the clock are asked back.
        const isRepeated = start >= new Date("2025-10-26T00:00Z") && start < new Date("2025-10-26T02:00Z");
        fc.pre(!isRepeated);
        expect(understand({ text: speakMoment(start, clock, "en") }, clock)).toEqual({
          kind: "instant",
          start,
        });
      }),
      { numRuns: 300 },
    );
  });

  test("no input makes it throw", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => void read(text)),
      { numRuns: 1_000 },
    );
  });
});
