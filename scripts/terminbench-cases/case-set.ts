import { iso } from "./calendar";

export type Expect = Record<string, unknown>;

const open = ["09:00-18:00"];
export const hours = { mon: open, tue: open, wed: open, thu: open, fri: open, sat: ["09:00-14:00"], sun: [] };
const lands = "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH".split(" ");
export const clocks = [
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
/** Collects lines; `turn` walks through the forms, so that each clock sees others. */
export class CaseSet {
  readonly lines: string[] = [];
  turn = 0;

  add(cat: string, text: string, now: string, expect: Expect, more: object = {}) {
    const id = `g-${String(this.lines.length + 1).padStart(4, "0")}`;
    const land = lands[this.lines.length % lands.length];
    this.lines.push(
      JSON.stringify({ id, cat, text, now, zone: "Europe/Berlin", land, hours, ...more, expect }),
    );
  }
}

/** N4, N5, N7 for candidates on days, with or without one clock time. */
export function choose(days: Date[], time: string | undefined, now: string): Expect {
  const results = [...new Set(days.map((date) => (time ? `${iso(date)}T${time}` : iso(date))))].sort();
  const reference = time ? now.slice(0, 16) : now.slice(0, 10);
  const ahead = results.filter((result) => result >= reference);
  const result = (value: string) => (time ? { kind: "instant", start: value } : { kind: "day", date: value });
  const left = ahead.length > 0 ? ahead : results;
  if (left.length > 1) return { kind: "ambiguous", candidates: left.map(result) };
  const only = result(left[0] ?? "");
  return ahead.length > 0 ? only : { ...only, kind: "past" };
}

export const times: [string, string | undefined][] = [
  ["", undefined],
  [" um vierzehn Uhr dreißig", "14:30"],
  [", so gegen halb vier", "15:30"],
  [" um elf, bitte", "11:00"],
  [" 16:20", "16:20"],
  [" um viertel nach drei", "15:15"],
  [" dreiviertel fünf", "16:45"],
];
export const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
