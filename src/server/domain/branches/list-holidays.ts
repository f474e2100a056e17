import { and, asc, eq, gte, lt } from "drizzle-orm";
import type { FederalState } from "@/contracts/tenants";
import { addDays } from "@/lib/plain-date";
import { publicHolidays } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

/** The statutory holidays of a Bundesland within a year from a day on. Days are "YYYY-MM-DD". */
export async function listHolidays(
  ctx: TenantContext,
  { federalState, from }: { federalState: FederalState; from: string },
): Promise<{ day: string; name: string }[]> {
  requirePermission(ctx, "catalog:read");
  return ctx.db
    .select({ day: publicHolidays.day, name: publicHolidays.name })
    .from(publicHolidays)
    .where(
      and(
        eq(publicHolidays.federalState, federalState),
        gte(publicHolidays.day, from),
        lt(publicHolidays.day, addDays(from, 365)),
      ),
    )
    .orderBy(asc(publicHolidays.day));
}
