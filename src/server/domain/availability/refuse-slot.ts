import type { Slot, SlotRefusal, SlotWish } from "@/contracts/appointments";
import { dayMs, type LocalDay, localDays } from "@/lib/calendar-time";
import type { Interval } from "@/lib/intervals";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { sharedRead } from "../_core/shared-read";
import type { Calendar } from "./calendar";
import type { CalendarRequest } from "./load-calendar";
import { loadOfferCalendar } from "./load-offer-calendar";
import {
  firstWeek,
  maxAlternatives,
  nearestTo,
  type Offers,
  offersOf,
  suggestAlternatives,
} from "./offer-slots";

/** How far beyond a wish alternatives are looked for: longer than most company holidays, still one query. */
const searchDays = 28;

/** From the beginning of the wished day, or of today where that is over. */
export function searchRange(ctx: TenantContext, wish: number, now = Date.now()): Interval {
  const from = Math.max(wish, now);
  const [day] = localDays({ start: from, end: from + 1 }, ctx.tenant.timeZone) as [LocalDay];
  return { start: day.start, end: day.start + searchDays * dayMs };
}

type WishedSlot = SlotWish & Pick<CalendarRequest, "moving">;

/**
 * Up to three free times near a wish, read afresh. The first week and the wished person hold them nearly always; only
 * where they do not is everybody's time in the whole range read. Who has just read that week gives it along.
 */
export async function findAlternatives(
  ctx: TenantContext,
  wish: WishedSlot,
  known?: Calendar,
): Promise<Slot[]> {
  const near = { start: wish.start.getTime(), staffId: wish.staffId };
  const range = searchRange(ctx, near.start);
  const week = known ? offersOf(known, wish) : await findWeek(ctx, wish, firstWeek(range));
  const found = nearestTo(near.start, week);
  if (found.length === maxAlternatives) return found;
  return suggestAlternatives(await loadOfferCalendar(ctx, { ...wish, range }), near);
}

/** What is free in a week: read, and worked out, once for all who lose the same time at the same moment. */
function findWeek(ctx: TenantContext, wish: WishedSlot, range: Interval): Promise<Offers> {
  const { actor, tenant } = ctx;
  const { serviceId, branchId, staffId, moving } = wish;
  const asker = actor.type === "voice" ? actor.callId : actor.type;
  const key = ["week", tenant.id, asker, serviceId, branchId, staffId, range.start, JSON.stringify(moving)];
  return sharedRead(ctx.db, key.join(), async () =>
    offersOf(await loadOfferCalendar(ctx, { ...wish, range, alone: true }), wish),
  );
}

/** The refusal of a booking: `appointment.slot_taken`, `appointment.closed`, …, with what is free instead. */
export async function refuseSlot(
  ctx: TenantContext,
  wish: WishedSlot,
  because: { reason: SlotRefusal; label?: string },
): Promise<DomainError> {
  const near = because.reason === "too_far" ? { ...wish, start: new Date() } : wish;
  const code = because.reason === "taken" ? "slot_taken" : because.reason;
  return new DomainError(`appointment.${code}`, "conflict", {
    reason: because.reason,
    ...(because.label ? { label: because.label } : {}),
    alternatives: await findAlternatives(ctx, near),
  });
}
