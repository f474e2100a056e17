import { type AppointmentCancellation, appointmentCancellation } from "@/contracts/appointments";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { releaseTime } from "../availability/time-cells";
import { requireChangeAllowed } from "../booking-rules/require-change-allowed";
import { type AppointmentRow, awaitSync, mustSync, requireVersion } from "./appointment";
import { lockAppointment, updateAppointment } from "./queries";

/**
 * Cancels and frees the time at once. Cancelling twice is the same as once. A synced appointment stays
 * `syncState: pending` until the outside calendar freed it too, unless the cancellation came from there.
 * @throws DomainError `appointment.not_found`, `appointment.not_cancellable` (it already took place),
 *   `appointment.changed_meanwhile`, and the refusals of `requireChangeAllowed`
 */
export async function cancelAppointment(
  ctx: TenantContext,
  input: AppointmentCancellation,
): Promise<AppointmentRow> {
  requirePermission(ctx, "appointments:write");
  const { appointmentId, reason = null, version, overrideReason } = appointmentCancellation.parse(input);
  return transact(ctx.db, async (tx) => {
    const row = await lockAppointment(ctx, tx, appointmentId);
    if (row.status === "cancelled") return row;
    requireVersion(row, version);
    if (row.status !== "pending" && row.status !== "scheduled") {
      throw new DomainError("appointment.not_cancellable", "conflict", { status: row.status });
    }
    const override = await requireChangeAllowed(ctx, tx, row, "cancel", overrideReason);
    const sync = mustSync(ctx, row);
    await releaseTime(ctx, tx, row);
    const cancelled = await updateAppointment(ctx, tx, row, {
      status: "cancelled",
      cancelledAt: new Date(),
      cancellationReason: reason,
      ...(sync
        ? awaitSync(row)
        : { syncState: row.syncState === "none" ? "none" : "synced", syncError: null }),
    });
    const why = { appointmentId, reason, ...override };
    await recordEvent(ctx, tx, "appointment.cancelled", appointmentId, why, row);
    if (sync) {
      const asked = { appointmentId, action: "cancel" as const };
      await recordEvent(ctx, tx, "appointment.sync_requested", appointmentId, asked, row);
    }
    return cancelled;
  });
}
