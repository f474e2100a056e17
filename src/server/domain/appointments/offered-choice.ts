import { minuteMs } from "@/lib/calendar-time";
import { DomainError } from "../_core/errors";
import type { Calendar } from "../availability/calendar";
import { type OfferRow, staffOf } from "../offers/offer";

/**
 * The calendar with nothing left in it but what was offered. Minimum notice was kept when the time was offered; it
 * does not run out while the caller decides.
 * @throws DomainError `offer.outdated` where the service is no longer what was offered
 */
export function limitToOffer(calendar: Calendar, offer: OfferRow): Calendar {
  const { service } = calendar;
  const durationMinutes = (offer.endTime.getTime() - offer.startTime.getTime()) / minuteMs;
  const needed = staffOf(offer);
  const staff = calendar.staff.filter(({ id }) => needed.includes(id));
  const resources = calendar.resources?.filter(({ id }) => id === offer.resourceId);
  const stands =
    service.durationMinutes === durationMinutes &&
    service.priceCents === offer.priceCents &&
    service.staffNeeded === needed.length &&
    staff.length === needed.length &&
    (resources ? resources.length === 1 : offer.resourceId === null);
  if (!stands) throw new DomainError("offer.outdated", "conflict");
  return { ...calendar, minNoticeMinutes: 0, staff, resources: resources ?? null };
}
