import { type Day, partsOf, weekdayOf } from "./calendar";
import type { Group } from "./combine";
import type { Context } from "./context";
import type { BoundReading, DayBound, Days, Node, Rejection, Weekday } from "./grammar/nodes";
import { fortnight, weekdayReadings } from "./grammar/weekdays";

/** The days an alternative speaks of: readings of sets of days, or stretches with an open end. */
export type DayMeaning =
  | { kind: "sets"; readings: Day[][] }
  | { kind: "bounds"; readings: DayBound["readings"] }
  | { kind: "invalid" };

export function dayMeaning(
  { days }: Group,
  rejections: Rejection[],
  context: Context,
): DayMeaning | undefined {
  if (days.length === 0) return undefined;
  const named = inWeeks(days, rejections);
  const isBound = named.some(({ node }) => node.type === "daybound");
  // "ab dem sechsten ist jeder Tag recht"
  const mentions = named.filter(({ node }) => !(isBound && isEveryday(node)));
  const bounds = mentions.filter(({ node }) => node.type === "daybound").map(({ node }) => node as DayBound);
  if (bounds.length > 0 && bounds.length === mentions.length) return mergedBounds(bounds);
  const sets = mentions
    .filter(({ node }) => node.type !== "daybound")
    .map(({ node, linked }) => ({ ...setsOf(node, context), linked }));
  if (sets.some(({ readings }) => readings.length === 0)) return { kind: "invalid" };
  const isOver = (readings: Day[][]) => readings.every((set) => set.every((day) => day < context.today));
  // "Ich war letzten Dienstag da und möchte morgen kommen": what is over was a story.
  const wished = sets.filter(({ readings }) => !isOver(readings));
  const clusters = clustered(ofOneBlock(wished.length > 0 ? wished : sets)).map((cluster) =>
    cluster.reduce(agree),
  );
  const [first, ...others] = clusters.map(({ readings }) => readings);
  const united = others.reduce(
    (united, readings) =>
      distinct(united.flatMap((a) => readings.map((b) => sorted([...a, ...b])))).slice(0, mostReadings),
    first ?? [],
  );
  const bounded = bounds.reduce(
    (readings, bound) => readings.map((days) => days.filter(isInside(bound))),
    united,
  );
  const areDates = mentions.every(({ node }) => node.type === "days" && !node.span);
  const readings = bounded
    .map((days) => without(days, areDates ? rejections.filter(isNoWeekday) : rejections, context))
    .filter((days) => days.length > 0);
  return readings.length > 0 ? { kind: "sets", readings } : undefined;
}

const isEveryday = (node: Node) => node.type === "weekdays" && node.values.length === 7;

type Mention = Group["days"][number];

/** Weekdays take the week that was named for them: before, behind, or anywhere in the sentence. */
function inWeeks(days: Mention[], rejections: Rejection[]): Mention[] {
  const refused = rejections.flatMap(({ rejected }) =>
    rejected.type === "weekday" && days.some(({ node }) => node.type === "weekdays")
      ? (rejected.mondays ?? [])
      : [],
  );
  // "nächste Woche oder Freitag", "Freitag oder nächste Woche": here the week is a wish of its own.
  const isApart = (i: number) => (days[i]?.linked || days[i + 1]?.linked) ?? false;
  const weeks = [
    ...days.flatMap(({ node }, i) => (node.type === "week" && !isApart(i) ? [node.monday] : [])),
    ...refused,
  ];
  const named = days.some(({ node }) => node.type === "weekday" || node.type === "weekdays");
  if (weeks.length > 0 && named) {
    return days.flatMap(({ node, linked }, at): Mention[] => {
      if (node.type === "week") return isApart(at) ? [{ node, linked }] : [];
      if (node.type === "weekdays")
        return node.values.map((value, i) => ({
          node: { type: "weekday", value, mode: "bare", mondays: weeks },
          linked: linked || i > 0,
        }));
      return [{ node: isLoose(node) ? { ...node, mondays: weeks } : node, linked }];
    });
  }
  return days.map(({ node, linked }, i) => {
    if (!isLoose(node)) return { node, linked };
    const before = linked ? days.slice(0, i).findLast(hasWeek)?.node : undefined;
    const behind = days
      .slice(i + 1)
      .find(({ node: other }) => other.type === "weekday" && other.behind)?.node;
    const mondays = [before, behind].find((other): other is Weekday => other?.type === "weekday")?.mondays;
    return { node: mondays ? { ...node, mondays } : node, linked };
  });
}

const isLoose = (node: Node): node is Weekday =>
  node.type === "weekday" && node.mode === "bare" && !node.mondays;
const hasWeek = ({ node }: Mention) => node.type === "weekday" && node.mondays !== undefined && !node.behind;

interface Sets {
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

function setsOf(node: Node, context: Context): Sets {
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
function ofOneBlock<T extends Sets & { linked: boolean }>(sets: T[]): T[] {
  const [last, ...stretches] = sets.toReversed();
  const areSpans = stretches.length > 1 && sets.every(({ span }) => span);
  if (!last || last.linked || !areSpans) return sets;
  return narrower(last, { readings: [stretches.flatMap(({ readings }) => readings.flat())] }) ? [last] : sets;
}

/** Mentions that are linked by "oder" stand side by side; the others speak of the same day. */
function clustered(sets: (Sets & { linked: boolean })[]): Sets[][] {
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
function agree(a: Sets, b: Sets): Sets {
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

function mergedBounds(bounds: DayBound[]): DayMeaning {
  const [first, ...others] = bounds.map(({ readings }) => readings);
  const readings = others.reduce(
    (merged, next) => merged.flatMap((a) => next.map((b) => inOrder({ ...a, ...b }))).slice(0, mostReadings),
    first ?? [],
  );
  return { kind: "bounds", readings };
}

/** "frühestens Dienstag, spätestens Donnerstag": the Thursday behind that Tuesday. */
function inOrder(bound: BoundReading): BoundReading {
  const { from, until } = bound;
  return from !== undefined && until !== undefined && until <= from && from - until < 7
    ? { ...bound, until: until + 7 }
    : bound;
}

const isInside =
  ({ readings }: DayBound) =>
  (day: Day) =>
    readings.some(
      ({ from, until }) => (from === undefined || day >= from) && (until === undefined || day < until),
    );

/** "nur nicht am Montag" takes all Mondays away, "außer am 24." that day; a single day stays what it is. */
function without(days: Day[], rejections: Rejection[], context: Context): Day[] {
  return days.filter((day) =>
    rejections.every(({ rejected }) => {
      if (rejected.type === "weekday") return weekdayOf(day) !== rejected.value;
      if (rejected.type === "weekdays") return !rejected.values.includes(weekdayOf(day));
      const sets =
        rejected.type === "days" || rejected.type === "feast" ? setsOf(rejected, context).readings : [];
      return !sets.some((set) => set.includes(day));
    }),
  );
}

/** "Freitag ist schlecht, aber am 6. März" is a Friday that is wished for. */
const isNoWeekday = ({ rejected }: Rejection) => rejected.type !== "weekday";

/** More than a caller can mean, and each alternative doubles them. */
const mostReadings = 64;
const distinct = (readings: Day[][]) => [...new Map(readings.map((days) => [days.join(), days])).values()];
const sorted = (days: Day[]) => [...new Set(days)].sort((a, b) => a - b);
