import { z } from "zod";
import type { TenantContext } from "@/server/domain/_core/context";
import type { AppointmentRow } from "@/server/domain/appointments/appointment";
import { words } from "../arguments";
import { askForYes } from "../ask-for-yes";
import {
  type BookedForOther,
  bookOnce,
  findBooked,
  findBookedForOther,
  type PhoneBooking,
} from "../book-once";
import { type BookingTarget, findBookingTarget } from "../booking-target";
import { type Catalog, loadCatalog } from "../catalog-wish";
import { customerArguments, readCustomer } from "../customer";
import { keepOffer, offerData, spokenOffer } from "../offers";
import type { SpokenAppointment } from "../sentences/spoken";
import { refuseSlot, slotRefusal } from "../slot-refusal";
import { answer, defineTool, type Reply, refuse, type VoiceCall } from "../tool";
import { zonedIso } from "../zoned-iso";

const args = z.object({
  offer_id: words(100, "offer_id of the time the caller chose, exactly as check_availability gave it"),
  start: words(100, "Start of the chosen time as ISO 8601 with offset"),
  service: words(255, "Service, where there is no offer_id"),
  staff: words(255, "Person, only if the caller asked for somebody"),
  branch: words(255, "Branch, only if the caller named one"),
  ...customerArguments,
});
type Args = z.infer<typeof args>;

export const bookAppointmentTool = defineTool({
  name: "book_appointment",
  description:
    "Books the time the caller agreed to. First read back weekday, date, time and service in one sentence and wait for the caller's yes; without it nothing is booked and the answer is the sentence to read back: say it, wait, call again. Needs the offer_id of check_availability and the caller's own name. The appointment exists only if the answer says so: never say it is booked before.",
  kind: "write",
  args,
  deadlineMs: 9_000,
  async run(ctx, args, call) {
    const catalog = await loadCatalog(ctx);
    const read = await findBookingTarget(ctx, call, catalog, args);
    if ("reply" in read) return read.reply;
    const who = readCustomer(call, catalog, args);
    if ("reply" in who) return who.reply;

    const { target } = read;
    const { offer } = target;
    const booking: PhoneBooking = {
      offerId: offer.id,
      serviceId: offer.serviceId,
      branchId: offer.branchId,
      staffId: offer.staffId,
      start: offer.startTime,
      ...who.booker,
      callId: call.row.id,
      source: "phone",
    };
    try {
      const unanswered = await askForYes(ctx, call, {
        action: "book",
        spoken: spokenOffer(call, target, { staff: true, branch: catalog.branches.length > 1 }),
        catalog,
        offerId: offer.id,
        isNew: target.isNew,
        data: { booked: false, offers: [offerData(call, target)] },
      });
      if (!unanswered) return confirm(call, catalog, await bookOnce(ctx, booking, offer), target);
      // Asked again for what stands already: nothing is written, and it is not "taken" either.
      const booked = await findBooked(ctx, booking);
      if (booked) return confirm(call, catalog, booked, target);
      await keepOffer(ctx, call, offer);
      return unanswered;
    } catch (error) {
      const other = slotRefusal(error) && (await findBookedForOther(ctx, booking));
      return other ? tellBooked(call, other) : refused(ctx, call, catalog, target, args, error);
    }
  },
});

/** The only place that may say "gebucht": after the row is committed, and only if it is scheduled. */
function confirm(call: VoiceCall, catalog: Catalog, row: AppointmentRow, { timeZone }: BookingTarget): Reply {
  const { sentences } = call;
  const nameOf = (list: { id: number; name: string }[], id: number | null) =>
    list.find((entry) => entry.id === id)?.name;
  const spoken: SpokenAppointment = {
    service: nameOf(catalog.services, row.serviceId) ?? sentences.anAppointment(),
    start: row.startTime,
    clock: { ...call.clock, timeZone },
    staff: nameOf(catalog.staff, row.staffId),
    branch: catalog.branches.length > 1 ? nameOf(catalog.branches, row.branchId) : undefined,
  };
  const data = {
    appointment_id: row.id,
    status: row.status,
    start: zonedIso(row.startTime, timeZone),
    spoken: sentences.moment(row.startTime, spoken.clock),
    service: spoken.service,
    staff: spoken.staff,
    branch: nameOf(catalog.branches, row.branchId),
  };
  if (row.status === "scheduled") return answer(sentences.booked(spoken), { booked: true, ...data });
  if (row.status === "pending") return answer(sentences.requested(spoken), { booked: false, ...data });
  return refuse("appointment.not_changeable", sentences.refusal("appointment.not_changeable"), data);
}

/** Not taken by anybody else: a correction of the name, or somebody who needs a time of their own. */
function tellBooked({ sentences }: VoiceCall, { appointment, name }: BookedForOther): Reply {
  const message = sentences.bookedBefore(name, appointment.status === "pending");
  return refuse("offer.booked", message, { appointment_id: appointment.id });
}

/** The time is gone or cannot be had: why, and what is free instead. Anything else is not ours to explain. */
async function refused(
  ctx: TenantContext,
  call: VoiceCall,
  catalog: Catalog,
  target: BookingTarget,
  args: Args,
  error: unknown,
): Promise<Reply> {
  const details = slotRefusal(error);
  if (!details) throw error;
  const { offer, timeZone, service } = target;
  const clock = { ...call.clock, timeZone };
  const staff = args.staff ? target.staff : undefined;
  const say = { staff: staff !== undefined, branch: catalog.branches.length > 1 };
  return refuseSlot(
    ctx,
    call,
    { start: offer.startTime, clock, service, staff, ...details },
    details.alternatives,
    say,
  );
}
