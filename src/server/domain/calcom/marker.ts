import { env } from "@/env";
import { equalDigests, hmacSha256Hex } from "@/lib/signatures";
import type { CalcomBooking } from "@/server/integrations/calcom/booking";
import type { TenantContext } from "../_core/context";

/** Goes into the metadata of a booking beside the appointment's id: nobody else can write it. */
export const markerFor = (ctx: TenantContext, appointmentId: number): string =>
  hmacSha256Hex(env.ENCRYPTION_KEY, `calcom-booking:${ctx.tenant.id}:${appointmentId}`);

/** The appointment that this booking was made for, by us. */
export function provenAppointment(
  ctx: TenantContext,
  { appointmentId, marker }: Pick<CalcomBooking, "appointmentId" | "marker">,
): number | null {
  if (appointmentId === null || marker === null) return null;
  return equalDigests(marker, markerFor(ctx, appointmentId)) ? appointmentId : null;
}
