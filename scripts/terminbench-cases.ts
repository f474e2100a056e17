/**
 * Writes src/lib/german-time/bench/generated.jsonl: combinations whose answers are computed here by plain calendar
 * arithmetic on UTC dates, without the grammar. `node --import tsx scripts/terminbench-cases.ts`
 */
import { writeFileSync } from "node:fs";

type Expect = Record<string, unknown>;

const open = ["09:00-18:00"];
const hours = { mon: open, tue: open, wed: open, thu: open, fri: open, sat: ["09:00-14:00"], sun: [] };
const lands = "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH".split(" ");
const clocks = [
  "2025-01-15T08:30+01:00",
  "2025-02-28T10:00+01:00",
  "2025-03-29T10:00+01:00",
  "2025-06-11T12:15+02:00",
  "2025-10-22T10:00+02:00",
  "2025-10-25T09:00+02:00",
  "2025-12-29T10:00+01:00",
  "2025-12-31T11:00+01:00",
  "2026-01-01T09:00+01:00",
  "2026-03-27T16:45+01:00",
  "2026-05-18T10:00+02:00",
  "2026-08-31T10:00+02:00",
  "2026-10-24T10:00+02:00",
  "2026-11-22T18:00+01:00",
  "2026-12-30T15:00+01:00",
  "2027-02-27T10:00+01:00",
  "2027-07-06T07:59+02:00",
  "2027-10-29T10:00+02:00",
  "2028-02-28T10:00+01:00",
  "2028-02-29T10:00+01:00",
  "2028-03-02T13:00+01:00",
  "2028-10-28T10:00+02:00",
  "2028-12-30T10:00+01:00",
];
const weekdays = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
const months = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
];
const cardinals = [
  "null",
  "ein",
  "zwei",
  "drei",
  "vier",
  "fünf",
  "sechs",
  "sieben",
  "acht",
  "neun",
  "zehn",
  "elf",
  "zwölf",
  "dreizehn",
  "vierzehn",
  "fünfzehn",
  "sechzehn",
  "siebzehn",
  "achtzehn",
  "neunzehn",
  "zwanzig",
  "einundzwanzig",
  "zweiundzwanzig",
];
const ordinals = [
  "",
  "ersten",
  "zweiten",
  "dritten",
  "vierten",
  "fünften",
  "sechsten",
  "siebten",
  "achten",
  "neunten",
  "zehnten",
  "elften",
  "zwölften",
  "dreizehnten",
  "vierzehnten",
  "fünfzehnten",
  "sechzehnten",
  "siebzehnten",
  "achtzehnten",
  "neunzehnten",
  "zwanzigsten",
  "einundzwanzigsten",
  "zweiundzwanzigsten",
  "dreiundzwanzigsten",
  "vierundzwanzigsten",
  "fünfundzwanzigsten",
  "sechsundzwanzigsten",
  "siebenundzwanzigsten",
  "achtundzwanzigsten",
  "neunundzwanzigsten",
  "dreißigsten",
  "einunddreißigsten",
];

const day = (iso: string) => new Date(`${iso.slice(0, 10)}T00:00:00Z`);
const plus = (date: Date, days: number) => new Date(date.getTime() + days * 86_400_000);
const iso = (date: Date) => date.toISOString().slice(0, 10);
/** 0 = Monday. */
const dayOfWeek = (date: Date) => (date.getUTCDay() + 6) % 7;
const monday = (date: Date) => plus(date, -dayOfWeek(date));
const firstAfter = (date: Date, weekday: number) => {
  let found = plus(date, 1);
  while (dayOfWeek(found) !== weekday) found = plus(found, 1);
  return found;
};
const hhmm = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const between = (first: Date, last: Date): Date[] =>
  first > last ? [] : [first, ...between(plus(first, 1), last)];

const lines: string[] = [];
function add(cat: string, text: string, now: string, expect: Expect, more: object = {}) {
  const id = `g-${String(lines.length + 1).padStart(4, "0")}`;
  const land = lands[lines.length % lands.length];
  lines.push(JSON.stringify({ id, cat, text, now, zone: "Europe/Berlin", land, hours, ...more, expect }));
}

