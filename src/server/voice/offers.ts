import type { Slot } from "@/contracts/appointments";
import type { TenantContext } from "@/server/domain/_core/context";
import { DomainError } from "@/server/domain/_core/errors";
import { holdOffer } from "@/server/domain/offers/hold-offer";
import { makeOffers } from "@/server/domain/offers/make-offers";
import type { OfferRow } from "@/server/domain/offers/offer";
import { releaseHolds } from "@/server/domain/offers/release-holds";
import type { Catalog } from "./catalog-wish";
import type { SpokenSlot } from "./sentences/spoken";
import type { VoiceCall } from "./tool";
import { zonedIso } from "./zoned-iso";

/** How many times one remembers at the phone. */
export const maxOffers = 3;

/** An offer with the names under which it is said. */
export interface NamedOffer {
  offer: OfferRow;
  service: string;
  staff: string;
  branch: string;
  /** IANA zone of the branch. */
  timeZone: string;
}

/**
 * Free times become offers of this call, in the same order; the first is kept for it where that was the very wish, of
 * the appointment `moving` if that would go there.
 */
export async function offerTimes(
  ctx: TenantContext,
  call: VoiceCall,
  slots: readonly Slot[],
  hold: "first" | "none" = "none",
  moving?: number,
): Promise<NamedOffer[]> {
  const offered = slots.slice(0, maxOffers);
  const rows = await makeOffers(ctx, { callId: call.row.id, slots: offered, hold, moving });
  return offered.flatMap((slot, i) => {
    const { serviceName: service, staffName: staff, branchName: branch, timeZone } = slot;
    return rows[i] ? [{ offer: rows[i], service, staff, branch, timeZone }] : [];
  });
}

/** An offer made earlier in the call; undefined if what it names is no longer there. */
export function nameOffer({ services, staff, branches }: Catalog, offer: OfferRow): NamedOffer | undefined {
  const service = services.find(({ id }) => id === offer.serviceId);
  const person = staff.find(({ id }) => id === offer.staffId);
  const branch = branches.find(({ id }) => id === offer.branchId);
  return service && person && branch
    ? { offer, service: service.name, staff: person.name, branch: branch.name, timeZone: branch.timeZone }
    : undefined;
}

/**
 * Keeps a time while the caller makes up their mind, and gives back the call's others. Whose number keeps too many
 * times already is served all the same: without a hold.
 * @throws DomainError `appointment.slot_taken` with alternatives
 */
export async function keepOffer(
  ctx: TenantContext,
  call: VoiceCall,
  offer: OfferRow,
  moving?: number,
): Promise<void> {
  await holdOffer(ctx, { offerId: offer.id, moving }, offer).catch((error: unknown) => {
    if (!(error instanceof DomainError) || error.code !== "offer.hold_limit") throw error;
  });
  await releaseHolds(ctx, { callId: call.row.id, exceptOfferId: offer.id });
}

/** An offer as the agent gets it: everything needed to say it, and the id that books exactly this. */
export function offerData(call: VoiceCall, { offer, service, staff, branch, timeZone }: NamedOffer) {
  return {
    offer_id: offer.code,
    start: zonedIso(offer.startTime, timeZone),
    spoken: call.sentences.moment(offer.startTime, { ...call.clock, timeZone }),
    service,
    service_id: offer.serviceId,
    staff,
    staff_id: offer.staffId,
    branch,
    branch_id: offer.branchId,
    price_cents: offer.priceCents,
  };
}

/** What is said of an offer: the person only where it matters, the branch where there are several. */
export function spokenOffer(
  call: VoiceCall,
  { offer, service, staff, branch, timeZone }: NamedOffer,
  say: { staff: boolean; branch: boolean },
): SpokenSlot {
  return {
    service,
    start: offer.startTime,
    clock: { ...call.clock, timeZone },
    staff: say.staff ? staff : undefined,
    branch: say.branch ? branch : undefined,
  };
}
