import { and, eq } from "drizzle-orm";
import { type ClosedDaysRequest, closedDaysRequest } from "@/contracts/branches";
import { branches } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { type AffectedAppointment, listAffected } from "../catalog/affected-appointments";
import { closedRange } from "./get-branch";

/** What lies in days on which a branch would be closed. @throws DomainError `branch.not_found` */
export async function listClosureAppointments(
  ctx: TenantContext,
  input: ClosedDaysRequest,
): Promise<AffectedAppointment[]> {
  requirePermission(ctx, "appointments:read");
  const { branchId, fromDate, toDate } = closedDaysRequest.parse(input);
  const [branch] = await ctx.db
    .select({ timeZone: branches.timeZone })
    .from(branches)
    .where(and(eq(branches.tenantId, ctx.tenant.id), eq(branches.id, branchId)));
  if (!branch) throw notFound("branch");
  return listAffected(ctx, { branchId }, closedRange(fromDate, toDate, branch.timeZone));
}
