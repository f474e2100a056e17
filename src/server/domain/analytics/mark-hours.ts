import { type SQL, sql } from "drizzle-orm";
import { hourMs } from "@/lib/calendar-time";
import type { Queryable } from "@/server/db";
import { insertion } from "@/server/db/insert-rows";
import { appointmentRollups, appointments, callRollups, calls, rollupBacklog } from "@/server/db/schema";
import { later } from "@/server/db/together";

/**
 * Notes, in the transaction of a change, which hours have to be counted again. Appending never waits for anybody.
 * Whoever deletes a call or an appointment calls this before; whoever moves one, before and after.
 */
export const markCall = (tx: Queryable, tenantId: string, callId: number) =>
  mark(
    tx,
    tenantId,
    sql`select start_timestamp as at from ${calls} where tenant_id = ${tenantId} and id = ${callId}`,
  );

/** A call that a message is about to create or to merge into: it stays where it is, or begins as the message says. */
export const markRetellCall = (tx: Queryable, tenantId: string, retellCallId: string, start: Date) =>
  mark(
    tx,
    tenantId,
    sql`select start_timestamp as at from ${calls} where call_id = ${retellCallId} and tenant_id = ${tenantId}
      union select cast(${start} as datetime(3))`,
  );

/** An appointment counts in its own hour and in that of the call it was made in; `earlierStart` is where it stood. */
export const markAppointment = (
  tx: Queryable,
  tenantId: string,
  appointmentId: number,
  earlierStart?: Date,
) =>
  mark(
    tx,
    tenantId,
    sql`select start_time as at from ${appointments} where tenant_id = ${tenantId} and id = ${appointmentId}
      union select c.start_timestamp from ${appointments} a
        join ${calls} c on c.tenant_id = a.tenant_id and c.id = a.call_id
        where a.tenant_id = ${tenantId} and a.id = ${appointmentId}
      ${earlierStart ? sql`union select cast(${earlierStart} as datetime(3))` : sql``}`,
  );

export async function markInstant(tx: Queryable, tenantId: string, at: Date): Promise<void> {
  const hourStart = new Date(Math.floor(at.getTime() / hourMs) * hourMs);
  await tx.execute(later(insertion(rollupBacklog, [{ tenantId, hourStart }])));
}

/** Every hour in [from, before) that has anything to count, or was counted. Open ends reach as far as there is data. */
export function markPeriod(tx: Queryable, tenantId: string, period: { from?: Date; before?: Date } = {}) {
  const within = (column: SQL) =>
    sql`${column} >= ${period.from ?? new Date(0)} and ${column} < ${period.before ?? new Date("9999-01-01")}`;
  const instants = [
    sql`select start_timestamp as at from ${calls} where tenant_id = ${tenantId} and ${within(sql`start_timestamp`)}`,
    sql`select start_time from ${appointments} where tenant_id = ${tenantId} and ${within(sql`start_time`)}`,
    sql`select hour_start from ${callRollups} where tenant_id = ${tenantId} and ${within(sql`hour_start`)}`,
    sql`select hour_start from ${appointmentRollups} where tenant_id = ${tenantId} and ${within(sql`hour_start`)}`,
  ];
  return mark(tx, tenantId, sql.join(instants, sql` union all `));
}

async function mark(tx: Queryable, tenantId: string, instants: SQL): Promise<void> {
  await tx.execute(
    later(sql`insert into ${rollupBacklog} (tenant_id, hour_start)
    select distinct ${tenantId}, cast(date_format(t.at, '%Y-%m-%d %H:00:00') as datetime(3)) from (${instants}) t`),
  );
}
