import type { TenantContext } from "../_core/context";
import type { AppointmentRow } from "../appointments/appointment";
import { syncAppointment } from "./sync-appointment";

/** Somebody is on the phone or at the counter; after this the appointment stays `pending` and a job goes on. */
const timeoutMs = 4_000;

/** The appointment after Cal.com was asked, where it has to be asked: booked, refused, or still `pending`. */
export async function settleWhileWaiting(ctx: TenantContext, row: AppointmentRow): Promise<AppointmentRow> {
  return row.syncState === "pending" ? syncAppointment(ctx, row.id, timeoutMs) : row;
}
