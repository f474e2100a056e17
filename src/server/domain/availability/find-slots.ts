import { type Slot, type SlotSearch, slotSearch } from "@/contracts/appointments";
import { dayMs } from "@/lib/calendar-time";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { loadOfferCalendar } from "./load-offer-calendar";
import { offerSlots } from "./offer-slots";

const maxRangeMs = 62 * dayMs;

/**
 * Bookable times with a start in [from, to), earliest first: one per start and branch, at most `limit` (100).
 * @throws DomainError `service.not_found`, `branch.not_found`, `staff.not_found`, `availability.range_invalid`
 */
export async function findSlots(ctx: TenantContext, input: SlotSearch): Promise<Slot[]> {
  requirePermission(ctx, "appointments:read");
  const { from, to, limit = 100, ...wish } = slotSearch.parse(input);
  const range = { start: from.getTime(), end: to.getTime() };
  if (range.end <= range.start || range.end - range.start > maxRangeMs) {
    throw new DomainError("availability.range_invalid", "invalid", { fields: ["from", "to"] });
  }
  return offerSlots(await loadOfferCalendar(ctx, { ...wish, range }), wish.staffId).slice(0, limit);
}
