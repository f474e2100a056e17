import { logger } from "@/server/logger";
import type { TenantContext } from "../_core/context";
import type { AppointmentRow } from "../appointments/appointment";
import { syncAppointment } from "./sync-appointment";

/** Somebody is on the phone or at the counter; after this the appointment stays `pending` and a job goes on. */
const timeoutMs = 4_000;

/**
 * The appointment after Cal.com was asked, where it has to be asked: booked, refused, or still `pending`. It is
 * committed already, so trouble here is for the log and the job, never an error for the person who waits.
 */
export async function settleWhileWaiting(ctx: TenantContext, row: AppointmentRow): Promise<AppointmentRow> {
  if (row.syncState !== "pending") return row;
  try {
    return await syncAppointment(ctx, row.id, timeoutMs);
  } catch (error) {
    logger.error(
      { err: error, requestId: ctx.requestId, appointmentId: row.id },
      "appointment left to the job",
    );
    return row;
  }
}
