import type { Slot } from "@/contracts/appointments";
import { type FreeTimesRequest, freeTimesRequest } from "@/contracts/calendar";
import { minuteMs } from "@/lib/calendar-time";
import { dayRange } from "@/lib/day-range";
import { addDays, wallTimeOf } from "@/lib/plain-date";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { loadOfferCalendar } from "../availability/load-offer-calendar";
import { offerSlots } from "../availability/offer-slots";
import { readAppointment } from "./queries";

const weekDays = 7;
/** How far ahead the next free time is looked for when a week has none. */
const searchDays = 60;

/**
 * The free times of seven days, day by day on the branch's calendar, for a new appointment or one that moves: its own
 * time does not stand in its way, its branch and length stay. `next` is the first free time after an empty week.
 * @throws DomainError those of `findSlots`, `appointment.not_found`, `appointment.not_movable`
 */
export async function findFreeTimes(ctx: TenantContext, request: FreeTimesRequest) {
  requirePermission(ctx, "appointments:read");
  const { wish, staffId, fromDate } = freeTimesRequest.parse(request);
  const { isNow, ...target } =
    "movingAppointmentId" in wish ? await moving(ctx, wish.movingAppointmentId) : { ...wish, isNow: never };
  const search = async (from: string, days: number): Promise<Slot[]> => {
    const range = dayRange({ fromDate: from, toDate: addDays(from, days - 1) }, ctx.tenant.timeZone);
    const [start, end] = [range.from, range.before].map((at) => (at as Date).getTime()) as [number, number];
    const calendar = await loadOfferCalendar(ctx, { ...target, staffId, range: { start, end } });
    return offerSlots(calendar, staffId).filter((slot) => !isNow(slot));
  };
  const slots = await search(fromDate, weekDays);
  const dates = Array.from({ length: weekDays }, (_, index) => addDays(fromDate, index));
  const dateOf = (slot: Slot) => wallTimeOf(slot.start, slot.timeZone).date;
  const next = slots.length > 0 ? undefined : (await search(addDays(fromDate, weekDays), searchDays))[0];
  return {
    days: dates.map((date) => ({ date, slots: slots.filter((slot) => dateOf(slot) === date) })),
    next: next ? { ...next, date: dateOf(next) } : null,
  };
}

const never = () => false;

async function moving(ctx: TenantContext, appointmentId: number) {
  const row = await readAppointment(ctx, ctx.db, appointmentId);
  const { id, serviceId, branchId, startTime, endTime, status } = row;
  if (serviceId === null || (status !== "pending" && status !== "scheduled")) {
    throw new DomainError("appointment.not_movable", "conflict", { status });
  }
  const durationMinutes = (endTime.getTime() - startTime.getTime()) / minuteMs;
  return {
    serviceId,
    branchId: branchId ?? undefined,
    moving: { appointmentId: id, durationMinutes },
    /** Where it already stands is nowhere to move to. */
    isNow: (slot: Slot) => slot.staffId === row.staffId && slot.start.getTime() === startTime.getTime(),
  };
}
