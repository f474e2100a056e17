import { and, asc, eq, exists, gte, inArray, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { appointments, branches, calcomBookings, customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { instantText, tells } from "./trouble-part";

/** Cal.com answers within seconds; after this somebody should look. */
const patienceMs = 5 * 60_000;

/** Left to choose, databases look for names along other indexes. */
const byId = { forceIndex: "PRIMARY" };

/** Appointments to come that Cal.com does not have, or has not answered for minutes; the next ones of each. */
export function unsyncedAppointments(ctx: TenantContext, now: Date, limit: number) {
  const stretch = (kind: "not_in_calendar" | "unconfirmed", where: SQL | undefined) =>
    ctx.db
      .select(
        tells(
          kind,
          appointments.id,
          instantText(appointments.startTime),
          branches.timeZone,
          sql`coalesce(${appointments.attendeeName}, ${customers.name})`,
        ),
      )
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
  return [
    // What was refused there and cancelled here is settled: whoever asked was told.
    stretch(
      "not_in_calendar",
      and(eq(appointments.syncState, "failed"), or(ne(appointments.status, "cancelled"), exists(openThere))),
    ),
    stretch(
      "unconfirmed",
      and(
        eq(appointments.syncState, "pending"),
        lt(appointments.updatedAt, new Date(now.getTime() - patienceMs)),
      ),
    ),
  ];
}
