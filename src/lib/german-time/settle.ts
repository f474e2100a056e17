import { clockText, isoDate } from "./calendar";
import type { Context } from "./context";
import type { Definite, Invalid, Meaning } from "./reading";

/** One answer from all readings (SPEC §2, N1–N7): what is over yields to what is still ahead. */
export function settle(readings: (Definite | Invalid)[], context: Context): Meaning {
  const invalid = readings.find((reading) => reading.kind === "invalid");
  const definite = distinct(readings.filter((reading): reading is Definite => reading.kind !== "invalid"));
  if (invalid && definite.length === 0) return invalid;
  if (definite.length === 0) return { kind: "none" };
  const ahead = definite.filter((reading) => !isOver(reading, context));
  const left = ahead.length > 0 ? ahead : definite;
  const [only, ...others] = left;
  if (!only || others.length > 0) return { kind: "ambiguous", candidates: left.sort(bySoonest) };
  return ahead.length > 0 ? only : past(only);
}

function past(reading: Definite): Meaning {
  const { kind: _, ...fields } = reading;
  return { kind: "past", ...(fields as Omit<Definite, "kind"> & { end?: string }) };
}

const distinct = (readings: Definite[]) => [
  ...new Map(readings.map((reading) => [JSON.stringify(reading), reading])).values(),
];

function isOver(reading: Definite, { today, minute, now }: Context): boolean {
  const date = isoDate(today);
  const wall = `${date}T${clockText(minute)}`;
  switch (reading.kind) {
    case "instant":
      return /[+-]\d\d:\d\d$/.test(reading.start)
        ? Date.parse(reading.start) < Math.floor(now.getTime() / 60_000) * 60_000
        : reading.start < wall;
    case "day":
      return reading.date < date;
    case "days":
      return reading.dates.every((one) => one < date);
    case "window":
      return reading.end !== null && reading.end <= wall;
    default:
      return false;
  }
}

const key = (reading: Definite): string => {
  switch (reading.kind) {
    case "instant":
      return /[+-]\d\d:\d\d$/.test(reading.start)
        ? `${reading.start.slice(0, 16)} ${new Date(reading.start).toISOString()}`
        : reading.start;
    case "window":
      return `${reading.start} ${reading.end ?? "9"}`;
    case "day":
      return reading.date;
    case "days":
      return `${reading.dates[0]} ${reading.dates.length} ${reading.time ?? reading.from ?? ""}`;
    case "time":
      return reading.time;
    case "daypart":
      return `${reading.from} ${reading.to}`;
  }
};
const bySoonest = (a: Definite, b: Definite) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
