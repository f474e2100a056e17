import { z } from "zod";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { releaseTime } from "../availability/time-cells";
import type { AppointmentRow } from "./appointment";
import { lockAppointment, updateAppointment } from "./queries";

const input = z.object({
  appointmentId: z.number().int().positive(),
  reason: z.string().trim().min(1).max(500),
});

/**
 * The outside calendar refused a new appointment: it is cancelled and its time freed. Rejecting twice changes
 * nothing. A refused move is no rejection: put the old time back with `recordOutsideAppointment`.
 * @throws DomainError `appointment.not_found`, `appointment.not_pending`
 */
export async function rejectAppointment(
  ctx: TenantContext,
  rejection: z.input<typeof input>,
): Promise<AppointmentRow> {
  requirePermission(ctx, "appointments:write");
  const { appointmentId, reason } = input.parse(rejection);
  return transact(ctx.db, async (tx) => {
    const row = await lockAppointment(ctx, tx, appointmentId);
    if (row.status === "cancelled") return row;
    if (row.status !== "pending") {
      throw new DomainError("appointment.not_pending", "conflict", { status: row.status });
    }
    await releaseTime(ctx, tx, row);
    const rejected = await updateAppointment(ctx, tx, row, {
      status: "cancelled",
      cancelledAt: new Date(),
      cancellationReason: reason,
      syncState: "failed",
      syncError: reason,
    });
    await recordEvent(ctx, tx, "appointment.sync_failed", appointmentId, { appointmentId, reason });
    await recordEvent(ctx, tx, "appointment.cancelled", appointmentId, { appointmentId, reason });
    return rejected;
  });
}
