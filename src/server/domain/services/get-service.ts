import { and, asc, eq } from "drizzle-orm";
import type { Queryable } from "@/server/db";
import {
  branches,
  serviceGaps,
  serviceResources,
  services,
  staff,
  staffServices,
  staffWorkingHours,
} from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { countUpcoming } from "../catalog/affected-appointments";

/** A service with its gaps, rooms and people, and where they offer it. @throws DomainError `service.not_found` */
export async function getService(ctx: TenantContext, serviceId: number) {
  requirePermission(ctx, "catalog:read");
  const [service, places, upcoming] = await Promise.all([
    readService(ctx, ctx.db, serviceId),
    loadPlaces(ctx, serviceId),
    countUpcoming(ctx, { serviceId }),
  ]);
  return { ...service, places, upcoming };
}

/** Inside verbs: without a permission check. @throws DomainError `service.not_found` */
export async function readService(ctx: TenantContext, db: Queryable, serviceId: number) {
  const tenantId = ctx.tenant.id;
  const [service] = await db
    .select({
      id: services.id,
      name: services.name,
      description: services.description,
      synonyms: services.synonyms,
      durationMinutes: services.durationMinutes,
      bufferBeforeMinutes: services.bufferBeforeMinutes,
      bufferAfterMinutes: services.bufferAfterMinutes,
      priceCents: services.priceCents,
      staffNeeded: services.staffNeeded,
      active: services.active,
      version: services.version,
    })
    .from(services)
    .where(and(eq(services.tenantId, tenantId), eq(services.id, serviceId)));
  if (!service) throw notFound("service");
  const gaps = await db
    .select({ startsMinute: serviceGaps.startsMinute, endsMinute: serviceGaps.endsMinute })
    .from(serviceGaps)
    .where(and(eq(serviceGaps.tenantId, tenantId), eq(serviceGaps.serviceId, serviceId)))
    .orderBy(asc(serviceGaps.startsMinute));
  const people = await db
    .select({ id: staffServices.staffId })
    .from(staffServices)
    .where(and(eq(staffServices.tenantId, tenantId), eq(staffServices.serviceId, serviceId)))
    .orderBy(asc(staffServices.staffId));
  const rooms = await db
    .select({ id: serviceResources.resourceId })
    .from(serviceResources)
    .where(and(eq(serviceResources.tenantId, tenantId), eq(serviceResources.serviceId, serviceId)))
    .orderBy(asc(serviceResources.resourceId));
  return {
    ...service,
    gaps,
    staffIds: people.map(({ id }) => id),
    resourceIds: rooms.map(({ id }) => id),
  };
}

/** Where somebody who can do it works. */
async function loadPlaces(ctx: TenantContext, serviceId: number) {
  const rows = await ctx.db
    .selectDistinct({
      branchId: branches.id,
      branchName: branches.name,
      staffId: staff.id,
      staffName: staff.name,
    })
    .from(staffServices)
    .innerJoin(
      staff,
      and(
        eq(staff.tenantId, staffServices.tenantId),
        eq(staff.id, staffServices.staffId),
        eq(staff.active, true),
      ),
    )
    .innerJoin(
      staffWorkingHours,
      and(eq(staffWorkingHours.tenantId, staff.tenantId), eq(staffWorkingHours.staffId, staff.id)),
    )
    .innerJoin(
      branches,
      and(
        eq(branches.tenantId, staff.tenantId),
        eq(branches.id, staffWorkingHours.branchId),
        eq(branches.active, true),
      ),
    )
    .where(and(eq(staffServices.tenantId, ctx.tenant.id), eq(staffServices.serviceId, serviceId)))
    .orderBy(asc(branches.id), asc(staff.name), asc(staff.id));
  const places = new Map<number, { branchId: number; branchName: string; staffNames: string[] }>();
  for (const { branchId, branchName, staffName } of rows) {
    const place = places.get(branchId) ?? { branchId, branchName, staffNames: [] };
    places.set(branchId, place);
    place.staffNames.push(staffName);
  }
  return [...places.values()];
}
