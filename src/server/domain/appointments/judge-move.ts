import type { AppointmentMove } from "@/contracts/appointments";
import { minuteMs } from "@/lib/calendar-time";
import type { TenantContext } from "../_core/context";
import type { Calendar } from "../availability/calendar";
import { judgeStart, type Verdict } from "../availability/judge-start";
import { loadCalendar } from "../availability/load-calendar";
import { refuseSlot } from "../availability/refuse-slot";
import { findOfferAt } from "../offers/find-offer";
import { type AppointmentRow, requireMovable } from "./appointment";

type Target = Pick<AppointmentMove, "start" | "staffId" | "branchId">;

/**
 * Who would have it at another time, in the calendar that says so. It keeps person and branch unless others are named,
 * and its own time does not stand in its way.
 * @throws DomainError `appointment.not_movable`, and what `refuseSlot` says of a time that is not free
 */
export async function judgeMove(ctx: TenantContext, current: AppointmentRow, to: Target) {
  const serviceId = requireMovable(current);
  const start = to.start.getTime();
  const wish = {
    serviceId,
    branchId: to.branchId ?? current.branchId ?? undefined,
    staffId: to.staffId,
    start: to.start,
    moving: {
      appointmentId: current.id,
      durationMinutes: (current.endTime.getTime() - current.startTime.getTime()) / minuteMs,
    },
  };
  const calendar = await loadCalendar(ctx, { ...wish, range: { start, end: start + 1 }, alone: true });
  const staffId = to.staffId ?? current.staffId ?? undefined;
  const verdict = await judge(ctx, calendar, { serviceId, staffId, start: to.start });
  if (!verdict.free) throw await refuseSlot(ctx, wish, verdict);
  return { wish, calendar, choice: verdict.choice };
}

/** Minimum notice was kept when the call was offered this time; it does not run out while the caller decides. */
async function judge(
  ctx: TenantContext,
  calendar: Calendar,
  to: { serviceId: number; staffId: number | undefined; start: Date },
): Promise<Verdict> {
  const under = (terms: Calendar) => judgeStart(terms, to.start.getTime(), to.staffId);
  const verdict = under(calendar);
  if (verdict.free || verdict.reason !== "too_soon" || ctx.actor.type !== "voice") return verdict;
  const offered = await findOfferAt(ctx, { callId: ctx.actor.callId, ...to });
  return offered ? under({ ...calendar, minNoticeMinutes: 0 }) : verdict;
}
