import type { Slot } from "@/contracts/appointments";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { toSlot } from "../availability/offer-slots";
import { judgeMove } from "./judge-move";
import { readAppointment } from "./queries";

/**
 * Another time for an appointment with the same person, by the very verdict that moves it.
 * @throws DomainError `appointment.not_found`, and those of `judgeMove`
 */
export async function checkMove(
  ctx: TenantContext,
  { appointmentId, start }: { appointmentId: number; start: Date },
): Promise<Slot> {
  requirePermission(ctx, "appointments:read");
  const current = await readAppointment(ctx, ctx.db, appointmentId);
  const { calendar, choice } = await judgeMove(ctx, current, { start });
  return toSlot(calendar, start.getTime(), choice);
}
