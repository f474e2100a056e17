import { Temporal } from "temporal-polyfill";
import { type Daypart, findClockTimes, findDaypart } from "./clock-time";
import { type DayMention, findDays } from "./day";
import type { Clock, Input, Reading, Understanding } from "./result";

const isoInstant = /\b\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})(?![\d:])/;
/** No wish at all, in a field that had to hold something. */
const anyTime =
  /\b(egal|beliebig|flexibel|jederzeit|schnellst|m(?:ö|oe)glichst bald|so bald wie|n(?:ä|ae)chstm(?:ö|oe)glich|n(?:ä|ae)chste[rnm]? freie)/;
/** "heute Morgen", "Dienstag morgen": after a day the word names the part of it. */
const morningOfDay = /(heute|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend) morgen(?!s)/g;

/**
 * What day and time German words or fields mean, heard at `clock.now` in `clock.timeZone`.
 * Pure. Reads ISO 8601, dd.mm.[yyyy], month names, heute/morgen/übermorgen, weekdays, 24-hour clock times and parts
 * of the day. A date without a year is the next such date; where people disagree the answer is "ambiguous".
 */
export function understand(input: Input, clock: Clock): Understanding {
  const now = Temporal.Instant.fromEpochMilliseconds(clock.now.getTime())
    .toZonedDateTimeISO(clock.timeZone)
    .round({ smallestUnit: "minute", roundingMode: "floor" });
  // In its own field "10.30" is a clock time, not the tenth of a thirtieth month.
  const time = input.time?.replace(/^\s*(\d{1,2})\.(\d{2})\s*$/, "$1:$2");
  const text = normalise([input.text, input.date, time].filter(Boolean).join(" "));

  const absolute = isoInstant.exec(text);
  if (absolute) return fromInstant(absolute[0], now);

  const { mentions, rest } = findDays(text, now.toPlainDate());
  const times = findClockTimes(rest);
  if (times.length === 0 && time) times.push(...findClockTimes(normalise(time), true));
  const daypart = findDaypart(rest);

  if (times.includes("invalid")) return { kind: "invalid", reason: "no_such_time" };
  if (mentions.some((m) => m.days.length === 0)) return { kind: "invalid", reason: "no_such_date" };
  if (mentions.length === 0 && input.date && !anyTime.test(normalise(input.date)))
    return { kind: "invalid", reason: "unreadable_date" };
  if (times.length === 0 && !daypart && time && !anyTime.test(normalise(time)))
    return { kind: "invalid", reason: "unreadable_time" };

  const days = agree(mentions);
  const readings = combine(days, times, daypart, clock.timeZone);
  if (readings === "gap") return { kind: "invalid", reason: "no_such_time" };
  return settle(readings, now);
}

function normalise(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFC")
    .replace(/[\s\u00a0]+/g, " ")
    .replace(morningOfDay, "$1 morgens")
    .trim();
}

function fromInstant(iso: string, now: Temporal.ZonedDateTime): Understanding {
  try {
    const start = new Date(Temporal.Instant.from(iso.toUpperCase()).epochMilliseconds);
    return settle([{ kind: "instant", start }], now);
  } catch {
    return { kind: "invalid", reason: "no_such_date" };
  }
}

/** All mentions speak of one day; where they contradict each other, each is a candidate. */
function agree(mentions: DayMention[]): Temporal.PlainDate[] {
  const [firstDate] = mentions.filter((m) => m.weekday === undefined).flatMap((m) => m.days);
  const days = mentions.flatMap((mention) => {
    if (mention.weekday === undefined || !firstDate) return mention.days;
    // A weekday beside a date only confirms it, or names the nearest such day as the other candidate.
    const distance = ((mention.weekday - firstDate.dayOfWeek + 10) % 7) - 3;
    return [firstDate.add({ days: distance })];
  });
  return [...new Map(days.map((day) => [day.toString(), day])).values()];
}

function combine(
  days: Temporal.PlainDate[],
  times: string[],
  daypart: Daypart | undefined,
  timeZone: string,
): Reading[] | "gap" {
  if (days.length === 0) {
    if (times.length > 0) return times.map((time) => ({ kind: "time", time }));
    return daypart ? [{ kind: "daypart", ...daypart }] : [];
  }
  if (times.length > 0) {
    const instants = days.flatMap((day) => times.flatMap((time) => wallTime(day, time, timeZone)));
    return instants.length === 0 ? "gap" : instants.map((start) => ({ kind: "instant", start }));
  }
  return days.map((day) =>
    daypart
      ? {
          kind: "window",
          start: instantOf(day, daypart.from, timeZone),
          end: instantOf(day, daypart.to, timeZone),
        }
      : { kind: "day", date: day.toString() },
  );
}

/** The instants a wall time denotes: one, none in the gap of spring, two in the overlap of autumn. */
function wallTime(day: Temporal.PlainDate, time: string, timeZone: string): Date[] {
  const local = day.toPlainDateTime(time);
  const instants = (["earlier", "later"] as const)
    .map((disambiguation) => local.toZonedDateTime(timeZone, { disambiguation }))
    .filter((zoned) => zoned.toPlainDateTime().equals(local))
    .map((zoned) => zoned.epochMilliseconds);
  return [...new Set(instants)].map((ms) => new Date(ms));
}

const instantOf = (day: Temporal.PlainDate, time: string, timeZone: string) =>
  new Date(day.toPlainDateTime(time).toZonedDateTime(timeZone).epochMilliseconds);

/** One reading is the answer; what is over yields to what is still to come. */
function settle(readings: Reading[], now: Temporal.ZonedDateTime): Understanding {
  const [only] = readings;
  if (!only) return { kind: "none" };
  const ahead = readings.filter((reading) => !isOver(reading, now));
  const [first] = ahead;
  if (!first) return { kind: "past", reading: only };
  return ahead.length === 1 ? first : ambiguous(ahead);
}

const order = (r: Reading) =>
  r.kind === "instant" || r.kind === "window"
    ? r.start.toISOString()
    : r.kind === "day"
      ? r.date
      : r.kind === "time"
        ? r.time
        : r.from;

const ambiguous = (candidates: Reading[]): Understanding => ({
  kind: "ambiguous",
  candidates: candidates.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)),
});

function isOver(reading: Reading, now: Temporal.ZonedDateTime): boolean {
  switch (reading.kind) {
    case "instant":
      return reading.start.getTime() < now.epochMilliseconds;
    case "window":
      return reading.end.getTime() <= now.epochMilliseconds;
    case "day":
      return reading.date < now.toPlainDate().toString();
    default:
      return false;
  }
}
