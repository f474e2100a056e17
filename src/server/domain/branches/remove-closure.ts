import { and, eq } from "drizzle-orm";
import { branchClosures } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { daysText } from "../catalog/day-texts";
import { lockForChange } from "../catalog/lock-for-change";

/** @throws DomainError `branch.not_found`, `closure.not_found` */
export async function removeClosure(
  ctx: TenantContext,
  { branchId, closureId }: { branchId: number; closureId: number },
): Promise<void> {
  requirePermission(ctx, "catalog:write");
  await transact(ctx.db, async (tx) => {
    await lockForChange(ctx, tx, "branch", { id: branchId });
    const own = and(
      eq(branchClosures.tenantId, ctx.tenant.id),
      eq(branchClosures.branchId, branchId),
      eq(branchClosures.id, closureId),
    );
    const [closure] = await tx.select().from(branchClosures).where(own);
    if (!closure) throw notFound("closure");
    await tx.delete(branchClosures).where(own);
    await recordEvent(ctx, tx, "branch.changed", branchId, {
      fields: ["closures"],
      changes: [{ field: "closures", from: daysText(closure.startsOn, closure.endsOn), to: null }],
    });
  });
}
