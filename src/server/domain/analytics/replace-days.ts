import { and, eq, gte, inArray, lt, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { dayMs } from "@/lib/calendar-time";
import { addDays } from "@/lib/plain-date";
import { appointmentDayRollups, appointmentRollups, callDayRollups, callRollups } from "@/server/db/schema";
import type { Transaction } from "../_core/transact";
import { appointmentCounts, callCounts, missedCounts, sumsOf, wallHours } from "./sums";

/**
 * Sums anew the days on the wall in which these hours (UTC) lie or lay, wherever the branch is or was. In the
 * transaction that replaces the hours: nobody sees a day that is not the sum of its hours.
 */
export async function replaceDays(tx: Transaction, tenantId: string, hours: readonly Date[]): Promise<void> {
  const dates = new Set(hours.map((hour) => hour.toISOString().slice(0, 10)));
  const days = [...new Set([...dates].flatMap((date) => [addDays(date, -1), date, addDays(date, 1)]))];
  await tx
    .delete(callDayRollups)
    .where(and(eq(callDayRollups.tenantId, tenantId), inArray(callDayRollups.day, days)));
  await tx
    .delete(appointmentDayRollups)
    .where(and(eq(appointmentDayRollups.tenantId, tenantId), inArray(appointmentDayRollups.day, days)));
  // In the order of the tables' columns.
  const calls = tx
    .select({
      tenantId: callRollups.tenantId,
      day: callRollups.day,
      branchId: callRollups.branchId,
      agentId: callRollups.agentId,
      ...sumsOf(callRollups, callCounts),
      ...byHour("key", callRollups.calls),
      ...byHour("missedKey", missedCalls),
    })
    .from(callRollups)
    .where(and(eq(callRollups.tenantId, tenantId), ofDays(callRollups, days)))
    .groupBy(callRollups.tenantId, callRollups.day, callRollups.branchId, callRollups.agentId);
  const { tenantId: tenant, day, branchId } = appointmentRollups;
  const appointments = tx
    .select({ tenantId: tenant, day, branchId, ...sumsOf(appointmentRollups, appointmentCounts) })
    .from(appointmentRollups)
    .where(and(eq(tenant, tenantId), ofDays(appointmentRollups, days)))
    .groupBy(tenant, day, branchId);
  await tx.insert(callDayRollups).select(calls.getSQL());
  await tx.insert(appointmentDayRollups).select(appointments.getSQL());
}

/** Days on the wall differ from UTC by less than one: that much of the index is read. */
const ofDays = (table: typeof callRollups | typeof appointmentRollups, days: readonly string[]) =>
  or(
    ...days.map((day) =>
      and(
        eq(table.day, day),
        gte(table.hourStart, new Date(Date.parse(day) - dayMs)),
        lt(table.hourStart, new Date(Date.parse(day) + 2 * dayMs)),
      ),
    ),
  );

const missedCalls = sql.join(
  missedCounts.map((key) => callRollups[key]),
  sql` + `,
);

const byHour = <K extends "key" | "missedKey">(column: K, calls: SQLWrapper) =>
  Object.fromEntries(
    wallHours.map((wall) => [
      wall[column],
      sql<number>`sum(if(${callRollups.hour} = ${wall.hour}, ${calls}, 0))`,
    ]),
  ) as Record<(typeof wallHours)[number][K], SQL<number>>;
