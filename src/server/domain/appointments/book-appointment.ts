import { type AppointmentBooking, appointmentBooking } from "@/contracts/appointments";
import { isDuplicateKey } from "@/server/db/errors";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { transact } from "../_core/transact";
import { withBusyTime } from "../availability/busy-time";
import { judgeStart, type Verdict } from "../availability/judge-start";
import { loadCalendar } from "../availability/load-calendar";
import { refuseSlot } from "../availability/refuse-slot";
import { SlotLost } from "../availability/time-cells";
import { settleWhileWaiting } from "../calcom/settle-while-waiting";
import { getOffer } from "../offers/find-offer";
import type { OfferRow } from "../offers/offer";
import { type AppointmentRow, requireAligned } from "./appointment";
import { limitToOffer } from "./offered-choice";
import { customerOf, placeAppointment } from "./place-appointment";
import { findByRequestKey } from "./queries";
import { requireReferences } from "./references";

/**
 * Books one time, or refuses with a reason and what is free instead. Without a wished person whoever's turn it is.
 * With an offer its row decides what is booked: service, people, room, branch, time and price. Who has read it just
 * now gives it along; while it is held, nobody but the constraints is asked whether its time is free.
 * The same `requestKey` always gives the same appointment. With Cal.com as calendar the result is `pending`: not
 * booked until `confirmAppointment`.
 * @throws DomainError `appointment.slot_taken`, `.closed`, `.holiday`, `.staff_off`, `.staff_not_qualified`, `.past`,
 *   `.too_soon`, `.too_far` (conflict, with `{ reason, label?, alternatives }`), `appointment.start_not_aligned`,
 *   `appointment.request_cancelled`, `appointment.request_mismatch`, `offer.outdated`, and `<entity>.not_found` for
 *   ids that are not this tenant's
 */
export async function bookAppointment(
  ctx: TenantContext,
  input: AppointmentBooking,
  knownOffer?: OfferRow,
): Promise<AppointmentRow> {
  requirePermission(ctx, "appointments:write");
  const given = appointmentBooking.parse(input);
  const known = knownOffer?.id === given.offerId ? knownOffer : undefined;
  // What a call keeps is hardly ever booked already; if it is, the key's constraint says so.
  const earlier = known && holdsNow(known) ? undefined : await findByRequestKey(ctx, given.requestKey);
  if (earlier) return stillBooked(earlier, given);
  const offer = known ?? (await offerOf(ctx, given));
  const heldOfferId = offer && holdsNow(offer) ? offer.id : undefined;
  const booking = offer
    ? {
        ...given,
        serviceId: offer.serviceId,
        branchId: offer.branchId,
        staffId: offer.staffId,
        start: offer.startTime,
      }
    : given;
  requireAligned(booking.start);
  const start = booking.start.getTime();
  const [loaded] = await Promise.all([
    loadCalendar(ctx, {
      ...booking,
      range: { start, end: start + 1 },
      alone: true,
      isHeld: heldOfferId !== undefined,
    }),
    requireReferences(ctx, {
      callId: booking.callId,
      customerId: "customerId" in booking.customer ? booking.customer.customerId : undefined,
    }),
  ]);
  let calendar = offer ? limitToOffer(loaded, offer) : loaded;
  let verdict: Verdict = judgeStart(calendar, start, booking.staffId);
  // Whoever was faster left others free, perhaps, each time fewer; or holds were in the way, which give way then.
  const attempts = 1 + calendar.staff.length + (calendar.resources?.length ?? 0);
  for (let attempt = 0; verdict.free && attempt < attempts; attempt++) {
    const { choice } = verdict;
    try {
      const row = await transact(ctx.db, async (tx) => {
        const customer = await customerOf(ctx, tx, booking);
        const terms = { ...booking, heldOfferId, customer, isRepeated: attempt > 0 };
        return placeAppointment(ctx, tx, calendar, choice, booking.start, terms);
      });
      return await settled(ctx, booking, row);
    } catch (error) {
      if (isDuplicateKey(error, "appointments_request_uq")) break;
      if (!(error instanceof SlotLost)) throw error;
    }
    calendar = await withBusyTime(ctx, calendar);
    verdict = judgeStart(calendar, start, booking.staffId);
  }
  // What took the slot may be this very request, sent twice.
  const twin = await findByRequestKey(ctx, booking.requestKey);
  if (twin) return stillBooked(twin, given);
  throw await refuseSlot(ctx, booking, verdict.free ? { reason: "taken" } : verdict);
}

const offerOf = (ctx: TenantContext, { offerId }: AppointmentBooking) =>
  offerId === undefined ? undefined : getOffer(ctx, offerId);

const holdsNow = ({ heldUntil }: OfferRow) => heldUntil !== null && heldUntil.getTime() > Date.now();

/** Cal.com may refuse what looked free here. */
async function settled(
  ctx: TenantContext,
  booking: AppointmentBooking,
  row: AppointmentRow,
): Promise<AppointmentRow> {
  const after = await settleWhileWaiting(ctx, row);
  if (after.status === "cancelled") throw await refuseSlot(ctx, booking, { reason: "taken" });
  return after;
}

function stillBooked(row: AppointmentRow, { requestHash }: AppointmentBooking): AppointmentRow {
  if (requestHash && row.requestHash && requestHash !== row.requestHash)
    throw new DomainError("appointment.request_mismatch", "conflict");
  if (row.status === "cancelled") throw new DomainError("appointment.request_cancelled", "conflict");
  return row;
}
