import { and, eq } from "drizzle-orm";
import { calcomBookings } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import type { AppointmentRow } from "../appointments/appointment";
import { recordOutsideAppointment } from "../appointments/record-outside-appointment";

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
    source: "calcom",
  });
}
