import type { AppointmentBooking } from "@/contracts/appointments";
import { minuteMs } from "@/lib/calendar-time";
import { insertRows } from "@/server/db/insert-rows";
import { appointments } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { recordEvent } from "../_core/record-event";
import type { Transaction } from "../_core/transact";
import type { Calendar, Choice } from "../availability/calendar";
import { claimOf, lockForBooking, SlotLost, takeOver, takeTime } from "../availability/time-cells";
import { findOrCreateCustomer } from "../customers/find-or-create-customer";
import type { AppointmentRow } from "./appointment";
import { addFurtherStaff } from "./further-staff";

/** Everything about a booking but its time. */
export type BookingTerms = Omit<AppointmentBooking, "serviceId" | "start" | "customer"> & {
  customer: BookedFor;
  seriesId?: number;
  /** The call keeps exactly this time with this offer. */
  heldOfferId?: number;
};

/** Who books; the name only where it is for somebody else. */
export interface BookedFor {
  id: number;
  attendeeName: string | undefined;
}

/** The calendars of a choice, to be locked before anything else is done with it. */
export const calendarsOf = ({ team, resource }: Choice) => ({
  staffIds: team.map(({ id }) => id),
  resourceIds: [resource?.id ?? null],
});

/**
 * Locks the people and the room of a choice and puts the appointment there. What decides is that their time can be
 * taken; everything else about the start was judged before.
 * @throws SlotLost
 */
export async function placeAppointment(
  ctx: TenantContext,
  tx: Transaction,
  calendar: Calendar,
  choice: Choice,
  start: Date,
  terms: BookingTerms,
): Promise<AppointmentRow> {
  const { team, branch, resource } = choice;
  if (!(await lockForBooking(ctx, tx, calendarsOf(choice)))) throw new SlotLost();

  const { customer, heldOfferId: offerId } = terms;
  const { service } = calendar;
  const [{ id: staffId }, ...further] = team;
  const outside = calendar.calendarSource === "calcom";
  const now = new Date();
  const values: Omit<AppointmentRow, "id"> = {
    ...blank,
    tenantId: ctx.tenant.id,
    customerId: customer.id,
    callId: terms.callId ?? null,
    staffId,
    serviceId: service.id,
    branchId: branch.id,
    resourceId: resource?.id ?? null,
    seriesId: terms.seriesId ?? null,
    startTime: start,
    endTime: new Date(start.getTime() + service.durationMinutes * minuteMs),
    status: outside ? "pending" : "scheduled",
    syncState: outside ? "pending" : "none",
    notes: terms.notes ?? null,
    attendeeName: customer.attendeeName ?? null,
    priceCents: service.priceCents,
    source: terms.source,
    requestKey: terms.requestKey ?? null,
    requestHash: terms.requestHash ?? null,
    createdAt: now,
    updatedAt: now,
  };
  const appointmentId = await insertRows(tx, appointments, [values]);
  const claim = claimOf(service, start.getTime(), {
    staffIds: team.map(({ id }) => id),
    resourceId: values.resourceId,
  });
  const callId = ctx.actor.type === "voice" ? ctx.actor.callId : undefined;
  if (offerId === undefined) await takeTime(ctx, tx, { appointmentId }, claim, callId);
  else await takeOver(ctx, tx, { appointmentId, offerId }, claim, callId);
  await addFurtherStaff(
    ctx,
    tx,
    appointmentId,
    further.map(({ id }) => id),
  );
  const booked = outside ? "appointment.requested" : "appointment.booked";
  await recordEvent(ctx, tx, booked, appointmentId, { appointmentId }, values);
  if (outside) {
    const asked = { appointmentId, action: "create" as const };
    await recordEvent(ctx, tx, "appointment.sync_requested", appointmentId, asked, values);
  }
  return { ...values, id: appointmentId };
}

/** What a new appointment has nothing to say about. Written out, so that nothing has to be read back. */
const blank = {
  calcomBookingId: null,
  syncError: null,
  syncLockedUntil: null,
  syncAttempts: 0,
  cancelledAt: null,
  cancellationReason: null,
  moveCount: 0,
  version: 1,
} as const;

/**
 * Who books, and for whom: a known number with another name books for that other person. Before the calendars are
 * locked, so that nobody waits for them meanwhile: a customer is locked first by everybody who locks both.
 */
export async function customerOf(
  ctx: TenantContext,
  tx: Transaction,
  { customer, attendeeName }: Pick<AppointmentBooking, "customer" | "attendeeName">,
): Promise<BookedFor> {
  if ("customerId" in customer) return { id: customer.customerId, attendeeName };
  const { id, name } = await findOrCreateCustomer(ctx, tx, customer);
  const sameName = name?.toLowerCase() === customer.name.toLowerCase();
  return { id, attendeeName: attendeeName ?? (sameName ? undefined : customer.name) };
}
