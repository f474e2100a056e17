import { createHash } from "node:crypto";
import { v5 as uuidv5 } from "uuid";
import { localDate } from "@/lib/calendar-time";
import { addDays, mondayOf } from "@/lib/plain-date";
import { customerKeys } from "@/lib/search-keys";
import { seal } from "@/lib/secret-box";
import type { Queryable } from "@/server/db";
import {
  agents,
  branches,
  branchSpecialHours,
  calcomConnections,
  calcomEventTypes,
  customerSearchKeys,
  customers,
  events,
  openingHours,
  phoneNumbers,
  resources,
  serviceGaps,
  serviceResources,
  services,
  staff,
  staffServices,
  staffSpecialHours,
  staffWorkingHours,
  tenants,
} from "@/server/db/schema";
import type { DemoSecrets } from "./accounts";
import { seedAssistant } from "./assistants";
import type { DemoBusiness } from "./businesses";
import { demoTimeZone } from "./calendar";
import { makePeople } from "./people";
import { Random } from "./random";
import { seedHistory } from "./seed-history";
import type { SeedOptions } from "./seeded";

const customerCount = 210;
/** Name space of the demo's tenant ids: the same id for the same slug everywhere. */
const demoNamespace = "6f1c2c6e-52b3-4c56-9d6a-0d5a3f0c9b11";

const ids = async (insert: Promise<{ id: number }[]>) => (await insert).map((row) => row.id);
const minutes = (time: string) => {
  const [h = 0, m = 0] = time.split(":").map(Number);
  return h * 60 + m;
};
const range = (hours: string) => {
  const [from = "", to = ""] = hours.split("-");
  return { startsMinute: minutes(from), endsMinute: minutes(to) };
};

export async function seedBusiness(
  db: Queryable,
  business: DemoBusiness,
  options: SeedOptions,
): Promise<string> {
  const tenantId = uuidv5(business.slug, demoNamespace);
  const apiKey = options.secrets.apiKeys[business.slug];
  if (!apiKey) throw new Error(`no API key for ${business.slug}`);
  await db.insert(tenants).values({
    id: tenantId,
    name: business.name,
    slug: business.slug,
    kind: business.kind,
    apiKey: createHash("sha256").update(apiKey).digest("hex"),
    balanceCents: 5000,
    calendarSource: business.calendarSource,
    calcomTeamSlug: business.calcomTeamSlug ?? null,
    recordingConsent: business.asksToRecord ? "ask" : "never",
  });
  const catalog = await seedCatalog(db, business, tenantId);
  await seedOpenSaturday(db, business, catalog, options.now);
  await seedAssistant(db, business, { ...catalog, now: options.now });
  if (business.calendarSource === "calcom") await seedCalcom(db, business, catalog, options.secrets);

  const people = makePeople(Random.named(`${business.slug} people`), customerCount);
  const customerIds = await ids(
    db
      .insert(customers)
      .values(people.map((person) => ({ tenantId, ...person, searchable: true })))
      .$returningId(),
  );
  await db.insert(customerSearchKeys).values(
    people.flatMap((person, index) =>
      customerKeys(person).map((searchKey) => ({
        tenantId,
        searchKey,
        customerId: customerIds[index] as number,
      })),
    ),
  );
  await seedHistory(db, business, { ...catalog, people, customerIds }, options);
  return tenantId;
}

