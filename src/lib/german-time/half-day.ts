import { type Day, isoDate, weekdayOf } from "./calendar";
import type { Context } from "./context";
import type { Clock, Daypart, Node } from "./grammar/nodes";

/** Minutes since midnight that a clock time may mean on one of `days` (any day, if undefined). SPEC §5. */
export function clockReadings(
  clock: Clock,
  part: Daypart | undefined,
  days: Day[] | undefined,
  context: Context,
): number[] {
  const values = [clock.minutes, ...(clock.other === undefined ? [] : [clock.other])];
  const readings = values.flatMap((minutes) =>
    clock.twelve ? chooseHalf(minutes, part, days, context) : [minutes],
  );
  return [...new Set(readings)].sort((a, b) => a - b);
}

function chooseHalf(
  minutes: number,
  part: Daypart | undefined,
  days: Day[] | undefined,
  context: Context,
): number[] {
  const candidates = bothHalves(minutes);
  const inPart = part ? candidates.filter((value) => isInHalf(value, part.half)) : [];
  if (inPart.length > 0) return inPart;
  for (const isOpen of stages(days, context)) {
    const inside = candidates.filter(isOpen);
    if (inside.length > 0) return inside;
  }
  return candidates;
}

/** "acht Uhr morgens": the one value of the two that the part of the day names; the same where it names none. */
export function inHalfOf(clock: Clock, { half }: Daypart): Clock {
  const [value, other] = clock.twelve
    ? bothHalves(clock.minutes).filter((minutes) => isInHalf(minutes, half))
    : [];
  return value === undefined || other !== undefined ? clock : { ...clock, minutes: value, twelve: false };
}

/** From and to of an interval: both inside, in order, and never around the clock where a shorter one will do. */
export function intervalReadings(
  from: Clock,
  to: Clock,
  part: Daypart | undefined,
  days: Day[] | undefined,
  context: Context,
): [number, number][] {
  const all = (clock: Clock) => {
    const values = clock.twelve ? bothHalves(clock.minutes) : [clock.minutes];
    const inPart = part && clock.twelve ? values.filter((value) => isInHalf(value, part.half)) : [];
    return inPart.length > 0 ? inPart : values;
  };
  const pairs = all(from)
    .flatMap((a) => all(to).map((b): [number, number] => [a, b === 0 ? 1440 : b]))
    .filter(([a, b]) => a < b);
  for (const isOpen of stages(days, context)) {
    const inside = pairs.filter(([a, b]) => (!from.twelve || isOpen(a)) && (!to.twelve || isOpen(b)));
    if (inside.length > 0) return shortest(inside);
  }
  return shortest(pairs);
}

function shortest(pairs: [number, number][]): [number, number][] {
  const short = pairs.filter(([a, b]) => b - a < 720);
  return short.length > 0 ? short : pairs;
}

export const bothHalves = (minutes: number): number[] => [minutes % 720, (minutes % 720) + 720];

/** The half of the day that a part names decides, even outside its interval ("elf Uhr morgens"). */
export function isInHalf(minutes: number, half: Daypart["half"]): boolean {
  switch (half) {
    case "am":
      return minutes < 720;
    case "pm":
      return minutes >= 720;
    case "noon":
      return minutes >= 660 && minutes < 900;
    case "night":
      return minutes >= 1320 || minutes < 360;
  }
}

/** "drei" and "nachmittags" can be said of one time; "zehn" and "nachmittags" cannot. */
export function isCompatible(time: Node, part: Node): boolean {
  if (part.type !== "part") return true;
  const inside = (minutes: number) =>
    (minutes >= part.from && minutes <= part.to) || minutes + 1440 <= part.to;
  if (time.type === "clock") return (time.twelve ? bothHalves(time.minutes) : [time.minutes]).some(inside);
  if (time.type !== "interval") return true;
  return [time.from, time.to].some((clock) => clock !== undefined && isCompatible(clock, part));
}

type Test = (minutes: number) => boolean;

const isUsual: Test = (minutes) => minutes >= 360 && minutes < 1320;

/** Open, between the first opening and the last closing, within what the week has: the first that anything passes. */
function stages(days: Day[] | undefined, { open, openSpecially }: Context): Test[] {
  if (!open) return [isUsual];
  const week = open.flat();
  const openOn = (day: Day) => openSpecially[isoDate(day)] ?? open[weekdayOf(day) - 1] ?? [];
  const ofDays = days ? days.map(openOn) : open;
  const chosen = ofDays.flat();
  const whole: Test = (minutes) => isWithin(minutes, envelope(week));
  if (!days || days.length > 1) return [(minutes) => chosen.some((one) => isWithin(minutes, one)), whole];
  return [
    (minutes) => chosen.some((one) => isWithin(minutes, one)),
    (minutes) => isWithin(minutes, envelope(chosen)),
    whole,
  ];
}

const isWithin = (minutes: number, interval: [number, number] | undefined) =>
  interval !== undefined && minutes >= interval[0] && minutes <= interval[1];

const envelope = (intervals: [number, number][]): [number, number] | undefined =>
  intervals.length === 0
    ? undefined
    : [Math.min(...intervals.map(([a]) => a)), Math.max(...intervals.map(([, b]) => b))];