/** N4, N5, N7 for candidates on days, with or without one clock time. */
function choose(days: Date[], time: string | undefined, now: string): Expect {
  const results = [...new Set(days.map((date) => (time ? `${iso(date)}T${time}` : iso(date))))].sort();
  const reference = time ? now.slice(0, 16) : now.slice(0, 10);
  const ahead = results.filter((result) => result >= reference);
  const result = (value: string) => (time ? { kind: "instant", start: value } : { kind: "day", date: value });
  const left = ahead.length > 0 ? ahead : results;
  if (left.length > 1) return { kind: "ambiguous", candidates: left.map(result) };
  const only = result(left[0] ?? "");
  return ahead.length > 0 ? only : { ...only, kind: "past" };
}

const times: [string, string | undefined][] = [
  ["", undefined],
  [" um vierzehn Uhr dreißig", "14:30"],
  [", so gegen halb vier", "15:30"],
  [" um elf, bitte", "11:00"],
  [" 16:20", "16:20"],
  [" um viertel nach drei", "15:15"],
  [" dreiviertel fünf", "16:45"],
];
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

let turn = 0;
for (const now of clocks) {
  const today = day(now);
  weekdays.forEach((name, w) => {
    const isToday = dayOfWeek(today) === w;
    const first = firstAfter(today, w);
    const nextWeek = plus(monday(today), 7 + w);
    const shift = (days: number) => (isToday ? [today, first] : [first]).map((date) => plus(date, days));
    const forms: [string, Date[]][] = [
      [`am ${name}`, shift(0)],
      [`${name}`, shift(0)],
      [`diesen ${name}`, shift(0)],
      [`kommenden ${name}`, [first]],
      [`nächsten ${name}`, [first, nextWeek]],
      [`uebernaechsten ${name}`, [plus(first, 7), plus(nextWeek, 7)]],
      [`nächste Woche ${name}`, [nextWeek]],
      [`${name} nächster Woche`, [nextWeek]],
      [`in der nächsten Woche am ${name}`, [nextWeek]],
      [`übernächste Woche ${name}`, [plus(nextWeek, 7)]],
      [`${name} in einer Woche`, shift(7)],
      [`${name} über acht Tage`, shift(7)],
      [`${name} in vierzehn Tagen`, shift(14)],
      [`in zwei Wochen am ${name}`, [plus(nextWeek, 7), plus(first, 14)]],
      [`diese Woche ${name}`, [plus(monday(today), w)]],
      [`letzten ${name}`, [plus(first, isToday ? -14 : -7)].map((d) => (d >= today ? plus(d, -7) : d))],
    ];
    for (let i = 0; i < 5; i++) {
      const [text, days] = at(forms, turn * 5 + i);
      const [suffix, time] = at(times, turn + i);
      add(time ? "weekday+clock" : "weekday", text + suffix, now, choose(days, time, now));
    }
    turn++;
  });

  const relative: [string, number][] = [
    ["morgen", 1],
    ["übermorgen", 2],
    ["ueberuebermorgen", 3],
    ["in drei Tagen", 3],
    ["in acht Tagen", 7],
    ["in 8 Tagen", 7],
    ["heute in acht Tagen", 7],
    ["morgen in acht Tagen", 8],
    ["in vierzehn Tagen", 14],
    ["in einer Woche", 7],
    ["heute in einer Woche", 7],
    ["morgen über eine Woche", 8],
    ["in sechs Wochen", 42],
    ["gestern", -1],
    ["vorgestern", -2],
    ["vor zwei Wochen", -14],
    ["in zehn Tagen", 10],
  ];
  relative.forEach(([text, days], i) => {
    const [suffix, time] = at(times, i + turn);
    add("relative", text + suffix, now, choose([plus(today, days)], time, now));
  });

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
    add("daypart", `morgen ${text}`, now, window(from, to));
    add("daypart", `nächste Woche ${text === "früh" ? "morgens" : text}`, now, {
      kind: "days",
      dates: between(plus(monday(today), 7), plus(monday(today), 13)).map(iso),
      from: hhmm(from),
      to: hhmm(to),
    });
    if (i % 4 === 3) add("bounds", "morgen nachmittags ab drei", now, window(900, 1080));
  });

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
  for (const [text, from, to] of bounds.filter((_, i) => (i + turn) % 3 === 0)) {
    const date = plus(today, 2);
    const end = to === 1440 ? `${iso(plus(date, 1))}T00:00` : `${iso(date)}T${hhmm(to)}`;
    add("bounds", `Übermorgen ${text}`, now, { kind: "window", start: `${iso(date)}T${hhmm(from)}`, end });
    add("bounds", `${text}, wenn es geht`, now, {
      kind: "daypart",
      from: hhmm(from),
      to: to === 1440 ? "24:00" : hhmm(to),
    });
  }

  // Dates without a year: the next such date, today included.
  for (let i = 0; i < 16; i++) {
    const number = 1 + ((i * 7 + turn * 3) % 31);
    const month = (i * 5 + turn) % 12;
    const year = today.getUTCFullYear();
    const candidates = Array.from({ length: 9 }, (_, n) => new Date(Date.UTC(year + n, month, number)));
    const found = candidates.find((date) => date.getUTCMonth() === month && date >= today);
    const [suffix, time] = at(times, i + turn);
    const forms = [
      `am ${number}.${month + 1}.`,
      `am ${ordinals[number]} ${months[month]}`,
      `${number}. ${months[month]}`,
      `am ${ordinals[number]} ${ordinals[month + 1]}`,
    ];
    const past = found && time && iso(found) === now.slice(0, 10);
    if (past) continue;
    add(
      "date",
      at(forms, i) + suffix,
      now,
      found ? choose([found], time, now) : { kind: "invalid", reason: "no_such_date" },
    );
  }

  const week = (n: number) => between(plus(monday(today), 7 * n), plus(monday(today), 7 * n + 6)).map(iso);
  add("span", "nächste Woche", now, { kind: "days", dates: week(1) });
  add("span", "irgendwann übernächste Woche", now, { kind: "days", dates: week(2) });
  add("span", "Anfang nächster Woche", now, { kind: "days", dates: week(1).slice(0, 2) });
  add("span", "Ende nächster Woche um elf", now, { kind: "days", dates: week(1).slice(3, 5), time: "11:00" });
  add("span", "nächste Woche ab Mittwoch", now, { kind: "days", dates: week(1).slice(2) });
  add("span", "nächste Woche außer Mittwoch", now, {
    kind: "days",
    dates: week(1).filter((_, i) => i !== 2),
  });
  add("sets", "nächste Woche Dienstag oder Mittwoch nachmittags", now, {
    kind: "days",
    dates: week(1).slice(1, 3),
    from: "12:00",
    to: "18:00",
  });
  add("sets", "Dienstag oder Mittwoch nächster Woche", now, { kind: "days", dates: week(1).slice(1, 3) });
  add("sets", "Morgen um zehn oder um elf", now, {
    kind: "ambiguous",
    candidates: ["10:00", "11:00"].map((time) => ({
      kind: "instant",
      start: `${iso(plus(today, 1))}T${time}`,
    })),
  });
  const recurring = between(today, plus(today, 13))
    .filter((date) => dayOfWeek(date) === 1)
    .map(iso);
  add("span", "immer dienstags um vierzehn Uhr", now, { kind: "days", dates: recurring, time: "14:00" });
  add("bounds", "ab nächster Woche", now, { kind: "window", start: `${week(1)[0]}T00:00`, end: null });
  add("bounds", "ab Donnerstag", now, {
    kind: "window",
    start: `${iso(firstAfter(today, 3))}T00:00`,
    end: null,
  });
  add("bounds", "spätestens bis Donnerstag", now, {
    kind: "window",
    start: now.slice(0, 16),
    end: `${iso(plus(firstAfter(today, 3), 1))}T00:00`,
  });
  add("sets", "so bald wie möglich", now, { kind: "window", start: now.slice(0, 16), end: null });

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
  for (const [cat, text, expect] of spoken) add(cat, text, now, expect);
}

// Clock times of twelve hours, against opening hours from nine to six.
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
    add("clock", form.replace("H", word ?? ""), at(clocks, hour), expect as Expect);
  }
}

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
    add("holiday", `${text} um elf`, now, {
      kind: "instant",
      start: `${iso(plus(day(sunday), days))}T11:00`,
    });
  }
}

// The hour that spring leaves out, and the one that autumn repeats.
const always = Object.fromEntries(Object.keys(hours).map((name) => [name, ["00:00-24:00"]]));
for (const date of ["2026-03-29", "2027-03-28", "2028-03-26"])
  for (const minutes of ["00", "15", "59"])
    add(
      "dst",
      `${date} 02:${minutes}`,
      `${date.slice(0, 4)}-03-01T10:00+01:00`,
      { kind: "invalid", reason: "no_such_time" },
      { hours: always },
    );
for (const date of ["2025-10-26", "2026-10-25", "2027-10-31", "2028-10-29"])
  for (const minutes of ["00", "30", "59"])
    add(
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

writeFileSync("src/lib/german-time/bench/generated.jsonl", `${lines.join("\n")}\n`);
console.log(`${lines.length} lines`);
