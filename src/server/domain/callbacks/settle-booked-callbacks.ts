import { and, eq, inArray, isNull, lte, or } from "drizzle-orm";
import { appointments, callbacks, calls, customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { type Transaction, transact } from "../_core/transact";
import { updateCallback } from "./queries";

/**
 * Whoever has booked need not be called back: closes the open callbacks of the appointment's customer, their number and
 * the number that called. One that was asked for after the booking is about something else and stays.
 * @returns the ids of the callbacks it closed @throws DomainError `appointment.not_found`
 */
export async function settleBookedCallbacks(ctx: TenantContext, appointmentId: number): Promise<number[]> {
  requirePermission(ctx, "callbacks:write");
  return transact(ctx.db, async (tx) => {
    const booked = await readBooking(ctx, tx, appointmentId);
    const phones = [booked.phone, booked.fromNumber].filter((phone) => phone !== null);
    const whose = or(
      booked.customerId === null ? undefined : eq(callbacks.customerId, booked.customerId),
      phones.length > 0 ? inArray(callbacks.phone, phones) : undefined,
    );
    if (!whose) return [];
    const open = await tx
      .select({ id: callbacks.id })
      .from(callbacks)
      .where(
        and(
          eq(callbacks.tenantId, ctx.tenant.id),
          isNull(callbacks.completedAt),
          lte(callbacks.createdAt, booked.createdAt),
          whose,
        ),
      )
      .orderBy(callbacks.id)
      .for("update");
    const now = new Date();
    for (const { id } of open) {
      await updateCallback(ctx, tx, id, {
        status: "done",
        outcome: "booked",
        appointmentId,
        completedAt: now,
      });
      await recordEvent(ctx, tx, "callback.completed", id, { callbackId: id, outcome: "booked" });
    }
    return open.map(({ id }) => id);
  });
}

async function readBooking(ctx: TenantContext, tx: Transaction, appointmentId: number) {
  const [row] = await tx
    .select({
      customerId: appointments.customerId,
      createdAt: appointments.createdAt,
      phone: customers.phone,
      fromNumber: calls.fromNumber,
    })
    .from(appointments)
    .leftJoin(
      customers,
      and(eq(customers.tenantId, appointments.tenantId), eq(customers.id, appointments.customerId)),
    )
    .leftJoin(calls, and(eq(calls.tenantId, appointments.tenantId), eq(calls.id, appointments.callId)))
    .where(and(eq(appointments.tenantId, ctx.tenant.id), eq(appointments.id, appointmentId)));
  if (!row) throw notFound("appointment");
  return row;
}
