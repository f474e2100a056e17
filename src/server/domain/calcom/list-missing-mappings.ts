import { and, eq, isNull, or } from "drizzle-orm";
import { calcomEventTypes, services, staff, staffServices } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

export interface MissingMapping {
  serviceName: string;
  /** Who could not be booked for it; null if the service has nobody at all. */
  staffName: string | null;
}

/** The set-up check: every active service × qualified person that no active event type of Cal.com stands for. */
export async function listMissingMappings(ctx: TenantContext): Promise<MissingMapping[]> {
  requirePermission(ctx, "catalog:read");
  const t = ctx.tenant.id;
  return ctx.db
    .select({ serviceName: services.name, staffName: staff.name })
    .from(services)
    .leftJoin(
      staffServices,
      and(eq(staffServices.tenantId, services.tenantId), eq(staffServices.serviceId, services.id)),
    )
    .leftJoin(
      staff,
      and(eq(staff.tenantId, services.tenantId), eq(staff.id, staffServices.staffId), eq(staff.active, true)),
    )
    .leftJoin(
      calcomEventTypes,
      and(
        eq(calcomEventTypes.tenantId, services.tenantId),
        eq(calcomEventTypes.serviceId, services.id),
        eq(calcomEventTypes.active, true),
        // An event type without a person of its own (round robin) stands for everybody.
        or(isNull(calcomEventTypes.staffId), eq(calcomEventTypes.staffId, staff.id)),
      ),
    )
    .where(and(eq(services.tenantId, t), eq(services.active, true), isNull(calcomEventTypes.id)))
    .orderBy(services.id, staff.id);
}
