import { and, desc, eq, isNull } from "drizzle-orm";
import { customerMerges } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

const mostShown = 20;

/** Who was merged into this customer, the latest first; `canUndo` while that can still be taken back. */
export async function listMerges(ctx: TenantContext, customerId: number, now = new Date()) {
  requirePermission(ctx, "customers:read");
  const rows = await ctx.db
    .select({
      id: customerMerges.id,
      absorbed: customerMerges.absorbedBefore,
      undoUntil: customerMerges.undoUntil,
      mergedAt: customerMerges.createdAt,
    })
    .from(customerMerges)
    .where(
      and(
        eq(customerMerges.tenantId, ctx.tenant.id),
        eq(customerMerges.keptId, customerId),
        isNull(customerMerges.undoneAt),
      ),
    )
    .orderBy(desc(customerMerges.id))
    .limit(mostShown);
  return rows.map(({ id, absorbed: { name, phone, email }, undoUntil, mergedAt }) => ({
    id,
    name,
    phone,
    email,
    mergedAt,
    undoUntil,
    canUndo: undoUntil >= now,
  }));
}
