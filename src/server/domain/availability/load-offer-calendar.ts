import type { TenantContext } from "../_core/context";
import { limitToCalcom } from "../calcom/limit-to-calcom";
import type { Calendar } from "./calendar";
import { type CalendarRequest, loadCalendar } from "./load-calendar";

/**
 * The calendar from which times are offered. With Cal.com as source it asks there too, so never call it inside a
 * transaction; booking itself goes by `loadCalendar` and then by Cal.com's own answer.
 * @throws DomainError those of `loadCalendar`, and `calendar.unavailable`
 */
export async function loadOfferCalendar(ctx: TenantContext, request: CalendarRequest): Promise<Calendar> {
  const calendar = await loadCalendar(ctx, request);
  return calendar.calendarSource === "calcom" ? limitToCalcom(ctx, calendar) : calendar;
}
