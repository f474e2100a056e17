import { between, day, dayOfWeek, firstAfter, iso, monday, plus } from "./calendar";
import type { CaseSet, Expect } from "./case-set";

/** Weeks, sets of days and open ends. */
export function addSpans(set: CaseSet, now: string) {
  const today = day(now);
  const week = (n: number) => between(plus(monday(today), 7 * n), plus(monday(today), 7 * n + 6)).map(iso);
  set.add("span", "nächste Woche", now, { kind: "days", dates: week(1) });
  set.add("span", "irgendwann übernächste Woche", now, { kind: "days", dates: week(2) });
  set.add("span", "Anfang nächster Woche", now, { kind: "days", dates: week(1).slice(0, 2) });
  set.add("span", "Ende nächster Woche um elf", now, {
    kind: "days",
    dates: week(1).slice(3, 5),
    time: "11:00",
  });
  set.add("span", "nächste Woche ab Mittwoch", now, { kind: "days", dates: week(1).slice(2) });
  set.add("span", "nächste Woche außer Mittwoch", now, {
    kind: "days",
    dates: week(1).filter((_, i) => i !== 2),
  });
  set.add("sets", "nächste Woche Dienstag oder Mittwoch nachmittags", now, {
    kind: "days",
    dates: week(1).slice(1, 3),
    from: "12:00",
    to: "18:00",
  });
  set.add("sets", "Dienstag oder Mittwoch nächster Woche", now, { kind: "days", dates: week(1).slice(1, 3) });
  set.add("sets", "Morgen um zehn oder um elf", now, {
    kind: "ambiguous",
    candidates: ["10:00", "11:00"].map((time) => ({
      kind: "instant",
      start: `${iso(plus(today, 1))}T${time}`,
    })),
  });
  const recurring = between(today, plus(today, 13))
    .filter((date) => dayOfWeek(date) === 1)
    .map(iso);
  set.add("span", "immer dienstags um vierzehn Uhr", now, { kind: "days", dates: recurring, time: "14:00" });
  set.add("bounds", "ab nächster Woche", now, { kind: "window", start: `${week(1)[0]}T00:00`, end: null });
  set.add("bounds", "ab Donnerstag", now, {
    kind: "window",
    start: `${iso(firstAfter(today, 3))}T00:00`,
    end: null,
  });
  set.add("bounds", "spätestens bis Donnerstag", now, {
    kind: "window",
    start: now.slice(0, 16),
    end: `${iso(plus(firstAfter(today, 3), 1))}T00:00`,
  });
  set.add("sets", "so bald wie möglich", now, { kind: "window", start: now.slice(0, 16), end: null });
}

/** Corrections, noise of recognition, and what is no time at all. */
export function addSpoken(set: CaseSet, now: string) {
  const today = day(now);
  const week = (n: number) => between(plus(monday(today), 7 * n), plus(monday(today), 7 * n + 6)).map(iso);
  const tomorrow = iso(plus(today, 1));
  const instant = (time: string) => ({ kind: "instant", start: `${tomorrow}T${time}` });
  const spoken: [string, string, Expect][] = [
    ["correction", "Morgen um zehn, nein, lieber um halb elf", instant("10:30")],
    ["correction", "Übermorgen um drei, ach nee, morgen", instant("15:00")],
    ["correction", "nächste Woche Montag, ach nein, Dienstag", { kind: "day", date: week(1)[1] }],
    ["correction", "nicht übermorgen, sondern morgen um elf", instant("11:00")],
    ["correction", "Übermorgen kann ich nicht, morgen um elf", instant("11:00")],
    ["asr", "äh morgen also um um vier zehn uhr", instant("14:00")],
    ["asr", "morgen fünf zehn uhr dreißig", instant("15:30")],
    ["asr", "morgen sech… sechzehn uhr", instant("16:00")],
    ["asr", "morgen vierzehnuhrdreißig", instant("14:30")],
    ["asr", "mor- morgen um zehn uhr fünf und vierzig", instant("10:45")],
    ["mixed", "Für zwei Personen morgen um elf", instant("11:00")],
    ["mixed", "Mein Name ist Sonntag, ich hätte gern morgen um elf einen Termin", instant("11:00")],
    ["mixed", "Geboren am 3.4.1980, es geht um morgen elf Uhr", instant("11:00")],
    ["none", "Guten Morgen", { kind: "none" }],
    ["none", "Das dauert eine halbe Stunde, oder?", { kind: "none" }],
    ["none", "Ich wohne Lindenstraße 14 im dritten Stock", { kind: "none" }],
    ["none", "Wir kommen zu viert, drei Kinder", { kind: "none" }],
  ];
  for (const [cat, text, expect] of spoken) set.add(cat, text, now, expect);
}
