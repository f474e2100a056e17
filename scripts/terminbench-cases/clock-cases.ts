import { day, hhmm, iso, plus } from "./calendar";
import { at, type CaseSet, clocks, type Expect, hours } from "./case-set";
import { cardinals } from "./words";

/** Clock times of twelve hours, against opening hours from nine to six. */
export function addClockTimes(set: CaseSet) {
  const clockForms: [string, (hour: number) => number][] = [
    ["um H", (h) => h * 60],
    ["H Uhr", (h) => h * 60],
    ["halb H", (h) => h * 60 - 30],
    ["viertel nach H", (h) => h * 60 + 15],
    ["viertel vor H", (h) => h * 60 - 15],
    ["dreiviertel H", (h) => h * 60 - 15],
    ["fünf nach halb H", (h) => h * 60 - 25],
    ["zehn vor H", (h) => h * 60 - 10],
    ["zwanzig nach H", (h) => h * 60 + 20],
    ["fünf vor dreiviertel H", (h) => h * 60 - 20],
    ["so gegen H Uhr fünfzehn", (h) => h * 60 + 15],
    ["fünf vor halb H", (h) => h * 60 - 35],
  ];
  for (const [form, minutesOf] of clockForms) {
    for (let hour = 1; hour <= 12; hour++) {
      const word = form.includes("H Uhr") ? cardinals[hour] : hour === 1 ? "eins" : cardinals[hour];
      const minutes = (minutesOf(hour) + 720) % 720;
      const candidates = [minutes, minutes + 720];
      const inside = candidates.filter((value) => value >= 540 && value <= 1080);
      const left = (inside.length > 0 ? inside : candidates).map((value) => ({
        kind: "time",
        time: hhmm(value),
      }));
      const expect = left.length === 1 ? left[0] : { kind: "ambiguous", candidates: left };
      set.add("clock", form.replace("H", word ?? ""), at(clocks, hour), expect as Expect);
    }
  }
}

/** Feasts that move with Easter. */
export function addFeasts(set: CaseSet) {
  // Easter Sundays as printed in any almanac; feasts count from them.
  const easter = { 2026: "2026-04-05", 2027: "2027-03-28", 2028: "2028-04-16" };
  const movable: [string, number][] = [
    ["Rosenmontag", -48],
    ["am Aschermittwoch", -46],
    ["Gründonnerstag", -3],
    ["am Karfreitag", -2],
    ["Ostermontag", 1],
    ["Christi Himmelfahrt", 39],
    ["am Pfingstmontag", 50],
    ["Fronleichnam", 60],
    ["am Tag nach Himmelfahrt", 40],
    ["am Tag vor Fronleichnam", 59],
  ];
  for (const [year, sunday] of Object.entries(easter)) {
    for (const [text, days] of movable) {
      const now = `${year}-01-05T10:00+01:00`;
      set.add("holiday", `${text} um elf`, now, {
        kind: "instant",
        start: `${iso(plus(day(sunday), days))}T11:00`,
      });
    }
  }
}

/** The hour that spring leaves out, and the one that autumn repeats. */
export function addClockChanges(set: CaseSet) {
  const always = Object.fromEntries(Object.keys(hours).map((name) => [name, ["00:00-24:00"]]));
  for (const date of ["2026-03-29", "2027-03-28", "2028-03-26"])
    for (const minutes of ["00", "15", "59"])
      set.add(
        "dst",
        `${date} 02:${minutes}`,
        `${date.slice(0, 4)}-03-01T10:00+01:00`,
        { kind: "invalid", reason: "no_such_time" },
        { hours: always },
      );
  for (const date of ["2025-10-26", "2026-10-25", "2027-10-31", "2028-10-29"])
    for (const minutes of ["00", "30", "59"])
      set.add(
        "dst",
        `${date} 02:${minutes}`,
        `${date.slice(0, 4)}-10-01T10:00+02:00`,
        {
          kind: "ambiguous",
          candidates: ["+02:00", "+01:00"].map((offset) => ({
            kind: "instant",
            start: `${date}T02:${minutes}${offset}`,
          })),
        },
        { hours: always },
      );
}
