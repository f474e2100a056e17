import { and, asc, eq, gte } from "drizzle-orm";
import type { FederalState } from "@/contracts/tenants";
import { publicHolidays } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

/** Next twelve statutory holidays of a Bundesland, a year's worth. Days are "YYYY-MM-DD". */
export async function listHolidays(
  ctx: TenantContext,
  { federalState, from }: { federalState: FederalState; from: string },
): Promise<{ day: string; name: string }[]> {
  requirePermission(ctx, "catalog:read");
  return ctx.db
    .select({ day: publicHolidays.day, name: publicHolidays.name })
    .from(publicHolidays)
    .where(and(eq(publicHolidays.federalState, federalState), gte(publicHolidays.day, from)))
    .orderBy(asc(publicHolidays.day))
    .limit(12);
}
