import { between, day, hhmm, iso, monday, plus } from "./calendar";
import type { CaseSet } from "./case-set";

/** Parts of the day, of one day and of a week. */
export function addDayparts(set: CaseSet, now: string) {
  const today = day(now);
  const parts: [string, number, number][] = [
    ["früh", 360, 600],
    ["vormittags", 480, 720],
    ["Mittag", 720, 840],
    ["nachmittag", 720, 1080],
    ["am Abend", 1080, 1320],
    ["am späten Nachmittag", 900, 1080],
    ["am frühen Abend", 1080, 1200],
    ["nach Feierabend", 1020, 1200],
  ];
  parts.forEach(([text, from, to], i) => {
    const date = plus(today, 1);
    const window = (a: number, b: number) => ({
      kind: "window",
      start: `${iso(date)}T${hhmm(a)}`,
      end: `${iso(date)}T${hhmm(b)}`,
    });
    set.add("daypart", `morgen ${text}`, now, window(from, to));
    set.add("daypart", `nächste Woche ${text === "früh" ? "morgens" : text}`, now, {
      kind: "days",
      dates: between(plus(monday(today), 7), plus(monday(today), 13)).map(iso),
      from: hhmm(from),
      to: hhmm(to),
    });
    if (i % 4 === 3) set.add("bounds", "morgen nachmittags ab drei", now, window(900, 1080));
  });
}

/** From, until and between two clock times. */
export function addBounds(set: CaseSet, now: string) {
  const today = day(now);
  const bounds: [string, number, number][] = [
    ["ab zehn", 600, 1440],
    ["nicht vor zehn", 600, 1440],
    ["ab 14 Uhr", 840, 1440],
    ["nach drei", 900, 1440],
    ["bis zwölf", 0, 720],
    ["spätestens um fünf", 0, 1020],
    ["vor elf", 0, 660],
    ["zwischen zwei und vier", 840, 960],
    ["von zehn bis eins", 600, 780],
    ["zwischen elf und halb eins", 660, 750],
    ["14 bis 16 Uhr", 840, 960],
    ["von halb zehn bis elf Uhr", 570, 660],
  ];
  for (const [text, from, to] of bounds.filter((_, i) => (i + set.turn) % 3 === 0)) {
    const date = plus(today, 2);
    const end = to === 1440 ? `${iso(plus(date, 1))}T00:00` : `${iso(date)}T${hhmm(to)}`;
    set.add("bounds", `Übermorgen ${text}`, now, {
      kind: "window",
      start: `${iso(date)}T${hhmm(from)}`,
      end,
    });
    set.add("bounds", `${text}, wenn es geht`, now, {
      kind: "daypart",
      from: hhmm(from),
      to: to === 1440 ? "24:00" : hhmm(to),
    });
  }
}
