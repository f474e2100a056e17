import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { appointments } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import type { AppointmentRow } from "./appointment";
import { lockAppointment, readAppointment } from "./queries";

const input = z.object({
  appointmentId: z.number().int().positive(),
  /** Cal.com's uid; a move there gives a new one. */
  calcomBookingId: z.string().min(1).max(255),
});

/**
 * The outside calendar has the appointment: `pending` becomes `scheduled`. Confirming twice changes nothing. If it
 * was cancelled here meanwhile it stays cancelled, and the booking there is to be cancelled too.
 * @throws DomainError `appointment.not_found`
 */
export async function confirmAppointment(
  ctx: TenantContext,
  confirmation: z.input<typeof input>,
): Promise<AppointmentRow> {
  requirePermission(ctx, "appointments:write");
  const { appointmentId, calcomBookingId } = input.parse(confirmation);
  return transact(ctx.db, async (tx) => {
    const row = await lockAppointment(ctx, tx, appointmentId);
    const known = row.calcomBookingId === calcomBookingId;
    // Both sides knew of it, and it waited for a host to say yes.
    const waitedThere = row.status === "pending" && row.syncState === "synced";
    if (
      row.status === "cancelled"
        ? known || row.syncState === "synced"
        : known && row.syncState === "synced" && !waitedThere
    ) {
      return row;
    }
    await tx
      .update(appointments)
      .set({
        calcomBookingId,
        syncError: null,
        syncLockedUntil: null,
        version: row.version + 1,
        ...(row.status === "cancelled"
          ? { syncState: "pending" as const }
          : {
              syncState: "synced" as const,
              status: row.status === "pending" ? ("scheduled" as const) : row.status,
            }),
      })
      .where(and(eq(appointments.tenantId, ctx.tenant.id), eq(appointments.id, appointmentId)));
    if (row.status === "cancelled") {
      await recordEvent(ctx, tx, "appointment.sync_requested", appointmentId, {
        appointmentId,
        action: "cancel",
      });
    } else if (row.calcomBookingId === null || (waitedThere && row.source === "calcom")) {
      await recordEvent(ctx, tx, "appointment.booked", appointmentId, { appointmentId });
    }
    return readAppointment(ctx, tx, appointmentId);
  });
}