async function seedCatalog(db: Queryable, business: DemoBusiness, tenantId: string) {
  const branchIds = await ids(
    db
      .insert(branches)
      .values(
        business.branches.map((branch) => ({
          tenantId,
          name: branch.name,
          address: branch.address,
          phone: branch.phoneNumber,
          federalState: branch.federalState,
        })),
      )
      .$returningId(),
  );
  await db
    .insert(openingHours)
    .values(
      business.branches.flatMap((branch, index) =>
        branch.week.flatMap(({ days, hours }) =>
          days.flatMap((weekday) =>
            hours.map((h) => ({ tenantId, branchId: branchIds[index] as number, weekday, ...range(h) })),
          ),
        ),
      ),
    );
  const serviceIds = await ids(
    db
      .insert(services)
      .values(
        business.services.map((service) => ({
          tenantId,
          name: service.name,
          description: service.description,
          durationMinutes: service.minutes,
          priceCents: service.priceCents,
          bufferAfterMinutes: service.bufferAfter ?? 0,
          staffNeeded: service.staffNeeded ?? 1,
          synonyms: service.synonyms,
        })),
      )
      .$returningId(),
  );
  const gaps = business.services.flatMap(({ gap }, index) =>
    gap
      ? [{ tenantId, serviceId: serviceIds[index] as number, startsMinute: gap[0], endsMinute: gap[1] }]
      : [],
  );
  if (gaps.length > 0) await db.insert(serviceGaps).values(gaps);
  for (const [index, { room }] of business.services.entries()) {
    if (!room) continue;
    const place = { tenantId, branchId: branchIds[room.branch] as number, name: room.name };
    const [resourceId] = await ids(db.insert(resources).values(place).$returningId());
    await db.insert(serviceResources).values({
      tenantId,
      serviceId: serviceIds[index] as number,
      resourceId: resourceId as number,
    });
  }
  const staffIds = await ids(
    db
      .insert(staff)
      .values(
        business.staff.map((person) => ({
          tenantId,
          name: person.name,
          email: person.email,
          homeBranchId: branchIds[person.at[0]?.branch ?? 0],
        })),
      )
      .$returningId(),
  );
  await db.insert(staffWorkingHours).values(
    business.staff.flatMap((person, index) =>
      person.at.flatMap(({ branch, days, hours }) =>
        days.flatMap((weekday) =>
          hours.map((h) => ({
            tenantId,
            staffId: staffIds[index] as number,
            branchId: branchIds[branch] as number,
            weekday,
            ...range(h),
          })),
        ),
      ),
    ),
  );
  await db.insert(staffServices).values(
    business.staff.flatMap((person, index) =>
      person.does.map((service) => ({
        tenantId,
        staffId: staffIds[index] as number,
        serviceId: serviceIds[service] as number,
      })),
    ),
  );
  const [agentId] = await ids(
    db
      .insert(agents)
      .values({
        tenantId,
        name: `Assistent ${business.name}`,
        retellAgentId: `agent_${business.slug.replaceAll("-", "_")}`,
        version: 1,
      })
      .$returningId(),
  );
  if (!agentId) throw new Error("agent was not stored");
  await db.insert(phoneNumbers).values(
    business.branches.map((branch, index) => ({
      tenantId,
      phoneNumber: branch.phoneNumber,
      label: branch.name,
      branchId: branchIds[index] as number,
      agentId,
    })),
  );
  return { tenantId, branchIds, serviceIds, staffIds, agentId };
}

async function seedOpenSaturday(
  db: Queryable,
  { openSaturday: saturday }: DemoBusiness,
  { tenantId, branchIds, staffIds }: { tenantId: string; branchIds: number[]; staffIds: number[] },
  now: Date,
): Promise<void> {
  if (!saturday) return;
  const today = localDate(now.getTime(), demoTimeZone);
  const day = addDays(mondayOf(today), 4 * 7 - 2);
  const hours = { tenantId, branchId: branchIds[saturday.branch] as number, day, ...range(saturday.hours) };
  await db.insert(branchSpecialHours).values(hours);
  await db.insert(staffSpecialHours).values({ ...hours, staffId: staffIds[saturday.staff] as number });
}

async function seedCalcom(
  db: Queryable,
  business: DemoBusiness,
  { tenantId, serviceIds, staffIds }: { tenantId: string; serviceIds: number[]; staffIds: number[] },
  secrets: DemoSecrets,
): Promise<void> {
  await db.insert(calcomConnections).values({
    tenantId,
    baseUrl: secrets.calcom.baseUrl,
    apiKeyEncrypted: seal(secrets.calcom.apiKey, secrets.encryptionKey),
    organizerEmail: business.staff[0]?.email ?? null,
  });
  // As if it had just been connected: the first process that runs fetches the free times.
  await db.insert(events).values({
    tenantId,
    type: "calcom.activated",
    entityType: "calcom",
    data: {},
    actor: { type: "job", name: "seed" },
    requestId: "seed",
  });
  await db.insert(calcomEventTypes).values(
    business.services.flatMap((service, index) => {
      const host = business.staff.findIndex((person) => person.does.includes(index));
      if (service.calcomId === undefined) return [];
      return {
        tenantId,
        serviceId: serviceIds[index],
        staffId: staffIds[host],
        calcomId: service.calcomId,
        title: service.name,
        slug: service.name.toLowerCase().replace("ä", "ae"),
        length: service.minutes,
      };
    }),
  );
}
