import { and, eq } from "drizzle-orm";
import { appointments } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { changeAppointment } from "../appointments/change-appointment";

/** Cal.com says that a meeting ended or that nobody came. Unknown bookings and cancelled ones stay as they are. */
export async function applyOutcome(
  ctx: TenantContext,
  uid: string,
  status: "completed" | "no_show" | undefined,
): Promise<void> {
  if (!status) return;
  const [row] = await ctx.db
    .select({ id: appointments.id, status: appointments.status, startTime: appointments.startTime })
    .from(appointments)
    .where(and(eq(appointments.tenantId, ctx.tenant.id), eq(appointments.calcomBookingId, uid)));
  // Who did not come stays that way, even though the meeting "ended" later.
  const isOpen = row?.status === "scheduled" || (row?.status === "completed" && status === "no_show");
  if (!row || !isOpen || row.startTime > new Date()) return;
  await changeAppointment(ctx, { appointmentId: row.id, status });
}
