import { setTimeout as delay } from "node:timers/promises";
import { and, desc, eq, isNull, lt, or, sql } from "drizzle-orm";
import { appointments, calcomBookings, customers } from "@/server/db/schema";
import type { CalcomBooking } from "@/server/integrations/calcom/booking";
import type { CalcomClient } from "@/server/integrations/calcom/client";
import { CalcomError } from "@/server/integrations/calcom/errors";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import type { AppointmentRow } from "../appointments/appointment";
import { readAppointment } from "../appointments/queries";
import { rejectAppointment } from "../appointments/reject-appointment";
import { applyBooking } from "./apply-booking";
import { getCalcomConnection } from "./connection";
import { findEventTypeId } from "./event-types";
import { recordSyncFailure } from "./record-sync-failure";
import { restoreBookedTime } from "./restore-booked-time";

/** How long one attempt owns the appointment beyond its requests; after a crash the next attempt starts then. */
const leaseSlackMs = 10_000;
const maxAttempts = 15;

/**
 * Brings Cal.com to where the appointment is: creates, moves or cancels the booking there, once, however often this
 * runs. Each attempt compares both sides afresh, so a crash or a timeout anywhere is repaired by the next attempt.
 * No transaction is open while Cal.com is asked.
 * @param timeoutMs bound for each request
 * @returns the appointment as it then stands; still `pending` where Cal.com did not answer
 */
export async function syncAppointment(
  ctx: TenantContext,
  appointmentId: number,
  timeoutMs: number,
): Promise<AppointmentRow> {
  requirePermission(ctx, "appointments:write");
  if (!(await claim(ctx, appointmentId, timeoutMs))) return awaitOther(ctx, appointmentId, timeoutMs);
  const row = await readAppointment(ctx, ctx.db, appointmentId);
  try {
    const { client } = await getCalcomConnection(ctx, timeoutMs);
    await reconcile(ctx, client, row);
  } catch (error) {
    await settleFailure(ctx, row, error);
  }
  return readAppointment(ctx, ctx.db, appointmentId);
}

/** One attempt at a time, over all processes. False if nothing waits or someone else is at it. */
async function claim(ctx: TenantContext, appointmentId: number, timeoutMs: number): Promise<boolean> {
  const now = new Date();
  const [result] = await ctx.db
    .update(appointments)
    .set({
      syncLockedUntil: new Date(now.getTime() + 3 * timeoutMs + leaseSlackMs),
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
    );
  return result.affectedRows === 1;
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

async function reconcile(ctx: TenantContext, client: CalcomClient, row: AppointmentRow): Promise<void> {
  const booking = await bringInLine(ctx, client, row);
  if (booking) await applyBooking(ctx, booking, { adopt: row.id });
  await release(ctx, row.id, booking === undefined);
}

/** The one request that is missing, if any, and the booking as Cal.com then has it. */
async function bringInLine(
  ctx: TenantContext,
  client: CalcomClient,
  row: AppointmentRow,
): Promise<CalcomBooking | undefined> {
  const uid = await currentUid(ctx, row);
  if (uid === undefined) {
    const eventTypeId =
      row.serviceId === null ? undefined : await findEventTypeId(ctx, row.serviceId, row.staffId);
    if (eventTypeId === undefined) {
      if (row.status === "cancelled") return undefined;
      throw new CalcomError("misconfigured", "no event type is mapped to this service and person");
    }
    // A first attempt may have succeeded unheard; before anything is repeated, it is looked for.
    const existing =
      row.syncAttempts > 1
        ? await client.findOurBooking(row.id, eventTypeId, new Date(row.createdAt.getTime() - 60_000))
        : undefined;
    if (row.status === "cancelled")
      return existing?.uid ? client.cancelBooking(existing.uid, "cancelled") : undefined;
    return (
      existing ??
      client.createBooking({
        eventTypeId,
        start: row.startTime,
        appointmentId: row.id,
        attendee: await attendeeOf(ctx, row),
      })
    );
  }
  const there = await client.getBooking(uid);
  const isOver = there.status === "cancelled" || there.status === "rejected";
  if (row.status === "cancelled")
    return isOver ? there : client.cancelBooking(uid, row.cancellationReason ?? "cancelled");
  if (isOver || there.start.getTime() === row.startTime.getTime()) return there;
  return client.rescheduleBooking(uid, row.startTime, "moved");
}

async function currentUid(ctx: TenantContext, row: AppointmentRow): Promise<string | undefined> {
  if (row.calcomBookingId) return row.calcomBookingId;
  const [known] = await ctx.db
    .select({ uid: calcomBookings.uid })
    .from(calcomBookings)
    .where(and(eq(calcomBookings.tenantId, ctx.tenant.id), eq(calcomBookings.appointmentId, row.id)))
    .orderBy(desc(calcomBookings.id))
    .limit(1);
  return known?.uid ?? undefined;
}

async function attendeeOf(ctx: TenantContext, row: AppointmentRow) {
  const [customer] =
    row.customerId === null
      ? []
      : await ctx.db
          .select({ name: customers.name, email: customers.email, phone: customers.phone })
          .from(customers)
          .where(and(eq(customers.tenantId, ctx.tenant.id), eq(customers.id, row.customerId)));
  const email = customer?.email ?? undefined;
  const phoneNumber = customer?.phone ?? undefined;
  return {
    name: row.attendeeName ?? customer?.name ?? "Anruf",
    timeZone: ctx.tenant.timeZone,
    language: "de" as const,
    phoneNumber,
    // Cal.com insists on one way to reach the attendee; hidden callers left none.
    email: email ?? (phoneNumber ? undefined : `appointment-${row.id}@no-reply.invalid`),
  };
}

async function release(ctx: TenantContext, appointmentId: number, nothingThere: boolean): Promise<void> {
  await ctx.db
    .update(appointments)
    .set({
      syncLockedUntil: null,
      syncAttempts: 0,
      syncError: null,
      ...(nothingThere && { syncState: "synced" as const }),
    })
    .where(and(eq(appointments.tenantId, ctx.tenant.id), eq(appointments.id, appointmentId)));
}

/** A refusal frees the time; a broken set-up waits for the owner; everything else is tried again later. */
async function settleFailure(ctx: TenantContext, row: AppointmentRow, error: unknown): Promise<void> {
  if (!(error instanceof CalcomError) && !(error instanceof DomainError)) throw error;
  if (error instanceof CalcomError && error.failure === "refused") {
    if (row.calcomBookingId) await restoreBookedTime(ctx, row);
    else await rejectAppointment(ctx, { appointmentId: row.id, reason: error.message });
    return;
  }
  const isLasting = error instanceof DomainError || error.failure === "misconfigured";
  const attempts = row.syncAttempts;
  const pauseSeconds = Math.max(
    (error instanceof CalcomError && error.retryAfterSeconds) || 0,
    Math.min(600, 5 * 2 ** attempts),
  );
  await recordSyncFailure(ctx, row.id, {
    reason: error.message,
    final: isLasting || attempts >= maxAttempts,
    nextAttemptAt: new Date(Date.now() + pauseSeconds * 1000),
  });
}
