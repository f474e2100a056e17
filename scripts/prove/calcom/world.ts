import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Temporal } from "temporal-polyfill";
import { v7 as uuidv7 } from "uuid";
import { type Sandbox, startSandbox } from "@/sandbox/sandbox";
import type { Database } from "@/server/db";
import {
  branches,
  calcomEventTypes,
  openingHours,
  services,
  staff,
  staffServices,
  staffWorkingHours,
  tenants,
} from "@/server/db/schema";
import type { Actor, TenantContext } from "@/server/domain/_core/context";
import { connectCalcom } from "@/server/domain/calcom/connect-calcom";

const timeZone = "Europe/Berlin";
const minutes = 30;

/** A business as plain data, so that a process to be killed can be given it. */
export interface WorldData {
  tenantId: string;
  serviceId: number;
  staffIds: number[];
  /** Starts on working days, as instants. */
  starts: number[];
}

/** A business with two people, and a Cal.com of its own on a real port. */
export interface CalcomWorld extends WorldData {
  db: Database;
  sandbox: Sandbox;
  /** Cal.com's numbers of the event types; one, where Cal.com picks the person. */
  eventTypeIds: number[];
  /** Bodies of the webhooks that arrived and were not worked off yet. */
  webhooks: string[];
  close(): Promise<void>;
}

export function contextOf(
  world: WorldData,
  db: Database,
  actor: Actor = { type: "job", name: "prove-calcom" },
): TenantContext {
  return {
    tenant: { id: world.tenantId, slug: "prove", timeZone },
    actor,
    db,
    requestId: "prove-calcom",
  };
}

/** `robin`: Cal.com picks one of two people, so that a repeated request would be booked twice. */
export async function createCalcomWorld(db: Database, kind: "robin" | "own"): Promise<CalcomWorld> {
  const webhooks: string[] = [];
  const receiver = await receive(webhooks);
  const sandbox = await startSandbox({
    port: 0,
    appUrl: receiver.url,
    demoFile: "none",
    calcomWebhook: { url: receiver.url, secret: process.env.CALCOM_WEBHOOK_SECRET },
  });
  const tenantId = uuidv7();
  const business = await createBusiness(db, tenantId);
  const first = business.serviceId * 10;
  const hosts = business.staffIds.map((id, index) => ({
    id: index + 1,
    name: `Person ${index + 1}`,
    email: `person-${id}@example.com`,
    username: `person-${id}`,
  }));
  const types =
    kind === "robin"
      ? [{ id: first, hostIds: hosts.map(({ id }) => id), staffId: null }]
      : hosts.map((host, i) => ({
          id: first + i,
          hostIds: [host.id],
          staffId: business.staffIds[i] ?? null,
        }));
  sandbox.calcom.setFixtures({
    timeZone,
    hosts,
    eventTypes: types.map(({ id, hostIds }) => ({
      id,
      title: "Massage",
      slug: `massage-${id}`,
      lengthInMinutes: minutes,
      hostIds,
      requiresConfirmation: false,
      minimumBookingNotice: 0,
    })),
    bookings: [],
  });
  const world: CalcomWorld = {
    tenantId,
    ...business,
    starts: startsOfWorkingDays(),
    db,
    sandbox,
    eventTypeIds: types.map(({ id }) => id),
    webhooks,
    close: async () => {
      await sandbox.close();
      await receiver.close();
    },
  };
  await takeNewKey(world);
  await db.insert(calcomEventTypes).values(
    types.map(({ id, staffId }) => ({
      tenantId,
      serviceId: business.serviceId,
      staffId,
      calcomId: id,
      title: "Massage",
      slug: `massage-${id}`,
      length: minutes,
    })),
  );
  return world;
}

export const takeNewKey = (world: CalcomWorld) =>
  connectCalcom(contextOf(world, world.db), {
    baseUrl: `${world.sandbox.url}/calcom/v2`,
    apiKey: `cal_prove_${uuidv7()}`,
    username: "prove",
  });

async function createBusiness(db: Database, tenantId: string) {
  await db.insert(tenants).values({
    id: tenantId,
    name: "Praxis Beweis",
    slug: `prove-${tenantId.slice(-12)}`,
    timeZone,
    calendarSource: "calcom",
    minNoticeMinutes: 0,
    bookingWindowDays: 30,
  });
  const branchId = only(
    await db
      .insert(branches)
      .values({ tenantId, name: "Mitte", federalState: "HE", timeZone })
      .$returningId(),
  );
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    tenantId,
    branchId,
    weekday,
    startsMinute: 480,
    endsMinute: 1080,
  }));
  await db.insert(openingHours).values(hours);
  const serviceId = only(
    await db
      .insert(services)
      .values({ tenantId, name: "Massage", durationMinutes: minutes, priceCents: 3_900, synonyms: [] })
      .$returningId(),
  );
  const staffIds: number[] = [];
  for (let i = 1; i <= 2; i++) {
    const person = { tenantId, name: `Person ${i}`, homeBranchId: branchId };
    const staffId = only(await db.insert(staff).values(person).$returningId());
    staffIds.push(staffId);
    await db.insert(staffWorkingHours).values(hours.map((each) => ({ ...each, staffId })));
    await db.insert(staffServices).values({ tenantId, staffId, serviceId });
  }
  return { serviceId, staffIds };
}

/** Half hours from nine to twelve on five working days that are no holiday anywhere. */
function startsOfWorkingDays(): number[] {
  const starts: number[] = [];
  let day = Temporal.Now.plainDateISO(timeZone).add({ days: 3 });
  for (let found = 0; found < 5; day = day.add({ days: 1 })) {
    if (day.dayOfWeek > 5) continue;
    found += 1;
    for (let minute = 540; minute < 720; minute += minutes) {
      const plainTime = { hour: Math.floor(minute / 60), minute: minute % 60 };
      starts.push(day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds);
    }
  }
  return starts;
}

async function receive(webhooks: string[]) {
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    webhooks.push(body);
    response.writeHead(200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const only = ([row]: { id: number }[]): number => {
  if (!row) throw new Error("nothing was inserted");
  return row.id;
};
