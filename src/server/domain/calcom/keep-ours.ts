import { and, eq } from "drizzle-orm";
import type { DriftDecision } from "@/contracts/calendar-sync";
import { appointments } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { type AppointmentRow, requireVersion } from "../appointments/appointment";
import { cancelAppointment } from "../appointments/cancel-appointment";
import { lockAppointment, readAppointment } from "../appointments/queries";
import type { Drift } from "./find-drift";
import { decisionReason, openDecision } from "./open-decision";
import { settleWhileWaiting } from "./settle-while-waiting";

/**
 * What stands here counts: Cal.com's booking is moved, cancelled or made anew; one that lies over an appointment of
 * ours is cancelled.
 * @throws DomainError those of `openDecision`, `calcom.refused` (Cal.com does not allow it; its version stays)
 */
export async function keepOurs(ctx: TenantContext, input: DriftDecision): Promise<AppointmentRow> {
  requirePermission(ctx, "appointments:write");
  const drift = await openDecision(ctx, input, "keep_ours");
  const before = drift.kind === "overlaps" ? await cancelTheirs(ctx, drift) : await pushAgain(ctx, drift);
  const after = await settleWhileWaiting(ctx, before);
  if (after.status !== before.status && after.status === "cancelled")
    throw new DomainError("calcom.refused", "conflict");
  if (after.startTime.getTime() !== before.startTime.getTime())
    throw new DomainError("calcom.refused", "conflict");
  return after;
}

async function cancelTheirs(ctx: TenantContext, { ours }: Drift): Promise<AppointmentRow> {
  const row = await cancelAppointment(ctx, {
    appointmentId: ours.id,
    reason: decisionReason,
    overrideReason: decisionReason,
    version: ours.version,
  });
  await recordEvent(ctx, ctx.db, "appointment.sync_resolved", row.id, {
    appointmentId: row.id,
    way: "kept_ours",
  });
  return row;
}

function pushAgain(ctx: TenantContext, { ours, kind }: Drift): Promise<AppointmentRow> {
  const action = ours.status === "cancelled" ? "cancel" : kind === "missing_there" ? "create" : "move";
  return transact(ctx.db, async (tx) => {
    const row = await lockAppointment(ctx, tx, ours.id);
    requireVersion(row, ours.version);
    await tx
      .update(appointments)
      .set({
        syncState: "pending",
        syncError: null,
        syncLockedUntil: null,
        // Not the first attempt: what an earlier one left there is looked for.
        syncAttempts: 1,
        version: row.version + 1,
        ...(row.status === "scheduled" && { status: "pending" as const }),
        ...(kind === "missing_there" && { calcomBookingId: null }),
      })
      .where(and(eq(appointments.tenantId, ctx.tenant.id), eq(appointments.id, row.id)));
    await recordEvent(ctx, tx, "appointment.sync_requested", row.id, { appointmentId: row.id, action });
    await recordEvent(ctx, tx, "appointment.sync_resolved", row.id, {
      appointmentId: row.id,
      way: "kept_ours",
    });
    return readAppointment(ctx, tx, row.id);
  });
}
