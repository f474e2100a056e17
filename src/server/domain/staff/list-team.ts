import { and, eq, gte } from "drizzle-orm";
import { addDays } from "@/lib/plain-date";
import { staffSpecialHours, staffWorkingHours } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { listStaff } from "../catalog/queries";
import { readColors } from "./colors";

/** Active people by name: with what they offer, the branches they work in, and their colour in the calendar. */
export async function listTeam(ctx: TenantContext) {
  const [people, colors, usual, special] = await Promise.all([
    listStaff(ctx),
    readColors(ctx, ctx.db),
    ctx.db
      .selectDistinct({ staffId: staffWorkingHours.staffId, branchId: staffWorkingHours.branchId })
      .from(staffWorkingHours)
      .where(eq(staffWorkingHours.tenantId, ctx.tenant.id)),
    ctx.db
      .selectDistinct({ staffId: staffSpecialHours.staffId, branchId: staffSpecialHours.branchId })
      .from(staffSpecialHours)
      .where(and(eq(staffSpecialHours.tenantId, ctx.tenant.id), gte(staffSpecialHours.day, yesterday()))),
  ]);
  const hours = [...usual, ...special];
  return people.map((person) => ({
    ...person,
    branchIds: [
      ...new Set(hours.flatMap(({ staffId, branchId }) => (staffId === person.id ? [branchId] : []))),
    ],
    color: colors.find(({ id }) => id === person.id)?.color ?? 0,
  }));
}

/** Today began everywhere after it. */
const yesterday = () => addDays(new Date().toISOString().slice(0, 10), -1);
