import { and, asc, desc, eq } from "drizzle-orm";
import { branches, resources, serviceResources, services } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

/** Rooms and devices by branch and name, each with what is done there; those out of use at the end. */
export async function listResources(ctx: TenantContext) {
  requirePermission(ctx, "catalog:read");
  const [rows, uses] = await Promise.all([
    ctx.db
      .select({
        id: resources.id,
        name: resources.name,
        branchId: resources.branchId,
        branchName: branches.name,
        active: resources.active,
        version: resources.version,
      })
      .from(resources)
      .innerJoin(
        branches,
        and(eq(branches.tenantId, resources.tenantId), eq(branches.id, resources.branchId)),
      )
      .where(eq(resources.tenantId, ctx.tenant.id))
      .orderBy(desc(resources.active), asc(resources.branchId), asc(resources.name), asc(resources.id)),
    ctx.db
      .select({ resourceId: serviceResources.resourceId, name: services.name })
      .from(serviceResources)
      .innerJoin(
        services,
        and(
          eq(services.tenantId, serviceResources.tenantId),
          eq(services.id, serviceResources.serviceId),
          eq(services.active, true),
        ),
      )
      .where(eq(serviceResources.tenantId, ctx.tenant.id))
      .orderBy(asc(services.name)),
  ]);
  return rows.map((resource) => ({
    ...resource,
    serviceNames: uses.filter(({ resourceId }) => resourceId === resource.id).map(({ name }) => name),
  }));
}
