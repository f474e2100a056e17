import type { Interval } from "@/lib/intervals";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { withBusyTime } from "./busy-time";
import type { Calendar } from "./calendar";
import { loadCalendarRows } from "./calendar-rows";

export interface CalendarRequest {
  serviceId: number;
  branchId?: number;
  staffId?: number;
  /** Where one person is enough: nobody but the one asked for is of interest. */
  alone?: boolean;
  /** Starts of interest. */
  range: Interval;
  /** Milliseconds; defaults to the clock. */
  now?: number;
  /** An appointment that is being moved: its own time counts as free, its length stays. */
  moving?: { appointmentId: number; durationMinutes: number };
  /** The asking call keeps this time: who else is busy is of no interest. */
  isHeld?: boolean;
}

/**
 * Loads everything that decides about a range in two queries, however long the range and however many people.
 * Minimum notice and booking window protect the business from callers; its own people book at once and far ahead.
 * @throws DomainError `service.not_found`, `branch.not_found`, `staff.not_found` (inactive or not this tenant's)
 */
export async function loadCalendar(ctx: TenantContext, request: CalendarRequest): Promise<Calendar> {
  const { range, now = Date.now(), moving } = request;
  const rows = await loadCalendarRows(ctx, { ...request, evenInactive: moving !== undefined });
  if (!rows) throw notFound("service");
  const { service, branches, staff, resources } = rows;
  if (request.branchId !== undefined && branches.length === 0) throw notFound("branch");
  if (request.staffId !== undefined && !staff.some((p) => p.id === request.staffId)) throw notFound("staff");

  const ownPeople = ctx.actor.type === "user";
  const calendar: Calendar = {
    now,
    range,
    minNoticeMinutes: ownPeople ? 0 : service.minNoticeMinutes,
    bookingWindowDays: ownPeople ? 3 * 366 : service.bookingWindowDays,
    slotStepMinutes: service.slotStepMinutes,
    calendarSource: service.calendarSource,
    service: { ...service, durationMinutes: moving?.durationMinutes ?? service.durationMinutes },
    branches,
    staff,
    resources,
  };
  return request.isHeld ? calendar : withBusyTime(ctx, calendar, moving?.appointmentId);
}
