import { sql } from "drizzle-orm";
import type { TenantContext } from "@/server/domain/_core/context";
import { daysAgo, seededDays } from "./seed";

/** One of each kind, from the middle of many where there are many. */
export interface Ids {
  branch: number;
  agent: number;
  staff: number;
  service: number;
  customer: number;
  middleCall: number;
  middleCustomer: number;
}

export async function someIds(ctx: TenantContext): Promise<Ids> {
  const one = async (query: ReturnType<typeof sql>) => {
    const [rows] = await ctx.db.execute(query);
    return Number((rows as unknown as { id: number }[])[0]?.id);
  };
  const own = sql`tenant_id = ${ctx.tenant.id}`;
  return {
    branch: await one(sql`select min(id) as id from branches where ${own}`),
    agent: await one(sql`select min(id) as id from agents where ${own}`),
    staff: await one(sql`select min(id) as id from staff where ${own}`),
    service: await one(sql`select min(id) as id from services where ${own}`),
    customer: await one(sql`select min(id) + 7 as id from customers where ${own}`),
    middleCall: await one(
      sql`select id from calls where ${own} and start_timestamp >= ${daysAgo(seededDays / 2)} order by start_timestamp limit 1`,
    ),
    middleCustomer: await one(
      sql`select id from customers where ${own} and name >= 'M' order by name limit 1`,
    ),
  };
}
