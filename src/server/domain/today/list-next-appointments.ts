import type { TenantContext } from "../_core/context";
import { listAppointments } from "../appointments/queries";

const shown = 8;

/** The appointments that come next, whoever has them; also the one that is under way since a moment ago. */
export async function listNextAppointments(ctx: TenantContext, now = new Date()) {
  const rows = await listAppointments(ctx, {
    from: new Date(now.getTime() - 10 * 60_000),
    status: ["pending", "scheduled"],
    limit: shown,
  });
  return rows.map(({ appointment, ...names }) => ({
    id: appointment.id,
    startTime: appointment.startTime,
    endTime: appointment.endTime,
    status: appointment.status,
    attendeeName: appointment.attendeeName,
    ...names,
    timeZone: names.timeZone ?? ctx.tenant.timeZone,
  }));
}
