import { setTimeout as delay } from "node:timers/promises";
import { logger } from "@/server/logger";
import type { TenantContext } from "../_core/context";
import type { AppointmentRow } from "../appointments/appointment";
import { readAppointment } from "../appointments/queries";
import { syncAppointment } from "./sync-appointment";
import type { Waiter } from "./waiter";

/** A caller hears within a second that the time is noted; who stands at a screen may hear a little later that it is booked. */
const patienceMs = { caller: 600, others: 4_000 };
/** The attempt itself goes on after that; cut short it would leave Cal.com's side unknown. */
const requestTimeoutMs = 15_000;

/**
 * The appointment after Cal.com was asked, where it has to be asked: booked, refused, or still `pending`. It is
 * committed already, so trouble here is for the log and the job, never an error for the person who waits.
 */
export async function settleWhileWaiting(ctx: TenantContext, row: AppointmentRow): Promise<AppointmentRow> {
  if (row.syncState !== "pending") return row;
  let hasLeft = false;
  let hasToStay = false;
  const waiter: Waiter = {
    stay: () => {
      hasToStay = !hasLeft;
      return hasToStay;
    },
  };
  const settled = syncAppointment(ctx, row.id, requestTimeoutMs, waiter).catch((error: unknown) => {
    logger.error(
      { err: error, requestId: ctx.requestId, appointmentId: row.id },
      "appointment left to the job",
    );
    return row;
  });
  const patience = new AbortController();
  const ms = ctx.actor.type === "voice" ? patienceMs.caller : patienceMs.others;
  const timer = delay(ms, undefined, { signal: patience.signal }).catch(() => undefined);
  const first = await Promise.race([settled, timer]);
  patience.abort();
  if (first || hasToStay) return first ?? settled;
  hasLeft = true;
  return readAppointment(ctx, ctx.db, row.id);
}
