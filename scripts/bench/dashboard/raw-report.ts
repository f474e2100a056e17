import { sql } from "drizzle-orm";
import type { TenantContext } from "@/server/domain/_core/context";

/** The numbers of the report as the raw rows would have to be asked for them; days in UTC, which is cheaper. */
export async function rawReport(ctx: TenantContext, from: Date, before: Date): Promise<void> {
  const own = (table: string) => sql.raw(`${table}.tenant_id = '${ctx.tenant.id}'`);
  await ctx.db.execute(sql`select date(start_timestamp) as day, branch_id, agent_id, count(*), sum(outcome = 'booked'),
      sum(outcome = 'hung_up'), sum(outcome = 'unresolved'), sum(asked), sum(offered), sum(booked), sum(duration_sec),
      sum(cost_usd_cents)
    from (select c.start_timestamp, c.branch_id, c.agent_id, c.outcome, c.duration_sec, c.cost_usd_cents,
        exists(select 1 from tool_invocations t where ${own("t")} and t.call_id = c.id) as asked,
        exists(select 1 from offers o where ${own("o")} and o.call_id = c.id) as offered,
        exists(select 1 from appointments a where ${own("a")} and a.call_id = c.id) as booked
      from calls c where ${own("c")} and c.start_timestamp >= ${from} and c.start_timestamp < ${before}) raw
    group by day, branch_id, agent_id`);
  await ctx.db.execute(sql`select weekday(start_timestamp) as weekday, hour(start_timestamp) as hour, count(*)
    from calls where ${own("calls")} and start_timestamp >= ${from} and start_timestamp < ${before} group by weekday, hour`);
}

/** The plainest raw question there is: calls, seconds and cost of each day. */
export const rawDays = (ctx: TenantContext, from: Date, before: Date) =>
  ctx.db.execute(sql`select date(start_timestamp) as day, count(*), sum(duration_sec), sum(cost_usd_cents) from calls
    where tenant_id = ${ctx.tenant.id} and start_timestamp >= ${from} and start_timestamp < ${before} group by day`);
