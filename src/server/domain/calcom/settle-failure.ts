import { and, eq, sql } from "drizzle-orm";
import { appointments, calcomBookings } from "@/server/db/schema";
import { CalcomError, type CalcomFailure } from "@/server/integrations/calcom/errors";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import type { AppointmentRow } from "../appointments/appointment";
import { readAppointment } from "../appointments/queries";
import { rejectAppointment } from "../appointments/reject-appointment";
import { askForCallback } from "./ask-for-callback";
import { findEventTypeId } from "./event-types";
import { noteSlotsChanged } from "./note-slots-changed";
import { restoreBookedTime } from "./restore-booked-time";
import type { Waiter } from "./waiter";

const maxAttempts = 15;

interface FailedAttempt {
  /** As the attempt found it. */
  row: AppointmentRow;
  lease: Date;
  error: unknown;
  waiter: Waiter | undefined;
}

/** A refusal frees the time; a broken set-up waits for the owner; everything else is tried again later. */
export async function settleFailure(ctx: TenantContext, attempt: FailedAttempt): Promise<void> {
  const { row, error } = attempt;
  if (!(error instanceof CalcomError) && !(error instanceof DomainError)) throw error;
  const failure = error instanceof CalcomError ? error.failure : "misconfigured";
  const now = await readAppointment(ctx, ctx.db, row.id);
  if (now.version !== row.version) {
    // Changed meanwhile: the answer was to another question. The next attempt asks the new one.
    await retryAt(ctx, attempt, { at: new Date(), reason: error.message, counts: true });
  } else if (failure === "refused" && row.status !== "cancelled") {
    // The same, but perhaps followed to a later booking there.
    await settleRefusal(ctx, { ...attempt, row: now }, error.message);
  } else if (failure === "misconfigured" || failure === "not_found" || row.syncAttempts >= maxAttempts) {
    if (failure === "not_found") await rememberMissing(ctx, now);
    await giveUp(ctx, attempt, error.message);
  } else {
    const asked = (error instanceof CalcomError && error.retryAfterSeconds) || 0;
    const at = new Date(Date.now() + 1000 * Math.max(asked, pauseSeconds(failure, row.syncAttempts)));
    await retryAt(ctx, attempt, { at, reason: error.message, counts: failure !== "paused" });
  }
}

/** Longer each time; what got no answer may still take effect, so it is not looked for too soon. */
function pauseSeconds(failure: CalcomFailure, attempts: number): number {
  if (failure === "outdated") return 1;
  return Math.max(failure === "timeout" ? 30 : 0, Math.min(600, 5 * 2 ** attempts));
}

async function settleRefusal(ctx: TenantContext, { row, waiter }: FailedAttempt, reason: string) {
  const taken = { start: row.startTime.getTime(), end: row.endTime.getTime() };
  const calcomId =
    row.serviceId === null ? null : ((await findEventTypeId(ctx, row.serviceId, row.staffId)) ?? null);
  await noteSlotsChanged(ctx, { calcomId, staffId: row.staffId, taken, refused: true });
  const isMove = row.calcomBookingId !== null;
  if (!waiter?.stay()) await askForCallback(ctx, row, isMove ? "move_refused" : "refused");
  if (isMove) await restoreBookedTime(ctx, row);
  else await rejectAppointment(ctx, { appointmentId: row.id, reason: reason.slice(0, 500) });
}

async function giveUp(ctx: TenantContext, { row, lease }: FailedAttempt, reason: string) {
  if (row.status === "pending")
    await askForCallback(ctx, row, row.calcomBookingId === null ? "not_confirmed" : "move_not_confirmed");
  await transact(ctx.db, async (tx) => {
    const [given] = await tx
      .update(appointments)
      .set({ syncState: "failed", syncError: reason.slice(0, 500), syncLockedUntil: null })
      .where(mine(ctx, row, lease));
    if (given.affectedRows === 1) {
      await recordEvent(ctx, tx, "appointment.sync_failed", row.id, {
        appointmentId: row.id,
        reason: reason.slice(0, 500),
      });
    }
  });
}

async function retryAt(
  ctx: TenantContext,
  { row, lease }: FailedAttempt,
  next: { at: Date; reason: string; counts: boolean },
) {
  await transact(ctx.db, (tx) =>
    tx
      .update(appointments)
      .set({
        syncError: next.reason.slice(0, 500),
        syncLockedUntil: next.at,
        ...(!next.counts && { syncAttempts: sql`GREATEST(${appointments.syncAttempts} - 1, 0)` }),
      })
      .where(mine(ctx, row, lease)),
  );
}

/** Only as long as the attempt still owns the appointment. */
const mine = (ctx: TenantContext, row: AppointmentRow, lease: Date) =>
  and(
    eq(appointments.tenantId, ctx.tenant.id),
    eq(appointments.id, row.id),
    eq(appointments.syncState, "pending"),
    eq(appointments.syncLockedUntil, lease),
  );

async function rememberMissing(ctx: TenantContext, row: AppointmentRow): Promise<void> {
  if (row.calcomBookingId === null) return;
  await ctx.db
    .update(calcomBookings)
    .set({ status: "missing" })
    .where(and(eq(calcomBookings.tenantId, ctx.tenant.id), eq(calcomBookings.uid, row.calcomBookingId)));
}
