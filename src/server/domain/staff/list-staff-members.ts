import { and, asc, desc, eq, gt, lte, sql } from "drizzle-orm";
import {
  branches,
  staff,
  staffPhotos,
  staffServices,
  staffTimeOff,
  staffWorkingHours,
} from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

/** The whole team by name, those who left at the end; each with what keeps them from being booked. */
export async function listStaffMembers(ctx: TenantContext) {
  requirePermission(ctx, "catalog:read");
  const now = new Date();
  const inTenant = eq(staff.tenantId, ctx.tenant.id);
  const [people, qualifications, hours, away] = await Promise.all([
    ctx.db
      .select({
        id: staff.id,
        name: staff.name,
        email: staff.email,
        phone: staff.phone,
        active: staff.active,
        homeBranchId: staff.homeBranchId,
        branchName: branches.name,
        photo: staffPhotos.digest,
      })
      .from(staff)
      .leftJoin(branches, and(eq(branches.tenantId, staff.tenantId), eq(branches.id, staff.homeBranchId)))
      .leftJoin(staffPhotos, and(eq(staffPhotos.tenantId, staff.tenantId), eq(staffPhotos.staffId, staff.id)))
      .where(inTenant)
      .orderBy(desc(staff.active), asc(staff.name), asc(staff.id)),
    ctx.db
      .select({ staffId: staffServices.staffId, services: sql<number>`COUNT(*)`.mapWith(Number) })
      .from(staffServices)
      .where(eq(staffServices.tenantId, ctx.tenant.id))
      .groupBy(staffServices.staffId),
    ctx.db
      .selectDistinct({ staffId: staffWorkingHours.staffId, weekday: staffWorkingHours.weekday })
      .from(staffWorkingHours)
      .where(eq(staffWorkingHours.tenantId, ctx.tenant.id)),
    ctx.db
      .select({ staffId: staffTimeOff.staffId, endsAt: staffTimeOff.endsAt })
      .from(staffTimeOff)
      .where(
        and(
          eq(staffTimeOff.tenantId, ctx.tenant.id),
          lte(staffTimeOff.startsAt, now),
          gt(staffTimeOff.endsAt, now),
        ),
      )
      .orderBy(asc(staffTimeOff.endsAt)),
  ]);
  return people.map((person) => ({
    ...person,
    services: qualifications.find(({ staffId }) => staffId === person.id)?.services ?? 0,
    weekdays: hours
      .filter(({ staffId }) => staffId === person.id)
      .map(({ weekday }) => weekday)
      .sort((a, b) => a - b),
    awayUntil: away.findLast(({ staffId }) => staffId === person.id)?.endsAt ?? null,
  }));
}
