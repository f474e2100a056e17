import { Temporal } from "temporal-polyfill";
import { v7 as uuidv7 } from "uuid";
import { dayMs, localDays, minuteMs } from "@/lib/calendar-time";
import type { Database } from "@/server/db";
import {
  branches,
  openingHours,
  resources,
  serviceGaps,
  serviceResources,
  services,
  staff,
  staffServices,
  staffWorkingHours,
  tenants,
} from "@/server/db/schema";
import type { Actor, TenantContext } from "@/server/domain/_core/context";
import type { Random } from "./random";

const timeZone = "Europe/Berlin";
/** Open from midnight to ten, so that the hour the clocks skip and the one they repeat can be booked. */
const closesMinute = 600;

export type Spread = "hot" | "spread";

/** A business of its own for one part of the proof; plain data, so that worker processes can be given it. */
export interface World {
  tenantId: string;
  branchId: number;
  staffIds: number[];
  services: { id: number; durationMinutes: number }[];
  resourceIds: number[];
  /** Local midnights, as instants; the next two days on which the clocks change are among them. */
  days: number[];
}

interface Offered {
  name: string;
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  staffNeeded?: number;
  /** Minutes since the start in which the person is free. */
  gap?: [number, number];
  inRoom?: boolean;
}

const offered: Offered[] = [
  { name: "Kurz", durationMinutes: 20, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
  { name: "Behandlung", durationMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 15 },
  { name: "Beratung", durationMinutes: 45, bufferBeforeMinutes: 5, bufferAfterMinutes: 10 },
  { name: "Anwendung", durationMinutes: 60, bufferBeforeMinutes: 10, bufferAfterMinutes: 5 },
  { name: "Zu zweit", durationMinutes: 25, bufferBeforeMinutes: 0, bufferAfterMinutes: 5, staffNeeded: 2 },
  { name: "Farbe", durationMinutes: 70, bufferBeforeMinutes: 0, bufferAfterMinutes: 5, gap: [20, 50] },
  { name: "Bad", durationMinutes: 30, bufferBeforeMinutes: 5, bufferAfterMinutes: 10, inRoom: true },
  {
    name: "Packung",
    durationMinutes: 50,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 10,
    gap: [15, 40],
    inRoom: true,
  },
];
const rooms = ["Raum 1", "Raum 2"];

/** `hot`: two people on the two days of the clock change. `spread`: eight people on fourteen days. */
export async function createWorld(db: Database, spread: Spread): Promise<World> {
  const tenantId = uuidv7();
  await db.insert(tenants).values({
    id: tenantId,
    name: "Praxis Beweis",
    slug: `prove-${tenantId.slice(-12)}`,
    timeZone,
    holdMinutes: 1,
    minNoticeMinutes: 0,
    bookingWindowDays: 420,
  });
  const branch = { tenantId, name: "Mitte", federalState: "BE" as const, timeZone };
  const branchId = only(await db.insert(branches).values(branch).$returningId());
  const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    tenantId,
    branchId,
    weekday,
    startsMinute: 0,
    endsMinute: closesMinute,
  }));
  await db.insert(openingHours).values(everyDay);

  const days = clockChanges(spread);
  const world: World = { tenantId, branchId, staffIds: [], services: [], resourceIds: [], days };
  for (const name of rooms)
    world.resourceIds.push(
      only(await db.insert(resources).values({ tenantId, branchId, name }).$returningId()),
    );
  for (const { gap, inRoom, ...service } of offered) {
    const values = { tenantId, priceCents: 3_900, synonyms: [], ...service };
    const serviceId = only(await db.insert(services).values(values).$returningId());
    world.services.push({ id: serviceId, durationMinutes: service.durationMinutes });
    if (gap) {
      const [startsMinute, endsMinute] = gap;
      await db.insert(serviceGaps).values({ tenantId, serviceId, startsMinute, endsMinute });
    }
    if (inRoom)
      await db
        .insert(serviceResources)
        .values(world.resourceIds.map((resourceId) => ({ tenantId, serviceId, resourceId })));
  }
  for (let i = 1; i <= (spread === "hot" ? 2 : 8); i++) {
    const person = { tenantId, name: `Person ${i}`, homeBranchId: branchId };
    const staffId = only(await db.insert(staff).values(person).$returningId());
    world.staffIds.push(staffId);
    await db.insert(staffWorkingHours).values(everyDay.map((hours) => ({ ...hours, staffId })));
    const qualified = world.services.map(({ id }) => ({ tenantId, staffId, serviceId: id }));
    await db.insert(staffServices).values(qualified);
  }
  return world;
}

export function worldContext(world: World, db: Database, actor: Actor): TenantContext {
  const tenant = { id: world.tenantId, slug: "prove", timeZone };
  return { tenant, actor, db, requestId: "prove-booking" };
}

/** A start on the grid of five minutes on one of the world's days; now and then one after closing. */
export function randomStart(world: World, random: Random): number {
  return random.pick(world.days) + random.below(closesMinute / 5) * 5 * minuteMs;
}

function clockChanges(spread: Spread): number[] {
  const first = Temporal.Now.zonedDateTimeISO(timeZone).add({ days: 1 }).getTimeZoneTransition("next");
  const second = first?.getTimeZoneTransition("next");
  if (!first || !second) throw new Error(`${timeZone} changes its clocks no more`);
  return [first, second].flatMap((change) => {
    const start = change.startOfDay().epochMilliseconds;
    const following = spread === "hot" ? 1 : 6 * dayMs;
    return localDays({ start, end: start + following }, timeZone).map((day) => day.start);
  });
}

const only = ([row]: { id: number }[]): number => {
  if (!row) throw new Error("nothing was inserted");
  return row.id;
};
