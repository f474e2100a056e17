import { Temporal } from "temporal-polyfill";
import { clockText, type Day, dayOf, daysBetween, isoDate } from "./calendar";
import { type Group, hasTime, isToday } from "./combine";
import type { Context } from "./context";
import type { DayMeaning } from "./day-meaning";
import type { BoundReading, Clock, Daypart } from "./grammar/nodes";
import { bothHalves, clockReadings, intervalReadings, isInHalf } from "./half-day";
import type { Definite, Invalid } from "./reading";

/** The time of an alternative on some days: a point, an interval in minutes since midnight, or none. */
type Time = { at: number } | { from: number; to: number } | undefined;

const noSuchDate: Invalid = { kind: "invalid", reason: "no_such_date" };
const noSuchTime: Invalid = { kind: "invalid", reason: "no_such_time" };

/** Every definite reading of one alternative. */
export function resolveGroup(
  group: Group,
  meaning: DayMeaning | undefined,
  context: Context,
): (Definite | Invalid)[] {
  if (meaning?.kind === "invalid") return [noSuchDate];
  const { clock, interval, elapsed } = group;
  if ([clock, interval?.from, interval?.to].some((time) => time?.invalid)) return [noSuchTime];
  if (meaning && isBeyondCalendars(meaning)) return [noSuchDate];
  if (elapsed) return [elapsedInstant(elapsed.minutes, context)];
  if (meaning?.kind === "bounds") return resolveBounds(group, meaning.readings, context);
  if (!meaning) return times(group, undefined, context).flatMap(withoutDay);
  return meaning.readings.flatMap((days) => onDays(days, group, context));
}

const lastDay = dayOf(9999, 12, 30);

const isBeyondCalendars = (meaning: DayMeaning & { kind: "sets" | "bounds" }) =>
  meaning.kind === "sets"
    ? meaning.readings.some((days) => days.some((day) => day > lastDay))
    : meaning.readings.some(({ from = 0, until = 0 }) => Math.max(from, until) > lastDay);

function onDays(all: Day[], group: Group, context: Context): (Definite | Invalid)[] {
  const left = all.filter((one) => one >= context.today);
  const days = left.length > 0 ? left : all;
  const [day] = days;
  if (days.length === 1 && day !== undefined) {
    if (group.clock?.midnight) return midnights(day, group, context);
    const late = isToday(group, context) && group.part?.half === "night";
    return times(group, days, context).flatMap((time) => onDay(day, time, late, context));
  }
  const dates = days.map(isoDate);
  return times(group, days, context).map((time): Definite => {
    if (!time) return { kind: "days", dates };
    if ("at" in time) return { kind: "days", dates, time: clockText(time.at) };
    return { kind: "days", dates, ...clockTexts(time) };
  });
}

function onDay(day: Day, time: Time, late: boolean, context: Context): (Definite | Invalid)[] {
  if (!time) return [{ kind: "day", date: isoDate(day) }];
  if ("at" in time) return instants(late && time.at < 360 ? day + 1 : day, time.at, context);
  // "Freitag nachts ab zwei": of the night that ends or the one that begins on that day.
  const nights = time.from >= 1440 && !late ? [day - 1, day] : [day];
  return nights.map((night) => window(at(night, time.from), at(night, time.to), context));
}

/** Midnight of a day is where it begins or where it ends; today's has begun already. */
function midnights(day: Day, group: Group, context: Context): (Definite | Invalid)[] {
  const days = isToday(group, context) ? [day + 1] : [day, day + 1];
  return days.flatMap((one) => instants(one, 0, context));
}

function withoutDay(time: Time): Definite[] {
  if (!time) return [];
  if ("at" in time) return [{ kind: "time", time: clockText(time.at % 1440) }];
  return [{ kind: "daypart", ...clockTexts(time) }];
}

/** A night ends on the next day. */
const clockTexts = ({ from, to }: { from: number; to: number }) => ({
  from: clockText(from % 1440),
  to: clockText(to > 1440 ? to - 1440 : to),
});

function times(group: Group, days: Day[] | undefined, context: Context): Time[] {
  const { clock, interval, part } = group;
  if (clock) {
    return clockReadings(clock, part, days, context).map((at) => {
      const { spread } = clock;
      return spread ? { from: at - spread.before, to: at + spread.after } : { at };
    });
  }
  if (!interval) return [part && { from: part.from, to: part.to }];
  const { from, to } = interval;
  const [least, most] = [part?.from ?? 0, part?.to ?? 1440];
  if (part && [from, to].some((time) => time && isForeign(time, part))) return [];
  const isNight = part?.half === "night";
  // Two o'clock in a night is behind its midnight.
  const inNight = (minutes: number) => (isNight && minutes < 360 ? minutes + 1440 : minutes);
  const read = (time: Clock) => clockReadings(time, part, days, context).map(inNight);
  const opened = (from ? read(from) : []).map((start): [number, number] => [start, most]);
  const closed = (to ? read(to) : []).map((end): [number, number] => [least, end]);
  const both =
    from && to
      ? isNight
        ? opened.flatMap(([a]) => closed.map(([, b]): [number, number] => [a, b]))
        : intervalReadings(from, to, part, days, context)
      : [];
  // "bis vier … ab halb sechs": what contradicts each other apart is no stretch together.
  const agree = both.filter(([a, b]) => opened.some(([x]) => x === a) && closed.some(([, y]) => y === b));
  const isOne = from && to && (agree.length > 0 || (!interval.joined && both.length > 1));
  const pairs = isOne ? both : [...opened, ...closed];
  const inPart = pairs
    .map(([a, b]): [number, number] => [Math.max(a, least), Math.min(b, most)])
    .filter(([a, b]) => a < b);
  const lasting = inPart.length > 0 ? inPart : pairs.filter(([a, b]) => a < b);
  // "bis mittags schlafe ich, also nachmittags": what ends where the part begins was told of another one.
  if (lasting.length === 0 && part && !from) return [{ from: part.from, to: part.to }];
  return lasting.map(([a, b]) => ({ from: a, to: b }));
}

