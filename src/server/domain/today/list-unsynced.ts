import { and, asc, eq, exists, gte, inArray, lt, ne, or, type SQL } from "drizzle-orm";
import { unionAll } from "drizzle-orm/mysql-core";
import { appointments, branches, calcomBookings, customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import type { Trouble } from "./rank-troubles";

/** Cal.com answers within seconds; after this somebody should look. */
const patienceMs = 5 * 60_000;

/** Left to choose, databases look for names along other indexes. */
const byId = { forceIndex: "PRIMARY" };

/** Appointments to come that Cal.com does not have, or has not answered for minutes; the next ones of each. */
export async function listUnsynced(ctx: TenantContext, now: Date, limit: number): Promise<Trouble[]> {
  const stretch = (where: SQL | undefined) =>
    ctx.db
      .select({
        appointmentId: appointments.id,
        start: appointments.startTime,
        syncState: appointments.syncState,
        attendeeName: appointments.attendeeName,
        customerName: customers.name,
        timeZone: branches.timeZone,
      })
      .from(appointments, { forceIndex: "appointments_unsynced_ix" })
      .leftJoin(
        customers,
        and(eq(customers.tenantId, appointments.tenantId), eq(customers.id, appointments.customerId)),
        byId,
      )
      .leftJoin(
        branches,
        and(eq(branches.tenantId, appointments.tenantId), eq(branches.id, appointments.branchId)),
        byId,
      )
      .where(and(eq(appointments.tenantId, ctx.tenant.id), gte(appointments.startTime, now), where))
      .orderBy(asc(appointments.startTime))
      .limit(limit);
  const openThere = ctx.db
    .select({ id: calcomBookings.id })
    .from(calcomBookings)
    .where(
      and(
        eq(calcomBookings.tenantId, ctx.tenant.id),
        eq(calcomBookings.appointmentId, appointments.id),
        inArray(calcomBookings.status, ["accepted", "pending"]),
      ),
    );
  const rows = await unionAll(
    // What was refused there and cancelled here is settled: whoever asked was told.
    stretch(
      and(eq(appointments.syncState, "failed"), or(ne(appointments.status, "cancelled"), exists(openThere))),
    ),
    stretch(
      and(
        eq(appointments.syncState, "pending"),
        lt(appointments.updatedAt, new Date(now.getTime() - patienceMs)),
      ),
    ),
  );
  return rows.map(({ syncState, attendeeName, customerName, timeZone, ...row }) => ({
    ...row,
    kind: syncState === "failed" ? "not_in_calendar" : "unconfirmed",
    name: attendeeName ?? customerName,
    timeZone: timeZone ?? ctx.tenant.timeZone,
  }));
}
