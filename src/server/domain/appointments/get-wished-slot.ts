import type { Slot } from "@/contracts/appointments";
import { type WishedTimeRequest, wishedTimeRequest } from "@/contracts/calendar";
import { dayMs } from "@/lib/calendar-time";
import { minuteOf } from "@/lib/clock-minutes";
import { instantOf } from "@/lib/plain-date";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { judgeStart } from "../availability/judge-start";
import { loadOfferCalendar } from "../availability/load-offer-calendar";
import { toSlot } from "../availability/offer-slots";
import { refuseSlot } from "../availability/refuse-slot";
import { timeTarget } from "./time-target";

/**
 * One time that somebody named, on the wall of the branch (without one, of the business), whether or not it stands in
 * the list of free times; by the same verdict that books and moves.
 * @throws DomainError the refusals of `bookAppointment` with what is free instead, and those of `timeTarget`
 */
export async function getWishedSlot(ctx: TenantContext, request: WishedTimeRequest): Promise<Slot> {
  requirePermission(ctx, "appointments:read");
  const { date, time, ...wish } = wishedTimeRequest.parse(request);
  const { target } = await timeTarget(ctx, wish);
  const around = Date.parse(`${date}T12:00:00Z`);
  const range = { start: around - dayMs, end: around + dayMs };
  const calendar = await loadOfferCalendar(ctx, { ...target, range });
  const [branch] = calendar.branches;
  const zone = (calendar.branches.length === 1 && branch?.timeZone) || ctx.tenant.timeZone;
  const start = instantOf(date, minuteOf(time, "start"), zone);
  const verdict = judgeStart(calendar, start.getTime(), wish.staffId);
  if (!verdict.free) throw await refuseSlot(ctx, { ...target, start }, verdict);
  return toSlot(calendar, start.getTime(), verdict.choice);
}
