import { type SlotCheck, type SlotWish, slotWish } from "@/contracts/appointments";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { judgeStart } from "./judge-start";
import { loadOfferCalendar } from "./load-offer-calendar";
import { firstWeek, toSlot } from "./offer-slots";
import { findAlternatives, searchRange } from "./refuse-slot";

/**
 * Whether this very time can be booked, by the same function that books. A refusal names its first reason and up
 * to three alternatives, each an absolute time. A start that is not on five minutes counts as taken.
 * @throws DomainError `service.not_found`, `branch.not_found`, `staff.not_found`
 */
export async function checkSlot(ctx: TenantContext, input: SlotWish): Promise<SlotCheck> {
  requirePermission(ctx, "appointments:read");
  const wish = slotWish.parse(input);
  const start = wish.start.getTime();
  const calendar = await loadOfferCalendar(ctx, { ...wish, range: firstWeek(searchRange(ctx, start)) });
  const verdict = judgeStart(calendar, start, wish.staffId);
  if (verdict.free) return { available: true, slot: toSlot(calendar, start, verdict.choice) };
  const { reason, label } = verdict;
  const alternatives =
    reason === "too_far"
      ? await findAlternatives(ctx, { ...wish, start: new Date(calendar.now) })
      : await findAlternatives(ctx, wish, calendar);
  return { available: false, reason, ...(label ? { label } : {}), alternatives };
}
