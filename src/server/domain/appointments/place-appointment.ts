import type { ResultSetHeader } from "mysql2";
import type { AppointmentBooking } from "@/contracts/appointments";
import { minuteMs } from "@/lib/calendar-time";
import { isDuplicateKey } from "@/server/db/errors";
import { insertion, lastInsertId } from "@/server/db/insert-rows";
import { appointments } from "@/server/db/schema";
import { together } from "@/server/db/together";
import type { TenantContext } from "../_core/context";
import { recordEvent } from "../_core/record-event";
import type { Transaction } from "../_core/transact";
import type { Calendar, Choice } from "../availability/calendar";
import { lockingForBooking } from "../availability/lock-calendars";
import {
  type Claim,
  claimOf,
  releaseTime,
  SlotLost,
  sweepHolds,
  takeTime,
  takingOver,
  takingTime,
} from "../availability/time-cells";
import { findOrCreateCustomer } from "../customers/find-or-create-customer";
import type { AppointmentRow } from "./appointment";
import { addFurtherStaff } from "./further-staff";

/** Everything about a booking but its time. */
export type BookingTerms = Omit<AppointmentBooking, "serviceId" | "start" | "customer"> & {
  customer: BookedFor;
  seriesId?: number;
  /** The call keeps exactly this time with this offer. */
  heldOfferId?: number;
  /** It was lost before, perhaps to a hold that has to give way. */
  isRepeated?: boolean;
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
  const { customer, heldOfferId: offerId } = terms;
  const { service } = calendar;
  const staffIds = team.map(({ id }) => id);
  const [staffId, ...further] = staffIds as [number, ...number[]];
  const outside = calendar.calendarSource === "calcom";
  const now = new Date();
  // All of it, so that nothing has to be read back.
  const values: Omit<AppointmentRow, "id"> = {
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
    calcomBookingId: null,
    syncError: null,
    syncLockedUntil: null,
    syncAttempts: 0,
    cancelledAt: null,
    cancellationReason: null,
    moveCount: 0,
    version: 1,
  };
  const claim = claimOf(service, start.getTime(), { staffIds, resourceId: values.resourceId });
  const callId = ctx.actor.type === "voice" ? ctx.actor.callId : undefined;
  if (terms.isRepeated) await sweepHolds(ctx, tx, claim, callId);
  const appointmentId = await insertWithTime(ctx, tx, values, claim, { offerId, callId });
  await addFurtherStaff(ctx, tx, appointmentId, further);
  const booked = outside ? "appointment.requested" : "appointment.booked";
  await recordEvent(ctx, tx, booked, appointmentId, { appointmentId }, values);
  if (outside) {
    const asked = { appointmentId, action: "create" as const };
    await recordEvent(ctx, tx, "appointment.sync_requested", appointmentId, asked, values);
  }
  return { ...values, id: appointmentId };
}

/** Locks, inserts and takes the time in one trip, because others wait for these people meanwhile. @throws SlotLost */
async function insertWithTime(
  ctx: TenantContext,
  tx: Transaction,
  values: Omit<AppointmentRow, "id">,
  claim: Claim,
  { offerId, callId }: { offerId?: number; callId?: number },
): Promise<number> {
  const owner = { appointmentId: lastInsertId };
  const locks = lockingForBooking(ctx, claim);
  const taking =
    offerId === undefined ? takingTime(ctx, owner, claim) : takingOver(ctx, { ...owner, offerId }, claim);
  const statements = [
    ...locks,
    insertion(appointments, [values]),
    ...taking.map(({ statement }) => statement),
  ];
  const answers = await together(tx, statements).catch(slotLostIfTaken);
  const changed = answers.map(({ affectedRows }) => affectedRows);
  if (changed.slice(0, claim.staffIds.length).includes(0)) throw new SlotLost();
  const appointmentId = (answers[locks.length] as ResultSetHeader).insertId;
  const taken = changed.slice(locks.length + 1);
  if (taking.some(({ rows }, i) => rows !== taken[i])) {
    // Of the offer, which no longer owns all of it.
    await releaseTime(ctx, tx, { id: appointmentId, resourceId: claim.resourceId });
    await takeTime(ctx, tx, { appointmentId }, claim, callId);
  }
  return appointmentId;
}

function slotLostIfTaken(error: unknown): never {
  throw isDuplicateKey(error, "PRIMARY") ? new SlotLost() : error;
}

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
