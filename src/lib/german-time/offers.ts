import { Temporal } from "temporal-polyfill";
import { dayOf } from "./calendar";
import type { Group } from "./combine";
import type { Context } from "./context";
import type { Reference } from "./grammar/nodes";
import type { Definite, Invalid } from "./reading";
import { resolveGroup } from "./resolve";

/**
 * What is meant beside the times offered before: one of them, so much earlier or later, or another hour of their day.
 * Undefined where the words do not refer to an offer.
 */
export function besideOffers(
  groups: Group[],
  references: Reference[],
  context: Context,
): (Definite | Invalid)[] | undefined {
  const { offered, zone } = context;
  if (groups.length === 0 && references.length === 0) return undefined;
  const picked = references.reduce((left, { pick }) => choose(left, pick), offered);
  if (groups.length > 0) {
    const days = [...new Set(picked.map((start) => localDay(start, zone)))];
    return groups.flatMap((group) =>
      group.elapsed
        ? resolveGroup(group, undefined, context)
        : resolveGroup(group, { kind: "sets", readings: days.map((day) => [day]) }, context),
    );
  }
  return picked.map((start) => instantOf(moved(start, references, zone)));
}

function choose(offered: Date[], pick: number | undefined): Date[] {
  if (pick === undefined) return offered;
  const found = pick === 0 ? offered.at(-1) : offered[pick - 1];
  return found ? [found] : offered;
}

const zoned = (start: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(start.getTime()).toZonedDateTimeISO(zone);

function localDay(start: Date, zone: string) {
  const { year, month, day } = zoned(start, zone);
  return dayOf(year, month, day);
}

/** Days keep the time on the wall, hours are elapsed time. */
const moved = (start: Date, references: Reference[], zone: string) =>
  references.reduce(
    (time, { days = 0, minutes = 0 }) => time.add({ days }).add({ minutes }),
    zoned(start, zone),
  );

function instantOf(time: Temporal.ZonedDateTime): Definite {
  const local = time.toPlainDateTime();
  const isDouble = (["earlier", "later"] as const).some(
    (disambiguation) => local.toZonedDateTime(time.timeZoneId, { disambiguation }).offset !== time.offset,
  );
  const text = local.toString({ smallestUnit: "minute" });
  return { kind: "instant", start: isDouble ? text + time.offset : text };
}
