import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { refuseSlot } from "../availability/refuse-slot";
import { getOffer } from "./find-offer";
import { hold } from "./hold";
import type { OfferRow } from "./offer";

/**
 * Keeps an offered time for its call, for the business's `hold_minutes` from now: nobody else is offered or can book
 * it. Holding again holds longer; one more than a call may keep ends its oldest, and one that overlaps ends the other.
 * Who has read the offer just now gives it along; `moving` is the appointment that would go there.
 * @throws DomainError `offer.not_found`, `offer.hold_limit` (too many times kept for this number),
 *   `appointment.slot_taken` (with `{ reason, alternatives }`)
 */
export async function holdOffer(
  ctx: TenantContext,
  { offerId, moving }: { offerId: number; moving?: number | undefined },
  known?: OfferRow,
): Promise<OfferRow> {
  requirePermission(ctx, "appointments:write");
  const offer = known?.id === offerId ? known : await getOffer(ctx, offerId);
  const held = await hold(ctx, offer, moving);
  if (held) return held;
  const { serviceId, branchId, startTime: start } = offer;
  throw await refuseSlot(ctx, { serviceId, branchId, start }, { reason: "taken" });
}
