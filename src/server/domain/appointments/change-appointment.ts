import { and, eq } from "drizzle-orm";
import { type AppointmentChange, appointmentChange } from "@/contracts/appointments";
import { appointments } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { type AppointmentRow, requireVersion } from "./appointment";
import { lockAppointment, readAppointment } from "./queries";

/**
 * Notes, and what became of the appointment: it took place, or nobody came. One can be corrected into the other.
 * @throws DomainError `appointment.not_found`, `appointment.changed_meanwhile`, `appointment.not_changeable`
 *   (pending or cancelled), `appointment.not_started` (nobody can be missing yet)
 */
export async function changeAppointment(
  ctx: TenantContext,
  input: AppointmentChange,
): Promise<AppointmentRow> {
  requirePermission(ctx, "appointments:write");
  const { appointmentId, notes, status, version } = appointmentChange.parse(input);
  return transact(ctx.db, async (tx) => {
    const row = await lockAppointment(ctx, tx, appointmentId);
    requireVersion(row, version);
    const newNotes = notes !== undefined && notes !== row.notes;
    const newStatus = status !== undefined && status !== row.status;
    if (!newNotes && !newStatus) return row;
    if (newStatus) requireOutcomePossible(row);
    await tx
      .update(appointments)
      .set({ notes: newNotes ? notes : row.notes, status: status ?? row.status, version: row.version + 1 })
      .where(and(eq(appointments.tenantId, ctx.tenant.id), eq(appointments.id, appointmentId)));
    if (newStatus) await recordEvent(ctx, tx, `appointment.${status}`, appointmentId, { appointmentId });
    if (newNotes) {
      await recordEvent(ctx, tx, "appointment.changed", appointmentId, { appointmentId, fields: ["notes"] });
    }
    return readAppointment(ctx, tx, appointmentId);
  });
}

function requireOutcomePossible(row: AppointmentRow): void {
  if (row.status === "pending" || row.status === "cancelled") {
    throw new DomainError("appointment.not_changeable", "conflict", { status: row.status });
  }
  if (row.startTime.getTime() > Date.now()) throw new DomainError("appointment.not_started", "conflict");
}
