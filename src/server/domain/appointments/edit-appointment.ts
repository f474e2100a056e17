import type { TenantContext } from "../_core/context";
import type { AppointmentRow } from "./appointment";
import { cancelAppointment } from "./cancel-appointment";
import { changeAppointment } from "./change-appointment";
import { moveAppointment } from "./move-appointment";
import { getAppointment } from "./queries";

interface Edit {
  appointmentId: number;
  start?: Date;
  staffId?: number;
  notes?: string | null;
  status?: "completed" | "no_show" | "cancelled";
  version?: number;
}

/**
 * Several changes in one request, each by its own verb: first the time or the person, which can be refused, then
 * notes and status. Throws what those verbs throw.
 */
export async function editAppointment(ctx: TenantContext, edit: Edit): Promise<AppointmentRow> {
  const { appointmentId, start, staffId, notes, status } = edit;
  let { appointment: row } = await getAppointment(ctx, appointmentId);
  let { version } = edit;
  if (start || staffId) {
    row = await moveAppointment(ctx, { appointmentId, start: start ?? row.startTime, staffId, version });
    version = version && row.version;
  }
  if (notes !== undefined || status === "completed" || status === "no_show") {
    const outcome = status === "cancelled" ? undefined : status;
    row = await changeAppointment(ctx, { appointmentId, notes, status: outcome, version });
    version = version && row.version;
  }
  if (status === "cancelled") row = await cancelAppointment(ctx, { appointmentId, version });
  return row;
}
