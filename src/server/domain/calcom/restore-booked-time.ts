import { and, desc, eq } from "drizzle-orm";
import { calcomBookings, events } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import type { AppointmentRow } from "../appointments/appointment";
import { recordOutsideAppointment } from "../appointments/record-outside-appointment";
import { isCustomers } from "../booking-rules/actors";

/** Cal.com refused to move a booking: the appointment goes back to where Cal.com still has it. */
export async function restoreBookedTime(ctx: TenantContext, row: AppointmentRow): Promise<void> {
  if (row.calcomBookingId === null) return;
  const [there] = await ctx.db
    .select({ start: calcomBookings.startTime, end: calcomBookings.endTime })
    .from(calcomBookings)
    .where(and(eq(calcomBookings.tenantId, ctx.tenant.id), eq(calcomBookings.uid, row.calcomBookingId)));
  if (!there) return;
  await recordOutsideAppointment(ctx, {
    appointmentId: row.id,
    start: there.start,
    end: there.end,
    calcomBookingId: row.calcomBookingId,
    undoesMove: await wasMovedByCustomer(ctx, row.id),
    source: "calcom",
  });
}

/** Only what a customer moved was counted. */
async function wasMovedByCustomer(ctx: TenantContext, appointmentId: number): Promise<boolean> {
  const [move] = await ctx.db
    .select({ actor: events.actor })
    .from(events)
    .where(
      and(
        eq(events.tenantId, ctx.tenant.id),
        eq(events.entityType, "appointment"),
        eq(events.entityId, appointmentId),
        eq(events.type, "appointment.moved"),
      ),
    )
    .orderBy(desc(events.id))
    .limit(1);
  return move !== undefined && isCustomers(move.actor);
}
