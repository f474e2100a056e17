import { type Day, partsOf, weekdayOf } from "./calendar";
import type { Context } from "./context";
import type { Days, Node } from "./grammar/nodes";
import { fortnight, weekdayReadings } from "./grammar/weekdays";

/** The days that one mention may mean. */
export interface Sets {
  readings: Day[][];
  /** A weekday only confirms or contradicts a date. */
  weekday?: number;
  /** The weekday that was named, in whatever week. */
  named?: number;
  span?: boolean;
  recurring?: number[];
  dayNumber?: number;
  /** One day, named by more than its weekday. */
  single?: boolean;
}

export function setsOf(node: Node, context: Context): Sets {
  const { today } = context;
  switch (node.type) {
    case "weekday":
      return {
        readings: weekdayReadings(node, context).map((day) => [day]),
        named: node.value,
        ...(node.mondays ? {} : { weekday: node.value }),
      };
    case "weekdays":
      return { readings: [fortnight(context, node.values)], recurring: node.values };
    case "week": {
      const days = Array.from({ length: 7 }, (_, i) => node.monday + i);
      return { readings: [node.running ? days.filter((day) => day >= today) : days], span: true };
    }
    case "feast":
      return { readings: [Array.from({ length: node.last - node.first + 1 }, (_, i) => node.first + i)] };
    case "offset":
      return { readings: [[today + node.days]] };
    case "days":
      return fromDays(node);
    default:
      return { readings: [] };
  }
}

const fromDays = ({ readings, span, dayNumber, month }: Days): Sets => ({
  readings,
  ...(span ? { span } : {}),
  ...(dayNumber !== undefined && !month ? { dayNumber } : {}),
  single: !span && readings.length === 1 && readings[0]?.length === 1,
});

/** "diese oder nächste Woche, am besten Anfang nächster Woche": the block alone. */
export function ofOneBlock<T extends Sets & { linked: boolean }>(sets: T[]): T[] {
  const [last, ...stretches] = sets.toReversed();
  const areSpans = stretches.length > 1 && sets.every(({ span }) => span);
  if (!last || last.linked || !areSpans) return sets;
  return narrower(last, { readings: [stretches.flatMap(({ readings }) => readings.flat())] }) ? [last] : sets;
}

/** Mentions that are linked by "oder" stand side by side; the others speak of the same day. */
export function clustered(sets: (Sets & { linked: boolean })[]): Sets[][] {
  const clusters: Sets[][] = [];
  for (const [i, { linked, ...set }] of sets.entries()) {
    const cluster = clusters.at(-1);
    // "morgen, übermorgen oder am Montag"
    const isListed =
      set.single && cluster?.every(({ single }) => single) && sets.slice(i + 1).some((one) => one.linked);
    const enumerates =
      set.named !== undefined && cluster?.every(({ named }) => named !== undefined && named !== set.named);
    const repeats = set.recurring && cluster?.every(({ recurring }) => recurring);
    if (!cluster || linked || enumerates || repeats || isListed) clusters.push([set]);
    else cluster.push(set);
  }
  return clusters;
}

/** Two mentions of one day: what both allow; where they contradict each other, both are candidates (SPEC §8). */
export function agree(a: Sets, b: Sets): Sets {
  const [span, other] = a.span && !b.span ? [a, b] : b.span && !a.span ? [b, a] : [];
  if (span && other) return within(span, other);
  const common = a.readings.filter((days) => b.readings.some((more) => more.join() === days.join()));
  if (common.length > 0) return { readings: common };
  const [weekday, date] = a.weekday !== undefined ? [a.weekday, b] : [b.weekday, a];
  if (weekday === undefined || date.weekday !== undefined)
    return (
      (a.span && b.span && (narrower(a, b) ?? narrower(b, a))) || {
        readings: [...a.readings, ...b.readings],
      }
    );
  return { readings: date.readings.flatMap((days) => nearest(days, weekday)) };
}

/** "im September, am besten Anfang September": the block alone is meant. */
const narrower = (block: Sets, stretch: Sets): Sets | undefined =>
  block.readings.every((days) =>
    stretch.readings.some((all) => days.length < all.length && days.every((day) => all.includes(day))),
  )
    ? { readings: block.readings, span: true }
    : undefined;

/** The date, and the named weekday nearest to it, if they differ. */
function nearest(days: Day[], weekday: number): Day[][] {
  const [day] = days;
  if (day === undefined || days.length > 1) {
    const matching = days.filter((one) => weekdayOf(one) === weekday);
    return matching.length > 0 ? [matching] : [days];
  }
  const distance = ((weekday - weekdayOf(day) + 10) % 7) - 3;
  return distance === 0 ? [[day]] : [[day], [day + distance]];
}

/** "im November dienstags", "nächsten Monat am dritten" */
function within(span: Sets, other: Sets): Sets {
  const isWanted = (day: Day) =>
    other.weekday !== undefined
      ? weekdayOf(day) === other.weekday
      : other.recurring
        ? other.recurring.includes(weekdayOf(day))
        : other.dayNumber !== undefined
          ? partsOf(day).day === other.dayNumber
          : other.readings.some((days) => days.includes(day));
  const readings = span.readings.map((days) => days.filter(isWanted)).filter((days) => days.length > 0);
  return { readings: readings.length > 0 ? readings : [...other.readings, ...span.readings] };
}
