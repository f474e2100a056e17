import { Temporal } from "temporal-polyfill";
import { interpret, type Setting } from "./interpret";
import type { Definite, Meaning } from "./reading";
import type { Clock, Input, Reading, Understanding } from "./result";

const isoInstant = /\b\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})(?![\d:])/i;
/** No wish at all, in a field that had to hold something. */
const anyTime =
  /\b(egal|beliebig|flexibel|jederzeit|schnellst|m(?:ö|oe)glichst bald|so bald wie|n(?:ä|ae)chstm(?:ö|oe)glich|n(?:ä|ae)chste[rnm]? freie)/i;

/**
 * What day and time German words or fields mean, heard at `clock.now` in `clock.timeZone`, as instants of UTC.
 * Pure. Reads whatever `interpret` reads, and ISO 8601 with an offset; where people disagree the answer is "ambiguous".
 */
export const understand = (input: Input, clock: Clock): Understanding =>
  understandWith(interpret, input, clock);

/** The same for another language's `interpret`. */
export function understandWith(
  interpret: (text: string, setting: Setting) => Meaning,
  input: Input,
  clock: Clock,
): Understanding {
  const time = input.time && readableTime(input.time);
  const text = [input.text, input.date, time].filter(Boolean).join(" ");
  const absolute = isoInstant.exec(text);
  if (absolute) return fromInstant(absolute[0], clock);

  const setting = { ...clock, zone: clock.timeZone };
  const holdsNothing = (field: string | undefined) =>
    Boolean(field) && !anyTime.test(field ?? "") && interpret(field ?? "", setting).kind === "none";
  if (holdsNothing(input.date)) return { kind: "invalid", reason: "unreadable_date" };
  if (holdsNothing(time)) return { kind: "invalid", reason: "unreadable_time" };
  return inUtc(interpret(text, setting), clock);
}

/** In its own field "10.30" is a clock time, not the tenth of a thirtieth month, and "9" is an hour. */
const readableTime = (field: string) =>
  field.replace(/^\s*(\d{1,2})\.(\d{2})\s*$/, "$1:$2").replace(/^\s*(\d{1,2})\s*$/, "um $1");

function fromInstant(iso: string, { now }: Clock): Understanding {
  try {
    const start = new Date(Temporal.Instant.from(iso.toUpperCase()).epochMilliseconds);
    const reading: Reading = { kind: "instant", start };
    return start.getTime() < Math.floor(now.getTime() / 60_000) * 60_000
      ? { kind: "past", reading }
      : reading;
  } catch {
    return { kind: "invalid", reason: "no_such_date" };
  }
}

function inUtc(meaning: Meaning, clock: Clock): Understanding {
  switch (meaning.kind) {
    case "none":
      return meaning;
    case "invalid":
      return meaning;
    case "ambiguous":
      return { kind: "ambiguous", candidates: meaning.candidates.map((one) => readingInUtc(one, clock)) };
    case "past":
      return { kind: "past", reading: readingInUtc(pastReading(meaning), clock) };
    default:
      return readingInUtc(meaning, clock);
  }
}

function pastReading({ start, end, date, dates, time, from, to }: Meaning & { kind: "past" }): Definite {
  if (dates) return { kind: "days", dates, ...(time ? { time } : {}), ...(from && to ? { from, to } : {}) };
  if (date) return { kind: "day", date };
  return end ? { kind: "window", start: start ?? end, end } : { kind: "instant", start: start ?? "" };
}

function readingInUtc(reading: Definite, { timeZone }: Clock): Reading {
  switch (reading.kind) {
    case "instant":
      return { kind: "instant", start: instantOf(reading.start, timeZone) };
    case "window": {
      const start = instantOf(reading.start, timeZone);
      return reading.end === null
        ? { kind: "window", start }
        : { kind: "window", start, end: instantOf(reading.end, timeZone) };
    }
    default:
      return reading;
  }
}

const instantOf = (wall: string, timeZone: string) =>
  /[+-]\d\d:\d\d$/.test(wall)
    ? new Date(wall)
    : new Date(Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone).epochMilliseconds);
