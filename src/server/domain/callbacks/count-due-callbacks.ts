import { and, count, eq, isNull, lte, sql } from "drizzle-orm";
import { callbacks } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

/** Beyond this nobody counts any more. */
export const mostCounted = 100;

/** How many callbacks are due, up to `mostCounted`. */
export async function countDueCallbacks(ctx: TenantContext, now = new Date()): Promise<number> {
  requirePermission(ctx, "callbacks:read");
  const due = ctx.db
    .select({ one: sql`1`.as("one") })
    .from(callbacks)
    .where(
      and(eq(callbacks.tenantId, ctx.tenant.id), isNull(callbacks.completedAt), lte(callbacks.dueAt, now)),
    )
    .limit(mostCounted)
    .as("due");
  const [row] = await ctx.db.select({ total: count() }).from(due);
  return row?.total ?? 0;
}
