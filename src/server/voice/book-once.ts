import type { AppointmentBooking } from "@/contracts/appointments";
import type { TenantContext } from "@/server/domain/_core/context";
import { DomainError } from "@/server/domain/_core/errors";
import type { AppointmentRow } from "@/server/domain/appointments/appointment";
import { bookAppointment } from "@/server/domain/appointments/book-appointment";
import { findByRequestKey, listAppointments } from "@/server/domain/appointments/queries";
import type { OfferRow } from "@/server/domain/offers/offer";
import { normaliseName } from "./customer-name";

export type PhoneBooking = Omit<AppointmentBooking, "requestKey" | "callId" | "customer"> & {
  callId: number;
  customer: { name: string; phone?: string | undefined; email?: string | undefined };
};

/** The one key of a service, time and name within a call. */
const keyOf = ({ callId, serviceId, start, customer }: PhoneBooking) =>
  `call:${callId}:${serviceId}:${start.toISOString()}:${normaliseName(customer.name)}`.slice(0, 180);

/** The appointment that this call made for exactly this, if it still stands. */
export async function findBooked(
  ctx: TenantContext,
  booking: PhoneBooking,
): Promise<AppointmentRow | undefined> {
  const row = await findByRequestKey(ctx, keyOf(booking));
  const stands = row?.status !== "cancelled" && row?.startTime.getTime() === booking.start.getTime();
  return stands ? row : undefined;
}

export interface BookedForOther {
  appointment: AppointmentRow;
  name: string;
}

/** What this call has booked at exactly this time and with this person already, and under which name. */
export async function findBookedForOther(
  ctx: TenantContext,
  { callId, staffId, start }: PhoneBooking,
): Promise<BookedForOther | undefined> {
  const to = new Date(start.getTime() + 1);
  const status = ["pending", "scheduled"] as const;
  const [found] = await listAppointments(ctx, { callId, staffId, from: start, to, status });
  const name = found?.appointment.attendeeName ?? found?.customerName;
  return found && name ? { appointment: found.appointment, name } : undefined;
}

/** How often one call may cancel or move a time away and take it again. */
const maxRounds = 5;

/**
 * Within one call the same service, time and name is one appointment, however often and on whatever way the agent
 * asks for it. Only what was cancelled or moved away since may be booked anew. Throws what `bookAppointment` throws.
 */
export async function bookOnce(
  ctx: TenantContext,
  booking: PhoneBooking,
  offer: OfferRow,
): Promise<AppointmentRow> {
  const { start } = booking;
  const key = keyOf(booking);
  for (let round = 1; ; round++) {
    try {
      const requestKey = round === 1 ? key : `${key}:${round}`;
      const row = await bookAppointment(ctx, { ...booking, requestKey }, offer);
      if (row.startTime.getTime() === start.getTime() || round === maxRounds) return row;
    } catch (error) {
      const cancelled = error instanceof DomainError && error.code === "appointment.request_cancelled";
      if (!cancelled || round === maxRounds) throw error;
    }
  }
}
