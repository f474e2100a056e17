import { and, eq } from "drizzle-orm";
import type { DriftDecision } from "@/contracts/calendar-sync";
import { appointments, calcomBookings } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import type { AppointmentRow } from "../appointments/appointment";
import { cancelAppointment } from "../appointments/cancel-appointment";
import { readAppointment } from "../appointments/queries";
import { recordOutsideAppointment } from "../appointments/record-outside-appointment";
import { type Drift, listOverlapped, type TheirBooking } from "./find-drift";
import { decisionReason, openDecision } from "./open-decision";
import { settleWhileWaiting } from "./settle-while-waiting";

/**
 * What stands at Cal.com counts: its time is taken over, what is gone there is cancelled here, what lives there lives
 * here again, and our appointments under a booking of theirs give way.
 * @throws DomainError those of `openDecision`
 */
export async function takeTheirs(ctx: TenantContext, input: DriftDecision): Promise<AppointmentRow> {
  requirePermission(ctx, "appointments:write");
  const drift = await openDecision(ctx, input, "take_theirs");
  const { theirs, ours } = drift;
  const row =
    theirs && drift.kind !== "missing_there" ? await adopt(ctx, drift, theirs) : await cancel(ctx, ours);
  await recordEvent(ctx, ctx.db, "appointment.sync_resolved", row.id, {
    appointmentId: row.id,
    way: "took_theirs",
  });
  return readAppointment(ctx, ctx.db, row.id);
}

async function adopt(
  ctx: TenantContext,
  { kind, ours }: Drift,
  theirs: TheirBooking,
): Promise<AppointmentRow> {
  if (kind === "overlaps") {
    for (const { id, version } of await listOverlapped(ctx, ours)) await cancel(ctx, { id, version });
  }
  if (kind === "open_there") await letGo(ctx, ours.id);
  const { appointment } = await recordOutsideAppointment(ctx, {
    ...(kind === "open_there"
      ? {
          staffId: ours.staffId ?? undefined,
          serviceId: ours.serviceId ?? undefined,
          branchId: ours.branchId ?? undefined,
          customerId: ours.customerId ?? undefined,
          attendeeName: ours.attendeeName ?? undefined,
        }
      : { appointmentId: ours.id }),
    start: theirs.startTime,
    end: theirs.endTime,
    calcomBookingId: theirs.uid ?? `id-${theirs.calcomBookingId}`,
    confirmed: theirs.status === "accepted",
    source: "calcom",
  });
  await ctx.db
    .update(calcomBookings)
    .set({ appointmentId: appointment.id })
    .where(and(eq(calcomBookings.tenantId, ctx.tenant.id), eq(calcomBookings.id, theirs.id)));
  return appointment;
}

/** A cancelled appointment never lives again: the booking gets one of its own. */
async function letGo(ctx: TenantContext, appointmentId: number): Promise<void> {
  await ctx.db
    .update(appointments)
    .set({ calcomBookingId: null, syncState: "synced", syncError: null })
    .where(and(eq(appointments.tenantId, ctx.tenant.id), eq(appointments.id, appointmentId)));
}

async function cancel(ctx: TenantContext, { id, version }: Pick<AppointmentRow, "id" | "version">) {
  const row = await cancelAppointment(ctx, {
    appointmentId: id,
    version,
    reason: decisionReason,
    overrideReason: decisionReason,
  });
  return settleWhileWaiting(ctx, row);
}
