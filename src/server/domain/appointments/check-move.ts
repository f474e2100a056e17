import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { judgeMove } from "./judge-move";
import { readAppointment } from "./queries";

/**
 * Whether an appointment could go to another time with the same person, by the very verdict that moves it.
 * @throws DomainError `appointment.not_found`, and those of `judgeMove`
 */
export async function checkMove(
  ctx: TenantContext,
  { appointmentId, start }: { appointmentId: number; start: Date },
): Promise<void> {
  requirePermission(ctx, "appointments:read");
  await judgeMove(ctx, await readAppointment(ctx, ctx.db, appointmentId), { start });
}
