import type { Slot } from "@/contracts/appointments";

import { issueOffer, type OfferScope } from "./offer";
import type { SpokenSlot } from "./sentences/spoken";
import type { VoiceCall } from "./tool";
import { zonedIso } from "./zoned-iso";

/** How many times one remembers at the phone. */
export const maxOffers = 3;

export const offerScope = ({ row }: VoiceCall): OfferScope => ({ tenantId: row.tenantId, callId: row.id });

/** A free time as the agent gets it: everything needed to say it, and the id that books exactly this. */
export function offerData(call: VoiceCall, slot: Slot) {
  return {
    offer_id: issueOffer(offerScope(call), slot),
    start: zonedIso(slot.start, slot.timeZone),
    spoken: call.sentences.moment(slot.start, { ...call.clock, timeZone: slot.timeZone }),
    service: slot.serviceName,
    service_id: slot.serviceId,
    staff: slot.staffName,
    staff_id: slot.staffId,
    branch: slot.branchName,
    branch_id: slot.branchId,
    price_cents: slot.priceCents,
  };
}

/** What is said of a slot: the person only where it matters, the branch where there are several. */
export function spokenSlot(
  call: VoiceCall,
  slot: Slot,
  say: { staff: boolean; branch: boolean },
): SpokenSlot {
  return {
    service: slot.serviceName,
    start: slot.start,
    clock: { ...call.clock, timeZone: slot.timeZone },
    staff: say.staff ? slot.staffName : undefined,
    branch: say.branch ? slot.branchName : undefined,
  };
}
