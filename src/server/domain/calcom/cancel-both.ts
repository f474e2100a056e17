import type { DriftDecision } from "@/contracts/calendar-sync";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import type { AppointmentRow } from "../appointments/appointment";
import { cancelAppointment } from "../appointments/cancel-appointment";
import { decisionReason, openDecision } from "./open-decision";
import { settleWhileWaiting } from "./settle-while-waiting";

/** Neither time counts: the appointment is cancelled here and its booking at Cal.com. @throws those of `openDecision` */
export async function cancelBoth(ctx: TenantContext, input: DriftDecision): Promise<AppointmentRow> {
  requirePermission(ctx, "appointments:write");
  const { ours } = await openDecision(ctx, input, "cancel_both");
  const row = await cancelAppointment(ctx, {
    appointmentId: ours.id,
    version: ours.version,
    reason: decisionReason,
    overrideReason: decisionReason,
  });
  await recordEvent(ctx, ctx.db, "appointment.sync_resolved", row.id, {
    appointmentId: row.id,
    way: "cancelled_both",
  });
  return settleWhileWaiting(ctx, row);
}
