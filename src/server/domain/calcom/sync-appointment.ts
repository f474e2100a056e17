import { setTimeout as delay } from "node:timers/promises";
import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { appointments } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { transact } from "../_core/transact";
import type { AppointmentRow } from "../appointments/appointment";
import { readAppointment } from "../appointments/queries";
import { applyBooking } from "./apply-booking";
import { bringInLine } from "./bring-in-line";
import { getCalcomConnection } from "./connection";
import { settleFailure } from "./settle-failure";
import type { Waiter } from "./waiter";

/** An attempt makes at most four requests, each of which may first wait as long for its turn. */
const requestsPerAttempt = 4;
const leaseSlackMs = 10_000;
/** A booking that waits for somebody's acceptance at Cal.com is asked about so often. */
const acceptancePauseMs = 10 * 60_000;

/**
 * Brings Cal.com to where the appointment is: creates, moves or cancels the booking there, once, however often this
 * runs. Each attempt compares both sides afresh, so a crash or a timeout anywhere is repaired by the next attempt.
 * No transaction is open while Cal.com is asked.
 * @param timeoutMs bound for each request
 * @param waiter somebody who hears a refusal at once; without one the business is asked to call back
 * @returns the appointment as it then stands; still `pending` where Cal.com did not answer
 */
export async function syncAppointment(
  ctx: TenantContext,
  appointmentId: number,
  timeoutMs: number,
  waiter?: Waiter,
): Promise<AppointmentRow> {
  requirePermission(ctx, "appointments:write");
  const lease = await claim(ctx, appointmentId, timeoutMs);
  if (!lease) return awaitOther(ctx, appointmentId, timeoutMs);
  const row = await readAppointment(ctx, ctx.db, appointmentId);
  try {
    const { client } = await getCalcomConnection(ctx, { timeoutMs, urgency: waiter ? "call" : "background" });
    const booking = await bringInLine(ctx, client, row);
    if (booking) await applyBooking(ctx, booking, { adopt: row.id });
    await release(ctx, row, lease, booking ? booking.status === "pending" : "nothing there");
  } catch (error) {
    await settleFailure(ctx, { row, lease, error, waiter });
  }
  return readAppointment(ctx, ctx.db, appointmentId);
}

/** One attempt at a time, over all processes. Undefined if nothing waits or someone else is at it. */
async function claim(
  ctx: TenantContext,
  appointmentId: number,
  timeoutMs: number,
): Promise<Date | undefined> {
  const now = new Date();
  const lease = new Date(now.getTime() + 2 * requestsPerAttempt * timeoutMs + leaseSlackMs);
  const [result] = await transact(ctx.db, (tx) =>
    tx
      .update(appointments)
      .set({
        syncLockedUntil: lease,
        syncAttempts: sql`${appointments.syncAttempts} + 1`,
        syncError: null,
      })
      .where(
        and(
          eq(appointments.tenantId, ctx.tenant.id),
          eq(appointments.id, appointmentId),
          eq(appointments.syncState, "pending"),
          or(isNull(appointments.syncLockedUntil), lt(appointments.syncLockedUntil, now)),
        ),
      ),
  );
  return result.affectedRows === 1 ? lease : undefined;
}

async function awaitOther(
  ctx: TenantContext,
  appointmentId: number,
  timeoutMs: number,
): Promise<AppointmentRow> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const row = await readAppointment(ctx, ctx.db, appointmentId);
    if (row.syncState !== "pending" || row.syncError !== null || Date.now() >= deadline) return row;
    await delay(100);
  }
}

/** Only as long as the attempt still owns the appointment: a later one knows better. */
async function release(
  ctx: TenantContext,
  row: AppointmentRow,
  lease: Date,
  outcome: boolean | "nothing there",
): Promise<void> {
  const waitsForAcceptance = outcome === true;
  await transact(ctx.db, (tx) =>
    tx
      .update(appointments)
      .set({
        syncLockedUntil: waitsForAcceptance ? new Date(Date.now() + acceptancePauseMs) : null,
        syncAttempts: 0,
        syncError: null,
        ...(outcome === "nothing there" && { syncState: "synced" as const }),
      })
      .where(
        and(
          eq(appointments.tenantId, ctx.tenant.id),
          eq(appointments.id, row.id),
          or(isNull(appointments.syncLockedUntil), eq(appointments.syncLockedUntil, lease)),
        ),
      ),
  );
}
