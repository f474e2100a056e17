import { and, asc, eq } from "drizzle-orm";
import { branches, services, staff, staffServices } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

/** Active services, by name. */
export async function listServices(ctx: TenantContext) {
  requirePermission(ctx, "catalog:read");
  return ctx.db
    .select({
      id: services.id,
      name: services.name,
      description: services.description,
      durationMinutes: services.durationMinutes,
      bufferBeforeMinutes: services.bufferBeforeMinutes,
      bufferAfterMinutes: services.bufferAfterMinutes,
      priceCents: services.priceCents,
      synonyms: services.synonyms,
    })
    .from(services)
    .where(and(eq(services.tenantId, ctx.tenant.id), eq(services.active, true)))
    .orderBy(asc(services.name), asc(services.id));
}

/** Active branches, oldest first. */
export async function listBranches(ctx: TenantContext) {
  requirePermission(ctx, "catalog:read");
  return ctx.db
    .select({
      id: branches.id,
      name: branches.name,
      address: branches.address,
      phone: branches.phone,
      federalState: branches.federalState,
      timeZone: branches.timeZone,
    })
    .from(branches)
    .where(and(eq(branches.tenantId, ctx.tenant.id), eq(branches.active, true)))
    .orderBy(asc(branches.id));
}

/** Active staff by name, each with the services they are qualified for; or only those qualified for one. */
export async function listStaff(ctx: TenantContext, filter: { serviceId?: number } = {}) {
  requirePermission(ctx, "catalog:read");
  const rows = await ctx.db
    .select({
      id: staff.id,
      name: staff.name,
      homeBranchId: staff.homeBranchId,
      serviceId: staffServices.serviceId,
    })
    .from(staff)
    .leftJoin(
      staffServices,
      and(eq(staffServices.tenantId, staff.tenantId), eq(staffServices.staffId, staff.id)),
    )
    .where(and(eq(staff.tenantId, ctx.tenant.id), eq(staff.active, true)))
    .orderBy(asc(staff.name), asc(staff.id));
  const people = new Map<
    number,
    { id: number; name: string; homeBranchId: number | null; serviceIds: number[] }
  >();
  for (const { serviceId, ...person } of rows) {
    const known = people.get(person.id) ?? { ...person, serviceIds: [] };
    people.set(person.id, known);
    if (serviceId !== null) known.serviceIds.push(serviceId);
  }
  return [...people.values()].filter(
    ({ serviceIds }) => filter.serviceId === undefined || serviceIds.includes(filter.serviceId),
  );
}

export type ServiceItem = Awaited<ReturnType<typeof listServices>>[number];
export type BranchItem = Awaited<ReturnType<typeof listBranches>>[number];
export type StaffItem = Awaited<ReturnType<typeof listStaff>>[number];
