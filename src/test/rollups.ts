import { getTableColumns, sql } from "drizzle-orm";
import type { MySqlTable } from "drizzle-orm/mysql-core";
import { appointmentDayRollups, appointmentRollups, callDayRollups, callRollups } from "@/server/db/schema";
import type { TenantContext } from "@/server/domain/_core/context";

/** Berlin in 2026: two hours ahead of UTC from 29 March to 25 October, 01:00 UTC each, else one. */
const wall = (column: string) =>
  `(${column} + interval (case when ${column} >= '2026-03-29 01:00:00' and ${column} < '2026-10-25 01:00:00'
    then 2 else 1 end) hour)`;

const rowsOf = async (ctx: TenantContext, query: string) => {
  const [rows] = await ctx.db.execute(sql.raw(query.replaceAll(":tenant", `'${ctx.tenant.id}'`)));
  return (rows as unknown as Record<string, unknown>[]).map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value)])),
  );
};

/** What the database itself counts over the raw rows of a Berlin business in 2026, in plain SQL. */
export async function countedRaw(ctx: TenantContext) {
  const missed = "(status <> 'ongoing' and outcome in ('hung_up', 'unresolved'))";
  const broke = "(status = 'failed' or tool_failed or coalesce(disconnection_reason, '') like 'error%')";
  const calls = await rowsOf(
    ctx,
    `select date_format(${wall("start_timestamp")}, '%Y-%m-%d') as day, hour(${wall("start_timestamp")}) as hour,
      branch_id, agent_id, count(*) as calls,
      sum(coalesce(outcome = 'booked', 0)) as outcome_booked, sum(coalesce(outcome = 'hung_up', 0)) as outcome_hung_up,
      sum(coalesce(outcome = 'unresolved', 0)) as outcome_unresolved,
      sum(asked or offer_made or was_booked) as wished, sum(offer_made or was_booked) as offered,
      sum(was_booked) as booked, sum(was_attended) as attended,
      sum(coalesce(${missed} and ${broke}, 0)) as missed_failed,
      sum(coalesce(${missed} and not ${broke} and (offer_made or was_booked), 0)) as missed_declined,
      sum(coalesce(${missed} and not ${broke} and asked and not (offer_made or was_booked), 0)) as missed_no_time,
      sum(coalesce(${missed} and not ${broke} and not (asked or offer_made or was_booked) and outcome = 'hung_up', 0)) as missed_hung_up,
      sum(coalesce(duration_sec, 0)) as duration_sec, sum(cents) as booked_cents,
      cast(sum(coalesce(cost_usd_cents, 0)) as decimal(20, 6)) as cost_usd_cents
    from (
      select c.start_timestamp, coalesce(c.branch_id, 0) as branch_id, coalesce(c.agent_id, 0) as agent_id, c.status,
        c.outcome, c.disconnection_reason, c.duration_sec, c.cost_usd_cents,
        exists(select 1 from tool_invocations t where t.tenant_id = :tenant and t.call_id = c.id and t.name = 'check_availability') as asked,
        exists(select 1 from tool_invocations t where t.tenant_id = :tenant and t.call_id = c.id and t.status = 'failed') as tool_failed,
        exists(select 1 from offers o where o.tenant_id = :tenant and o.call_id = c.id) as offer_made,
        exists(select 1 from appointments a where a.tenant_id = :tenant and a.call_id = c.id and
          (a.status in ('scheduled', 'completed', 'no_show') or a.status = 'cancelled' and a.cancelled_at > c.end_timestamp)) as was_booked,
        exists(select 1 from appointments a where a.tenant_id = :tenant and a.call_id = c.id and a.status = 'completed') as was_attended,
        coalesce((select sum(price_cents) from appointments a where a.tenant_id = :tenant and a.call_id = c.id
          and a.status in ('scheduled', 'completed', 'no_show')), 0) as cents
      from calls c where c.tenant_id = :tenant
    ) raw group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
  );
  const appointments = await rowsOf(
    ctx,
    `select date_format(${wall("start_time")}, '%Y-%m-%d') as day, coalesce(branch_id, 0) as branch_id,
      sum(status = 'completed') as completed, sum(status = 'no_show') as no_show, sum(status = 'cancelled') as cancelled,
      sum(status in ('pending', 'scheduled')) as ahead, sum((status = 'completed') * price_cents) as completed_cents
    from appointments where tenant_id = :tenant group by 1, 2 order by 1, 2`,
  );
  return { calls, appointments };
}

/** The same, as the rollup has it. */
export async function countedRollup(ctx: TenantContext) {
  const sums = (...columns: string[]) => columns.map((column) => `sum(${column}) as ${column}`).join(", ");
  const calls = await rowsOf(
    ctx,
    `select date_format(day, '%Y-%m-%d') as day, hour, branch_id, agent_id, ${sums(
      "calls",
      "outcome_booked",
      "outcome_hung_up",
      "outcome_unresolved",
      "wished",
      "offered",
      "booked",
      "attended",
      "missed_failed",
      "missed_declined",
      "missed_no_time",
      "missed_hung_up",
      "duration_sec",
      "booked_cents",
      "cost_usd_cents",
    )} from call_rollups where tenant_id = :tenant group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
  );
  const appointments = await rowsOf(
    ctx,
    `select date_format(day, '%Y-%m-%d') as day, branch_id, ${sums("completed", "no_show", "cancelled")},
      sum(pending + scheduled) as ahead, ${sums("completed_cents")}
    from appointment_rollups where tenant_id = :tenant group by 1, 2 order by 1, 2`,
  );
  return { calls, appointments };
}

