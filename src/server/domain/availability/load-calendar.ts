import type { Interval } from "@/lib/intervals";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { withBusyTime } from "./busy-time";
import type { Calendar } from "./calendar";
import {
  addClosedDays,
  addTimeOff,
  loadBranches,
  loadExceptions,
  loadResources,
  loadService,
  loadSpecialHours,
  loadStaff,
} from "./calendar-rows";

export interface CalendarRequest {
  serviceId: number;
  branchId?: number;
  staffId?: number;
  /** Starts of interest. */
  range: Interval;
  /** Milliseconds; defaults to the clock. */
  now?: number;
  /** An appointment that is being moved: its own time counts as free, its length stays. */
  moving?: { appointmentId: number; durationMinutes: number };
}

/**
 * Loads everything that decides about a range in seven queries, however long the range and however many people.
 * Minimum notice and booking window protect the business from callers; its own people book at once and far ahead.
 * @throws DomainError `service.not_found`, `branch.not_found`, `staff.not_found` (inactive or not this tenant's)
 */
export async function loadCalendar(ctx: TenantContext, request: CalendarRequest): Promise<Calendar> {
  const { range, now = Date.now(), moving } = request;
  const [service, branchList, staffList, resourceList, exceptions, specialHours] = await Promise.all([
    loadService(ctx, request.serviceId, moving !== undefined),
    loadBranches(ctx, request.branchId),
    loadStaff(ctx, request.serviceId, request.staffId),
    loadResources(ctx, request.serviceId),
    loadExceptions(ctx, range),
    loadSpecialHours(ctx, range),
  ]);
  if (!service) throw notFound("service");
  if (request.branchId !== undefined && branchList.length === 0) throw notFound("branch");
  if (request.staffId !== undefined && !staffList.some((p) => p.id === request.staffId))
    throw notFound("staff");
  addClosedDays(branchList, exceptions);
  addTimeOff(staffList, exceptions);
  for (const { staffId, ...hours } of specialHours)
    staffList.find((person) => person.id === staffId)?.specialHours.push(hours);

  const ownPeople = ctx.actor.type === "user";
  const calendar: Calendar = {
    now,
    range,
    minNoticeMinutes: ownPeople ? 0 : service.minNoticeMinutes,
    bookingWindowDays: ownPeople ? 3 * 366 : service.bookingWindowDays,
    slotStepMinutes: service.slotStepMinutes,
    calendarSource: service.calendarSource,
    service: { ...service, durationMinutes: moving?.durationMinutes ?? service.durationMinutes },
    branches: branchList,
    staff: staffList,
    resources: resourceList,
  };
  return withBusyTime(ctx, ctx.db, calendar, moving?.appointmentId);
}
