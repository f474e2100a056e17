import { and, eq } from "drizzle-orm";
import { toE164 } from "@/lib/phone";
import { appointments, calcomEventTypes, services, staff } from "@/server/db/schema";
import type { CalcomBooking } from "@/server/integrations/calcom/booking";
import type { TenantContext } from "../_core/context";
import { transact } from "../_core/transact";
import type { AppointmentRow } from "../appointments/appointment";
import { cancelAppointment } from "../appointments/cancel-appointment";
import { confirmAppointment } from "../appointments/confirm-appointment";
import { recordOutsideAppointment } from "../appointments/record-outside-appointment";
import { rejectAppointment } from "../appointments/reject-appointment";
import { findOrCreateCustomer } from "../customers/find-or-create-customer";
import { cancelDouble } from "./cancel-double";
import { hearBooking } from "./hear-booking";
import { hasLiveBooking, isOver } from "./judge-owner";
import { listUnheard } from "./list-unheard";
import { linkBooking } from "./remember-booking";

/**
 * Takes over what Cal.com says about one booking, whether it answered us, told us or was asked. Idempotent, and the
 * same for every order in which messages arrive. A change of ours that is still on its way there wins.
 * @throws CalcomError where it goes on from a booking that nobody told of and Cal.com cannot be asked for it
 */
export async function applyBooking(
  source: TenantContext,
  booking: CalcomBooking,
  options: { adopt?: number } = {},
): Promise<void> {
  const ctx: TenantContext = { ...source, actor: { type: "webhook", provider: "calcom" } };
  for (const before of await listUnheard(ctx, booking)) await applyBooking(ctx, before);
  const { doubleOf, status, row, isNew } = await hearBooking(ctx, booking, {
    ...options,
    begin: (inside) => recordNew(inside, booking),
  });
  if (isNew) return;
  if (doubleOf !== null) {
    const successor = await cancelDouble(ctx, booking, doubleOf);
    return successor && applyBooking(ctx, successor);
  }
  // Replaced by a reschedule, it ended without an end for the appointment: its successor is told by itself.
  if (isOver(status) && booking.nextUid !== null) return;
  if (isOver(status)) return row && end(ctx, booking, row);
  if (!row || (booking.status === "pending" && !isRequestedMove(booking, row))) return;
  // A row in conflict is told again, not confirmed: its time may still belong to somebody else.
  const isAgreed = row.startTime.getTime() === booking.start.getTime() && row.syncState !== "failed";
  if (row.status === "cancelled" || isAgreed) {
    await confirmAppointment(ctx, { appointmentId: row.id, calcomBookingId: bookingKey(booking) });
    return;
  }
  const oursIsOnItsWay = row.syncState === "pending" && booking.previousUid === null;
  if (!oursIsOnItsWay) await record(ctx, booking, { appointmentId: row.id });
}

/** Moved there and waiting for a host; a move of ours that waits is known here already. */
const isRequestedMove = (booking: CalcomBooking, row: AppointmentRow) =>
  booking.previousUid !== null && row.status === "scheduled" && row.syncState === "synced";

/** The abbreviated partner format has no uid; its number then stands for it. */
const bookingKey = (booking: CalcomBooking) => booking.uid ?? `id-${booking.id}`;

async function end(ctx: TenantContext, booking: CalcomBooking, row: AppointmentRow): Promise<void> {
  // A booking that was replaced by a reschedule ends too; the appointment lives on with the new one.
  const itsKeys = [bookingKey(booking), booking.previousUid];
  if (row.calcomBookingId !== null && !itsKeys.includes(row.calcomBookingId)) return;
  // An old message about what was replaced since.
  if (row.status !== "cancelled" && (await hasLiveBooking(ctx, row.id))) return;
  if (row.status === "cancelled") {
    await transact(ctx.db, (tx) =>
      tx
        .update(appointments)
        .set({ syncState: "synced", syncError: null })
        .where(and(eq(appointments.tenantId, ctx.tenant.id), eq(appointments.id, row.id))),
    );
    return;
  }
  const reason =
    booking.cancellationReason ??
    (booking.status === "rejected" ? "declined at Cal.com" : "cancelled at Cal.com");
  if (row.calcomBookingId === null && row.status === "pending")
    await rejectAppointment(ctx, { appointmentId: row.id, reason });
  else if (row.status === "pending" || row.status === "scheduled")
    await cancelAppointment(ctx, { appointmentId: row.id, reason });
}

/** Somebody booked at Cal.com itself: here it becomes an appointment with a customer. */
async function recordNew(ctx: TenantContext, booking: CalcomBooking): Promise<number> {
  const contact = booking.attendee;
  const phone = toE164(contact?.phone);
  const customer =
    contact?.name || contact?.email || phone
      ? await transact(ctx.db, (tx) =>
          findOrCreateCustomer(ctx, tx, {
            name: contact?.name ?? undefined,
            email: contact?.email ?? undefined,
            phone,
          }),
        )
      : undefined;
  return record(ctx, booking, { customerId: customer?.id, ...(await mappingOf(ctx, booking)) });
}

async function record(
  ctx: TenantContext,
  booking: CalcomBooking,
  known: { appointmentId?: number; customerId?: number; serviceId?: number; staffId?: number },
): Promise<number> {
  const { appointment } = await recordOutsideAppointment(ctx, {
    ...known,
    start: booking.start,
    end: booking.end,
    calcomBookingId: bookingKey(booking),
    confirmed: booking.status === "accepted",
    source: "calcom",
  });
  await linkBooking(ctx, booking, appointment.id);
  return appointment.id;
}

/** Service and person behind an event type; the hosts say who, where the type leaves it open. */
async function mappingOf(
  ctx: TenantContext,
  booking: CalcomBooking,
): Promise<{ serviceId?: number; staffId?: number }> {
  const t = ctx.tenant.id;
  const types = await ctx.db
    .select({
      calcomId: calcomEventTypes.calcomId,
      slug: calcomEventTypes.slug,
      title: calcomEventTypes.title,
      serviceId: calcomEventTypes.serviceId,
      staffId: calcomEventTypes.staffId,
    })
    .from(calcomEventTypes)
    .where(eq(calcomEventTypes.tenantId, t));
  const name = booking.eventTypeName?.toLowerCase();
  const type =
    types.find((candidate) => candidate.calcomId === booking.eventTypeId) ??
    types.find(
      (candidate) =>
        name !== undefined && [candidate.slug, candidate.title].some((known) => known.toLowerCase() === name),
    );
  const people = await ctx.db
    .select({ id: staff.id, email: staff.email })
    .from(staff)
    .where(eq(staff.tenantId, t));
  const hosts = booking.hostEmails.map((email) => email.toLowerCase());
  const host = people.find((person) => person.email && hosts.includes(person.email.toLowerCase()));
  return {
    serviceId: type?.serviceId ?? (name === undefined ? undefined : await serviceNamed(ctx, name)),
    staffId: type?.staffId ?? host?.id,
  };
}

async function serviceNamed(ctx: TenantContext, name: string): Promise<number | undefined> {
  const rows = await ctx.db
    .select({ id: services.id, name: services.name })
    .from(services)
    .where(eq(services.tenantId, ctx.tenant.id));
  return rows.find((row) => row.name.toLowerCase() === name)?.id;
}
