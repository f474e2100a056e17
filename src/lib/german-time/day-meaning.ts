import { type Day, weekdayOf } from "./calendar";
import type { Group } from "./combine";
import type { Context } from "./context";
import { agree, clustered, ofOneBlock, setsOf } from "./day-sets";
import type { BoundReading, DayBound, Node, Rejection, Weekday } from "./grammar/nodes";

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
