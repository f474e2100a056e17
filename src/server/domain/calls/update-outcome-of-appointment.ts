import { and, eq } from "drizzle-orm";
import { appointments } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { updateCallOutcome } from "./derive-outcome";

/** An outside calendar may confirm an appointment when its call is already over: then the call was a booking. */
export async function updateOutcomeOfAppointment(ctx: TenantContext, appointmentId: number): Promise<void> {
  const [appointment] = await ctx.db
    .select({ callId: appointments.callId })
    .from(appointments)
    .where(and(eq(appointments.tenantId, ctx.tenant.id), eq(appointments.id, appointmentId)));
  if (appointment?.callId) await updateCallOutcome(ctx, appointment.callId);
}
