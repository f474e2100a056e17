import type { Slot } from "@/contracts/appointments";
import { type FreeTimesRequest, freeTimesRequest } from "@/contracts/calendar";
import { dayRange } from "@/lib/day-range";
import { addDays, wallTimeOf } from "@/lib/plain-date";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { judgeEmptyDay } from "../availability/judge-day";
import { loadOfferCalendar } from "../availability/load-offer-calendar";
import { offerSlots } from "../availability/offer-slots";
import { timeTarget } from "./time-target";

const weekDays = 7;
/** How far ahead the next free time is looked for when a week has none. */
const searchDays = 60;

/**
 * The free times of seven days, day by day on the branch's calendar, for a new appointment or one that moves; a day
 * without any says why. `next` is the first free time after an empty week.
 * @throws DomainError those of `findSlots` and `timeTarget`
 */
export async function findFreeTimes(ctx: TenantContext, request: FreeTimesRequest) {
  requirePermission(ctx, "appointments:read");
  const { fromDate, ...wish } = freeTimesRequest.parse(request);
  const { staffId } = wish;
  const { target, isNow } = await timeTarget(ctx, wish);
  const search = async (from: string, days: number) => {
    const range = dayRange({ fromDate: from, toDate: addDays(from, days - 1) }, ctx.tenant.timeZone);
    const [start, end] = [range.from, range.before].map((at) => (at as Date).getTime()) as [number, number];
    const calendar = await loadOfferCalendar(ctx, { ...target, range: { start, end } });
    return { calendar, slots: offerSlots(calendar, staffId).filter((slot) => !isNow(slot)) };
  };
  const { calendar, slots } = await search(fromDate, weekDays);
  const dateOf = (slot: Slot) => wallTimeOf(slot.start, slot.timeZone).date;
  const next =
    slots.length > 0 ? undefined : (await search(addDays(fromDate, weekDays), searchDays)).slots[0];
  return {
    days: Array.from({ length: weekDays }, (_, index) => {
      const date = addDays(fromDate, index);
      const ofDay = slots.filter((slot) => dateOf(slot) === date);
      const empty = ofDay.length > 0 ? null : judgeEmptyDay(calendar, date, staffId);
      return { date, slots: ofDay, empty };
    }),
    next: next ? { ...next, date: dateOf(next) } : null,
  };
}
