import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { interpret, type Setting } from "./interpret";
import type { Definite, Meaning } from "./reading";

const bench = new URL("./bench/", import.meta.url);
const lines = readdirSync(bench)
  .filter((name) => name.endsWith(".jsonl"))
  .flatMap((name) => readFileSync(new URL(name, bench), "utf8").split("\n"))
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line));

const setting: Setting = { now: new Date("2026-11-22T18:00:00+01:00"), zone: "Europe/Berlin", land: "NW" };

test("every line of our own benchmark is understood exactly", () => {
  const misses = lines
    .map(({ id, text, now, zone, land, hours, region, expect }) => {
      const got = interpret(text, { now: new Date(now), zone, land, hours, region });
      return { id, text, got: comparable(got), expected: comparable(expect) };
    })
    .filter(({ got, expected }) => JSON.stringify(got) !== JSON.stringify(expected));
  expect(lines.length).toBeGreaterThan(1_500);
  expect(misses).toEqual([]);
}, 60_000);

/** Candidates are a set, and the order of fields says nothing. */
const comparable = (meaning: Meaning) =>
  meaning.kind === "ambiguous"
    ? meaning.candidates.map((candidate) => JSON.stringify(Object.entries(candidate).sort())).sort()
    : Object.entries(meaning).sort();

describe("beside the times that were offered", () => {
  const offered = ["2026-11-24T09:00:00+01:00", "2026-11-24T14:30:00+01:00", "2026-11-26T11:00:00+01:00"].map(
    (iso) => new Date(iso),
  );
  const instant = (start: string) => ({ kind: "instant", start });

  test.each<[string, Date[], object]>([
    ["Den ersten, bitte", offered, instant("2026-11-24T09:00")],
    ["Ich nehme den zweiten", offered, instant("2026-11-24T14:30")],
    ["den letzten Termin", offered, instant("2026-11-26T11:00")],
    ["Den nehme ich", offered.slice(0, 1), instant("2026-11-24T09:00")],
    ["Lieber eine Stunde später", offered.slice(0, 1), instant("2026-11-24T10:00")],
    ["eine halbe Stunde früher wäre besser", offered.slice(1, 2), instant("2026-11-24T14:00")],
    ["lieber um elf", offered.slice(0, 2), instant("2026-11-24T11:00")],
    ["eine Woche später", offered.slice(0, 1), instant("2026-12-01T09:00")],
    ["lieber Mittwoch um zehn", offered, instant("2026-11-25T10:00")],
    [
      "Den nehme ich",
      offered.slice(0, 2),
      { kind: "ambiguous", candidates: [instant("2026-11-24T09:00"), instant("2026-11-24T14:30")] },
    ],
  ])("%s", (text, offers, expected) => {
    expect(interpret(text, { ...setting, offered: offers })).toEqual(expected);
  });

  test("without an offer such words name no time", () => {
    for (const text of ["Ich nehme den ersten", "Den nehme ich", "lieber eine Stunde später"])
      expect(interpret(text, setting)).toEqual({ kind: "none" });
  });
});

describe("hostile input", () => {
  const vocabulary =
    "am um bis von vor nach nicht oder und halb viertel dreiviertel drei vierten 11.11. 25:99 99.99 heute morgen nächste Woche Dienstag … - , zwischen ab KW 99 in acht Tagen 9999999999 9999 Jahren Wochen Ostern letzter Monat nein lieber geht früh 🙂 明日 завтра".split(
      " ",
    );
  const words = fc.array(fc.constantFrom(...vocabulary), { maxLength: 60 }).map((list) => list.join(" "));
  const anything = fc.oneof(
    words,
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.string({ unit: fc.constantFrom(..."0123456789.:-/ "), maxLength: 400 }),
    fc
      .constantFrom(...vocabulary)
      .chain((word) => fc.integer({ min: 1, max: 20_000 }).map((n) => `${word} `.repeat(n))),
  );

  test("10,000 of them end in an answer, each in under 20 ms", () => {
    const slow: string[] = [];
    const timed = (text: string) => {
      const started = performance.now();
      const { kind } = interpret(text, setting);
      if (!kind) throw new Error("no answer");
      return performance.now() - started;
    };
    const property = fc.property(anything, (text) => {
      // A busy machine may stop us now and then, but not ten times in a row.
      const isSlow = Array.from({ length: 10 }).every(() => timed(text) >= 20);
      if (isSlow) slow.push(text.slice(0, 80));
    });
    fc.assert(property, { numRuns: 10_000, seed: 20_261_122 });
    expect(slow).toEqual([]);
  }, 120_000);

  test("candidates are sorted, at least two, and never equal", () => {
    const property = fc.property(words, (text) => {
      const meaning = interpret(text, setting);
      if (meaning.kind !== "ambiguous") return;
      const starts = meaning.candidates.map(firstMoment);
      expect(new Set(meaning.candidates.map((one) => JSON.stringify(one))).size).toBe(
        meaning.candidates.length,
      );
      expect(meaning.candidates.length).toBeGreaterThan(1);
      if (new Set(meaning.candidates.map(({ kind }) => kind)).size === 1)
        expect(starts).toEqual(starts.toSorted());
    });
    fc.assert(property, { numRuns: 2_000, seed: 20_261_122 });
  });
});

function firstMoment(reading: Definite): string {
  switch (reading.kind) {
    case "instant":
    case "window":
      return reading.start;
    case "day":
      return reading.date;
    case "days":
      return reading.dates[0] ?? "";
    case "time":
      return reading.time;
    case "daypart":
      return reading.from;
  }
}

test.each(["mittwoch oder ", "nächsten freitag oder ", "bis mittwoch ab nächsten freitag "])(
  "%j said eighty times does not multiply its readings",
  (words) => {
    const now = new Date("2025-10-22T10:00:00+02:00");
    const meaning = interpret(words.repeat(80), { now, zone: "Europe/Berlin" });
    expect(meaning.kind === "ambiguous" ? meaning.candidates.length : 1).toBeLessThan(10);
  },
);