/** "ab zehn mittags": at no ten o'clock is it noon. */
const isForeign = (time: Clock, { half }: Daypart) =>
  (half === "noon" || half === "night") &&
  !bothHalves(time.minutes).some((minutes) => isInHalf(minutes, half));

/** "ab Mittwoch um zehn", "bis Freitag": a clock time refines the end that was named. */
function resolveBounds(group: Group, bounds: BoundReading[], context: Context): (Definite | Invalid)[] {
  const start = at(context.today, context.minute);
  return bounds.flatMap(({ from, until, named, whole, each }) => {
    if (each && until !== undefined && hasTime(group))
      return onDays(daysBetween(context.today, until - 1), group, context);
    const day = named ?? from ?? (until === undefined ? context.today : until - 1);
    return times(group, [day], context).map((time) => {
      const minutes = time === undefined ? undefined : "at" in time ? time.at : undefined;
      const begins =
        from === undefined ? start : at(from, minutes ?? (time && "from" in time ? time.from : 0));
      const ends =
        until === undefined
          ? null
          : from === undefined && time && !(whole && group.part)
            ? at(day, "at" in time ? time.at : endOf(time, group, named !== undefined))
            : at(until, 0);
      return window(begins, ends, context);
    });
  });
}

/** "bis Freitag Abend" takes the evening in; noon and what is said with "vor" end where they begin. */
const endOf = ({ from, to }: { from: number; to: number }, { part }: Group, before: boolean) =>
  part && (before || part.half === "noon") ? from : to;

/** Minutes of wall time since 1970. */
const at = (day: Day, minutes: number) => day * 1440 + minutes;
const wallText = (minutes: number) =>
  `${isoDate(Math.floor(minutes / 1440))}T${clockText(((minutes % 1440) + 1440) % 1440)}`;

/** What is running starts now. */
function window(start: number, end: number | null, { today, minute }: Context): Definite {
  const now = at(today, minute);
  const isRunning = start < now && (end === null || end > now);
  return {
    kind: "window",
    start: wallText(isRunning ? now : start),
    end: end === null ? null : wallText(end),
  };
}

/** The wall time on that day: none in the gap of spring, two in the overlap of autumn. */
function instants(day: Day, minutes: number, { zone }: Context): (Definite | Invalid)[] {
  const text = wallText(at(day, minutes));
  if (minutes >= lastChange || !changesClocks(day, zone)) return [{ kind: "instant", start: text }];
  const local = Temporal.PlainDateTime.from(text);
  const [earlier, later] = (["earlier", "later"] as const).map((disambiguation) =>
    local.toZonedDateTime(zone, { disambiguation }),
  );
  if (!earlier || !later || !earlier.toPlainDateTime().equals(local)) return [noSuchTime];
  if (earlier.epochMilliseconds === later.epochMilliseconds) return [{ kind: "instant", start: text }];
  return [earlier, later].map(({ offset }) => ({ kind: "instant", start: text + offset }));
}

/** No zone changes its clocks later in the day than this. */
const lastChange = 4 * 60;
const changes = new Map<string, boolean>();

function changesClocks(day: Day, zone: string): boolean {
  const key = `${zone} ${day}`;
  const known = changes.get(key);
  if (known !== undefined) return known;
  if (changes.size > 5_000) changes.clear();
  const offsets = [day, day + 1].map(
    (one) => Temporal.PlainDate.from(isoDate(one)).toZonedDateTime(zone).offsetNanoseconds,
  );
  const found = offsets[0] !== offsets[1];
  changes.set(key, found);
  return found;
}

function elapsedInstant(minutes: number, { now, zone, today, minute }: Context): Definite {
  if (minutes > 60 * 24 * 366) return { kind: "instant", start: wallText(at(today, minute) + 60 * 24 * 366) };
  const start = Temporal.Instant.fromEpochMilliseconds(Math.floor(now.getTime() / 60_000) * 60_000)
    .add({ minutes })
    .toZonedDateTimeISO(zone);
  const local = start.toPlainDateTime();
  const text = local.toString({ smallestUnit: "minute" });
  const isDouble =
    local.toZonedDateTime(zone, { disambiguation: "earlier" }).offset !==
    local.toZonedDateTime(zone, { disambiguation: "later" }).offset;
  return { kind: "instant", start: isDouble ? text + start.offset : text };
}
