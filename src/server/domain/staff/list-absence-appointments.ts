import { type AbsenceRequest, absenceRequest } from "@/contracts/staff";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { type AffectedAppointment, listAffected } from "../catalog/affected-appointments";
import { absenceRange, zoneOfStaff } from "./absence";

/** What somebody would miss who is away then. @throws DomainError `staff.not_found` */
export async function listAbsenceAppointments(
  ctx: TenantContext,
  input: AbsenceRequest,
): Promise<AffectedAppointment[]> {
  requirePermission(ctx, "appointments:read");
  const { staffId, ...absence } = absenceRequest.parse(input);
  const timeZone = await zoneOfStaff(ctx, ctx.db, staffId);
  return listAffected(ctx, { staffId }, absenceRange(absence, timeZone));
}
