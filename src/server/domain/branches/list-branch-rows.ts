import { and, asc, desc, eq, sql } from "drizzle-orm";
import { branches, openingHours, phoneNumbers, staff } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

/** All branches with their usual week, oldest first, closed-down ones at the end. */
export async function listBranchRows(ctx: TenantContext) {
  requirePermission(ctx, "catalog:read");
  const [rows, hours, numbers, people] = await Promise.all([
    ctx.db
      .select({
        id: branches.id,
        name: branches.name,
        address: branches.address,
        federalState: branches.federalState,
        active: branches.active,
      })
      .from(branches)
      .where(eq(branches.tenantId, ctx.tenant.id))
      .orderBy(desc(branches.active), asc(branches.id)),
    ctx.db
      .select({
        branchId: openingHours.branchId,
        weekday: openingHours.weekday,
        startsMinute: openingHours.startsMinute,
        endsMinute: openingHours.endsMinute,
      })
      .from(openingHours)
      .where(eq(openingHours.tenantId, ctx.tenant.id))
      .orderBy(asc(openingHours.weekday), asc(openingHours.startsMinute)),
    ctx.db
      .select({ branchId: phoneNumbers.branchId, phoneNumber: phoneNumbers.phoneNumber })
      .from(phoneNumbers)
      .where(eq(phoneNumbers.tenantId, ctx.tenant.id))
      .orderBy(asc(phoneNumbers.id)),
    ctx.db
      .select({ branchId: staff.homeBranchId, people: sql<number>`COUNT(*)`.mapWith(Number) })
      .from(staff)
      .where(and(eq(staff.tenantId, ctx.tenant.id), eq(staff.active, true)))
      .groupBy(staff.homeBranchId),
  ]);
  return rows.map((branch) => {
    const here = ({ branchId }: { branchId: number | null }) => branchId === branch.id;
    return {
      ...branch,
      weekdays: [...new Set(hours.filter(here).map(({ weekday }) => weekday))],
      openingHours: hours.filter(here).map(({ branchId, ...range }) => range),
      phoneNumbers: numbers.filter(here).map(({ phoneNumber }) => phoneNumber),
      people: people.find(here)?.people ?? 0,
    };
  });
}
