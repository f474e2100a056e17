import { and, eq, isNotNull } from "drizzle-orm";
import { minuteMs } from "@/lib/calendar-time";
import { freeSlots } from "@/sandbox/calcom/calendar";
import { appointments, calcomSlotDays, staffTimeCells } from "@/server/db/schema";
import { listDrifts } from "@/server/domain/calcom/list-drifts";
import { type CalcomWorld, contextOf } from "./world";

/** The most requests that any minute may see: seven windows of fifteen. */
export const mostRequestsPerMinute = 105;

/** Everything that is wrong after settling, in words; empty when both sides agree. */
export async function findDisagreements(world: CalcomWorld): Promise<string[]> {
  const wrong: string[] = [];
  const ours = await world.db.select().from(appointments).where(eq(appointments.tenantId, world.tenantId));
  const theirs = world.sandbox.calcom.bookings.values();
  const liveThere = theirs.filter(({ status }) => status === "accepted" || status === "pending");
  const liveHere = ours.filter(({ status }) => status !== "cancelled");

  for (const row of liveHere) {
    const booking = liveThere.find(({ uid }) => uid === row.calcomBookingId);
    if (row.status !== "scheduled" || row.syncState !== "synced")
      wrong.push(`appointment ${row.id} ended as ${row.status}/${row.syncState}: ${row.syncError}`);
    else if (!booking) wrong.push(`appointment ${row.id} has no live booking`);
    else if (Date.parse(booking.start) !== row.startTime.getTime())
      wrong.push(`appointment ${row.id} and its booking differ in time`);
  }
  for (const booking of liveThere) {
    const owners = liveHere.filter((row) => row.calcomBookingId === booking.uid);
    if (owners.length !== 1) wrong.push(`booking ${booking.uid} belongs to ${owners.length} appointments`);
  }
  for (const [appointmentId, count] of countBy(liveThere)) {
    if (count > 1) wrong.push(`appointment ${appointmentId} has ${count} live bookings`);
  }
  const drifts = await listDrifts(contextOf(world, world.db));
  for (const drift of drifts) wrong.push(`appointment ${drift.appointmentId} is listed: ${drift.kind}`);
  wrong.push(
    ...(await findWrongCells(
      world,
      new Set(liveHere.flatMap(({ id, staffId }) => (staffId === null ? [] : id))),
    )),
  );
  wrong.push(...(await findWrongCopies(world)));
  const until = Date.now();
  if (
    world.sandbox.calcom.reservations.values().some((kept) => Date.parse(kept.until) > until + 11 * minuteMs)
  )
    wrong.push("a reservation outlives its bound");
  const busiest = busiestMinute(world);
  if (busiest > mostRequestsPerMinute) wrong.push(`${busiest} requests within a minute`);
  return wrong;
}

/** Bookings that were ever made for an appointment beyond its first, reschedules apart. */
export function countTwins(world: CalcomWorld): number {
  const first = world.sandbox.calcom.bookings
    .values()
    .filter(({ rescheduledFromUid }) => !rescheduledFromUid);
  return [...countBy(first).values()].reduce((twins, count) => twins + count - 1, 0);
}

function countBy(bookings: { metadata: Record<string, string> }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { metadata } of bookings) {
    const id = metadata.appointmentMarker && metadata.appointmentId;
    if (id) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

async function findWrongCells(world: CalcomWorld, live: Set<number>): Promise<string[]> {
  const cells = await world.db
    .select({ appointmentId: staffTimeCells.appointmentId })
    .from(staffTimeCells)
    .where(and(eq(staffTimeCells.tenantId, world.tenantId), isNotNull(staffTimeCells.appointmentId)));
  const owners = new Set(cells.map(({ appointmentId }) => appointmentId as number));
  return [
    ...[...owners].filter((id) => !live.has(id)).map((id) => `cancelled appointment ${id} still owns time`),
    ...[...live].filter((id) => !owners.has(id)).map((id) => `appointment ${id} owns no time`),
  ];
}

/** After a fetch the copy of the free times is what Cal.com has. */
async function findWrongCopies(world: CalcomWorld): Promise<string[]> {
  const rows = await world.db
    .select()
    .from(calcomSlotDays)
    .where(eq(calcomSlotDays.tenantId, world.tenantId));
  const [first = 0, last = 0] = [world.starts[0], world.starts.at(-1)];
  const copied = rows
    .flatMap(({ day, starts }) => starts.map((minute) => Date.parse(day) + minute * minuteMs))
    .filter((start) => start >= first && start <= last);
  const there = world.eventTypeIds.flatMap((id) => {
    const eventType = world.sandbox.calcom.eventType(id);
    return eventType ? freeSlots(world.sandbox.calcom, { eventType, fromMs: first, toMs: last + 1 }) : [];
  });
  const same = JSON.stringify(copied.sort()) === JSON.stringify(there.sort());
  return same ? [] : [`the copy has ${copied.length} free starts, Cal.com ${there.length}`];
}

/** The most requests of one key within any 60 seconds. */
export function busiestMinute({ sandbox }: CalcomWorld): number {
  const keys = new Set(sandbox.calcomArrivals.map(({ key }) => key));
  const timesOf = (wanted: string | undefined) =>
    sandbox.calcomArrivals.flatMap(({ at, key }) => (key === wanted ? at : []));
  return Math.max(0, ...[...keys].map((key) => busiest(timesOf(key))));
}

function busiest(times: number[]): number {
  let [most, first] = [0, 0];
  for (const [index, at] of times.entries()) {
    while ((times[first] ?? at) <= at - 60_000) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
