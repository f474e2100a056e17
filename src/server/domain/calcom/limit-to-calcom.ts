import { setTimeout as delay } from "node:timers/promises";
import { dayMs, minuteMs } from "@/lib/calendar-time";
import type { Interval } from "@/lib/intervals";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { bookable, type Calendar } from "../availability/calendar";
import { chooseEventType } from "./event-types";
import { type ReplicatedType, readOwnReservations, readSlots } from "./read-slots";
import { nudgeRefresh, refreshSlots } from "./refresh-slots";
import { daysIn, isUsable, rangeToFetch } from "./slot-days";

/** Somebody at a screen can wait this long for times that were never fetched; a caller never does. */
const screenPatienceMs = 3_000;
/** What is asked about lies at the beginning of the range; what follows serves alternatives. */
const askedDays = 7;

/**
 * Leaves only the starts that are free at Cal.com too, as far as the local copy knows. Our own hours, appointments,
 * holds and limits keep counting and are always of this moment. A call is answered from the copy alone; what is
 * older than a minute is fetched again meanwhile.
 * @throws DomainError `calendar.unavailable` when the copy is missing or too old to be offered
 */
export async function limitToCalcom(ctx: TenantContext, calendar: Calendar): Promise<Calendar> {
  const limits = bookable(calendar);
  const range = {
    start: Math.max(calendar.range.start, limits.start),
    end: Math.min(calendar.range.end, limits.end) + calendar.service.durationMinutes * minuteMs,
  };
  if (range.start >= range.end) return calendar;
  const [copy, reservations] = await Promise.all([
    readSlots(ctx, range, { serviceId: calendar.service.id }),
    readOwnReservations(ctx, range),
  ]);
  const types = await usable(ctx, copy, range, calendar.service.id);
  nudgeRefresh(ctx, types, range);
  const staff = calendar.staff.map((person) => {
    const type = chooseEventType(types, person.id);
    return type
      ? {
          ...person,
          calcomEventTypeId: type.calcomId,
          startsElsewhere: freeStarts(type, reservations, calendar.now),
        }
      : { ...person, startsElsewhere: [] };
  });
  return { ...calendar, staff };
}

/** What Cal.com has free, and what it only keeps for a hold of ours: whose hold that is, our own calendar knows. */
const freeStarts = (
  { calcomId, days }: ReplicatedType,
  reservations: Awaited<ReturnType<typeof readOwnReservations>>,
  now: number,
): Interval[] =>
  [
    ...[...days.values()].filter((day) => isUsable(day, now)).flatMap((day) => day.starts),
    ...reservations.filter((kept) => kept.calcomId === calcomId).map(({ start }) => start),
  ].map((start) => ({ start, end: start + 1 }));

async function usable(
  ctx: TenantContext,
  copy: ReplicatedType[],
  range: Interval,
  serviceId: number,
): Promise<ReplicatedType[]> {
  const asked = daysIn({ start: range.start, end: Math.min(range.end, range.start + askedDays * dayMs) });
  const isComplete = (types: readonly ReplicatedType[]) =>
    types.every(({ days }) => asked.every((day) => isUsable(days.get(day), Date.now())));
  if (isComplete(copy)) return copy;
  if (ctx.actor.type === "voice") {
    nudgeRefresh(ctx, copy, range);
    throw new DomainError("calendar.unavailable", "unavailable");
  }
  const deadline = Date.now() + screenPatienceMs;
  for (let types = copy; Date.now() < deadline; await delay(50)) {
    const fetched = Promise.all(types.map((type) => complete(ctx, type, range)));
    const outcomes = await Promise.race([fetched, delay(deadline - Date.now())]);
    types = await readSlots(ctx, range, { serviceId });
    if (isComplete(types)) return types;
    if (outcomes?.includes("failed")) break;
  }
  throw new DomainError("calendar.unavailable", "unavailable");
}

async function complete(ctx: TenantContext, type: ReplicatedType, range: Interval) {
  const missing = rangeToFetch(daysIn(range), (day) => !isUsable(type.days.get(day), Date.now()));
  return missing ? refreshSlots(ctx, type, missing, "call") : "done";
}
