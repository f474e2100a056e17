import { and, asc, desc, eq, sql } from "drizzle-orm";
import { serviceGaps, services, staff, staffServices } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

/** All services by name, those no longer offered at the end. */
export async function listServiceRows(ctx: TenantContext) {
  requirePermission(ctx, "catalog:read");
  const [rows, people, gaps] = await Promise.all([
    ctx.db
      .select({
        id: services.id,
        name: services.name,
        durationMinutes: services.durationMinutes,
        priceCents: services.priceCents,
        staffNeeded: services.staffNeeded,
        active: services.active,
      })
      .from(services)
      .where(eq(services.tenantId, ctx.tenant.id))
      .orderBy(desc(services.active), asc(services.name), asc(services.id)),
    ctx.db
      .select({ serviceId: staffServices.serviceId, name: staff.name })
      .from(staffServices)
      .innerJoin(
        staff,
        and(
          eq(staff.tenantId, staffServices.tenantId),
          eq(staff.id, staffServices.staffId),
          eq(staff.active, true),
        ),
      )
      .where(eq(staffServices.tenantId, ctx.tenant.id))
      .orderBy(asc(staff.name), asc(staff.id)),
    ctx.db
      .select({
        serviceId: serviceGaps.serviceId,
        minutes: sql<number>`SUM(${serviceGaps.endsMinute} - ${serviceGaps.startsMinute})`.mapWith(Number),
      })
      .from(serviceGaps)
      .where(eq(serviceGaps.tenantId, ctx.tenant.id))
      .groupBy(serviceGaps.serviceId),
  ]);
  return rows.map((service) => ({
    ...service,
    staffNames: people.filter(({ serviceId }) => serviceId === service.id).map(({ name }) => name),
    gapMinutes: gaps.find(({ serviceId }) => serviceId === service.id)?.minutes ?? 0,
  }));
}
