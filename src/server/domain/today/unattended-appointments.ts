import { and, asc, eq, gt, lt, sql } from "drizzle-orm";
import { dayRange } from "@/lib/day-range";
import { wallTimeOf } from "@/lib/plain-date";
import { appointments, branches, staff, staffTimeOff } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { instantText, tells } from "./trouble-part";

/**
 * Of each absence that touches what is left of the business's day, the first appointment it cuts: somebody comes, and
 * the person is not there. Each status by itself, or databases would walk through the person's past.
 */
export function unattendedAppointments(ctx: TenantContext, now: Date) {
  const { timeZone } = ctx.tenant;
  const { before } = dayRange({ toDate: wallTimeOf(now, timeZone).date }, timeZone) as { before: Date };
  return (["scheduled", "pending"] as const).map((status) => {
    const { kind, told } = tells(
      "unattended",
      staff.id,
      staff.name,
      instantText(appointments.startTime),
      branches.timeZone,
    );
    const { tenantId, staffId, startTime } = appointments;
    const first = ctx.db
      .select({ told })
      .from(appointments, { forceIndex: "appointments_staff_status_ix" })
      .leftJoin(staff, and(eq(staff.tenantId, tenantId), eq(staff.id, staffId)))
      .leftJoin(branches, and(eq(branches.tenantId, tenantId), eq(branches.id, appointments.branchId)))
      .where(
        and(
          eq(tenantId, ctx.tenant.id),
          eq(staffId, staffTimeOff.staffId),
          eq(appointments.status, status),
          lt(startTime, before),
          lt(startTime, staffTimeOff.endsAt),
          gt(appointments.endTime, now),
          gt(appointments.endTime, staffTimeOff.startsAt),
        ),
      )
      .orderBy(asc(tenantId), asc(staffId), asc(appointments.status), asc(startTime))
      .limit(1);
    return ctx.db
      .select({ kind, told: sql<string | null>`${first}`.as("told") })
      .from(staffTimeOff, { forceIndex: "staff_time_off_ends_ix" })
      .where(
        and(
          eq(staffTimeOff.tenantId, ctx.tenant.id),
          gt(staffTimeOff.endsAt, now),
          lt(staffTimeOff.startsAt, before),
        ),
      );
  });
}
