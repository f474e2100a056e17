import { randomInt, randomUUID } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import {
  agents,
  branches,
  calls,
  openingHours,
  phoneNumbers,
  services,
  staff,
  staffServices,
  staffWorkingHours,
  tenants,
} from "@/server/db/schema";
import type { Actor, PlatformContext, TenantContext } from "@/server/domain/_core/context";
import { testDatabase } from "./database";

const everyDay = [1, 2, 3, 4, 5, 6, 7];

export function platformContext(actor: Actor = { type: "job", name: "test" }): PlatformContext {
  return { actor, db: testDatabase(), requestId: randomUUID() };
}

/** A number nobody else in this database has. */
export const uniquePhone = () => `+4930${randomInt(10_000_000, 99_999_999)}`;

export async function createTenant(
  values: Partial<typeof tenants.$inferInsert> = {},
): Promise<TenantContext> {
  const db = testDatabase();
  const id = uuidv7();
  const tenant = {
    id,
    name: "Praxis Test",
    slug: `t-${id.slice(-12)}`,
    timeZone: "Europe/Berlin",
    ...values,
  };
  await db.insert(tenants).values(tenant);
  return {
    tenant: { id: tenant.id, slug: tenant.slug, timeZone: tenant.timeZone },
    actor: { type: "job", name: "test" },
    db,
    requestId: randomUUID(),
  };
}

export const as = (ctx: TenantContext, actor: Actor): TenantContext => ({ ...ctx, actor });

/** A business that can be booked: one branch open 8–18 every day, one agent and number, one service, `people` staff. */
export async function createBusiness(values: Partial<typeof tenants.$inferInsert> = {}, people = 1) {
  const ctx = await createTenant({ minNoticeMinutes: 0, ...values });
  const tenantId = ctx.tenant.id;
  const one = async (inserted: Promise<{ id: number }[]>) => {
    const [row] = await inserted;
    if (!row) throw new Error("nothing inserted");
    return row.id;
  };
  const branchId = await one(
    ctx.db
      .insert(branches)
      .values({ tenantId, name: "Mitte", federalState: "BE", timeZone: ctx.tenant.timeZone })
      .$returningId(),
  );
  await ctx.db
    .insert(openingHours)
    .values(
      everyDay.map((weekday) => ({ tenantId, branchId, weekday, startsMinute: 480, endsMinute: 1080 })),
    );
  const serviceId = await one(
    ctx.db
      .insert(services)
      .values({ tenantId, name: "Massage", durationMinutes: 30, priceCents: 3900, synonyms: [] })
      .$returningId(),
  );
  const staffIds: number[] = [];
  for (let i = 1; i <= people; i++) {
    const staffId = await one(
      ctx.db
        .insert(staff)
        .values({ tenantId, name: `Person ${i}`, homeBranchId: branchId })
        .$returningId(),
    );
    staffIds.push(staffId);
    await ctx.db.insert(staffWorkingHours).values(
      everyDay.map((weekday) => ({
        tenantId,
        staffId,
        branchId,
        weekday,
        startsMinute: 480,
        endsMinute: 1080,
      })),
    );
    await ctx.db.insert(staffServices).values({ tenantId, staffId, serviceId });
  }
  const agentId = await one(
    ctx.db
      .insert(agents)
      .values({ tenantId, name: "Assistent", retellAgentId: `agent_${randomUUID().replaceAll("-", "")}` })
      .$returningId(),
  );
  const phoneNumber = uniquePhone();
  await ctx.db.insert(phoneNumbers).values({ tenantId, phoneNumber, branchId, agentId });
  return { ctx, branchId, serviceId, staffIds, agentId, phoneNumber };
}

/** A running call, to the business unless `more` says otherwise, and what it may do; `null` hides the number. */
export async function createCall(
  { ctx }: { ctx: TenantContext },
  fromNumber: string | null = uniquePhone(),
  more: Partial<typeof calls.$inferInsert> = {},
) {
  const now = new Date();
  const values = { callId: `call_${randomUUID()}`, fromNumber, startTimestamp: now, lastActivityAt: now };
  const [row] = await ctx.db
    .insert(calls)
    .values({ ...more, ...values, tenantId: ctx.tenant.id })
    .$returningId();
  const callId = (row as { id: number }).id;
  return { callId, ctx: as(ctx, { type: "voice", callId }) };
}
