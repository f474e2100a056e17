import { z } from "zod";
import { toE164 } from "@/lib/phone";
import type { TenantContext } from "@/server/domain/_core/context";
import type { AppointmentRow } from "@/server/domain/appointments/appointment";
import { words } from "../arguments";
import { askForYes } from "../ask-for-yes";
import { bookOnce, findBooked, type PhoneBooking } from "../book-once";
import { type BookingTarget, findBookingTarget } from "../booking-target";
import { type Catalog, loadCatalog } from "../catalog-wish";
import { readCustomerName } from "../customer-name";
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
  customer_name: words(255, "The caller's own first and last name, as they said it; never a team member's"),
  customer_phone: words(40, "Only where the caller named a number"),
  customer_email: words(255, "Only where the caller named one; never ask for it"),
  notes: words(2_000, "What the team should know, in the caller's words"),
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
    const name = readCustomerName(args.customer_name, {
      staffNames: catalog.staff.map((person) => person.name),
      agentName: call.agentName,
    });
    if (!name.ok)
      return name.reason === "missing"
        ? refuse("customer.name_required", call.sentences.askName())
        : refuse(`customer.name_is_${name.reason}`, call.sentences.askOwnName());
    const contact = readContact(call, args);
    if ("reply" in contact) return contact.reply;

    const { target } = read;
    const { offer } = target;
    const booking: PhoneBooking = {
      offerId: offer.id,
      serviceId: offer.serviceId,
      branchId: offer.branchId,
      staffId: offer.staffId,
      start: offer.startTime,
      customer: { name: name.name, phone: contact.phone, email: contact.email },
      notes: contact.notes,
      callId: call.row.id,
      source: "phone",
    };
    try {
      const unanswered = await askForYes(ctx, call, {
        action: "book",
        spoken: spokenOffer(call, target, { staff: true, branch: catalog.branches.length > 1 }),
        synonyms: catalog.services.find(({ id }) => id === offer.serviceId)?.synonyms,
        offerId: offer.id,
        isNew: target.isNew,
        data: { booked: false, offers: [offerData(call, target)] },
      });
      if (!unanswered) return confirm(call, catalog, await bookOnce(ctx, booking), target);
      // Asked again for what stands already: nothing is written, and it is not "taken" either.
      const booked = await findBooked(ctx, booking);
      if (booked) return confirm(call, catalog, booked, target);
      await keepOffer(ctx, call, offer);
      return unanswered;
    } catch (error) {
      return refused(ctx, call, catalog, target, args, error);
    }
  },
});

/**
 * The calling number is whose appointment it is; another number that was named is a note for the team. A number is
 * asked for again only where there is no other.
 */
function readContact(
  { callerPhone, sentences }: VoiceCall,
  { customer_phone, customer_email, notes }: Args,
): { phone: string | undefined; email: string | undefined; notes: string | undefined } | { reply: Reply } {
  const said = toE164(customer_phone);
  if (customer_phone && !said && !callerPhone)
    return { reply: refuse("customer.phone_invalid", sentences.refusal("customer.phone_invalid")) };
  const phone = callerPhone ?? said;
  const email = z.email().safeParse(customer_email?.replace(/\s+/g, "")).data;
  const extra = [
    notes,
    said && said !== phone ? sentences.otherPhone(said) : undefined,
    customer_email && !email ? sentences.unreadableEmail(customer_email) : undefined,
  ].filter((line) => line !== undefined);
  return { phone, email, notes: extra.length > 0 ? extra.join("\n") : undefined };
}

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
