import type { Slot } from "@/contracts/appointments";
import type { TimeWish } from "@/contracts/calendar";
import { minuteMs } from "@/lib/calendar-time";
import type { TenantContext } from "../_core/context";
import { requireMovable } from "./appointment";
import { readAppointment } from "./queries";

/**
 * What a time is looked for: what moves keeps its service and length, unless another is named its branch, and its own
 * time does not stand in its way. `isNow` tells the time at which it already stands.
 * @throws DomainError `appointment.not_found`, `appointment.not_movable`
 */
export async function timeTarget(ctx: TenantContext, { wish, staffId, branchId }: TimeWish) {
  if ("serviceId" in wish) return { target: { ...wish, staffId, branchId }, isNow: () => false };
  const row = await readAppointment(ctx, ctx.db, wish.movingAppointmentId);
  const serviceId = requireMovable(row);
  const { id, startTime, endTime } = row;
  const durationMinutes = (endTime.getTime() - startTime.getTime()) / minuteMs;
  return {
    target: {
      serviceId,
      staffId,
      branchId: branchId ?? row.branchId ?? undefined,
      moving: { appointmentId: id, durationMinutes },
    },
    isNow: (slot: Slot) =>
      slot.start.getTime() === startTime.getTime() &&
      slot.staffId === row.staffId &&
      slot.branchId === (row.branchId ?? slot.branchId),
  };
}