/** What a report reads, beside the hours it is the sum of: each table as one text per row. */
export async function countedDays(ctx: TenantContext) {
  const columns = (table: object, keys: readonly string[]) =>
    Object.entries(getTableColumns(table as MySqlTable))
      .filter(([key]) => !keys.includes(key))
      .map(([, { name }]) => name);
  const bucket = ["tenantId", "hourStart", "day", "hour", "branchId", "agentId"];
  const sums = (table: object) =>
    columns(table, bucket)
      .map((name) => `sum(${name}) as ${name}`)
      .join(", ");
  const byHour = (calls: string, name: string) =>
    Array.from({ length: 24 }, (_, hour) => `sum((hour = ${hour}) * (${calls})) as ${name}_${hour}`);
  const missed = "missed_failed + missed_no_time + missed_declined + missed_hung_up + missed_unclear";
  const callHours = [...byHour("calls", "hour"), ...byHour(missed, "missed_hour")];
  const key = "date_format(day, '%Y-%m-%d') as day, branch_id";
  return {
    days: [
      await rowsOf(
        ctx,
        `select ${key}, agent_id, ${columns(callDayRollups, bucket).join(", ")} from call_day_rollups where tenant_id = :tenant order by 1, 2, 3`,
      ),
      await rowsOf(
        ctx,
        `select ${key}, ${columns(appointmentDayRollups, bucket).join(", ")} from appointment_day_rollups where tenant_id = :tenant order by 1, 2`,
      ),
    ],
    hours: [
      await rowsOf(
        ctx,
        `select ${key}, agent_id, ${sums(callRollups)}, ${callHours.join(", ")} from call_rollups where tenant_id = :tenant group by 1, 2, 3 order by 1, 2, 3`,
      ),
      await rowsOf(
        ctx,
        `select ${key}, ${sums(appointmentRollups)} from appointment_rollups where tenant_id = :tenant group by 1, 2 order by 1, 2`,
      ),
    ],
  };
}

/** How many calls have each mark, by the rollup and by the marks themselves. */
export async function countedMarks(ctx: TenantContext) {
  const marks = [
    "wished",
    "offered",
    "booked",
    "attended",
    "missed_failed",
    "missed_no_time",
    "missed_declined",
  ];
  const [rollup] = await rowsOf(
    ctx,
    `select ${marks.map((mark) => `coalesce(sum(${mark}), 0) as ${mark}`).join(", ")} from call_rollups where tenant_id = :tenant`,
  );
  const [listed] = await rowsOf(
    ctx,
    `select ${marks.map((mark) => `coalesce(sum(mark = '${mark}'), 0) as ${mark}`).join(", ")} from call_marks where tenant_id = :tenant`,
  );
  return { rollup, listed };
}
