import { and, eq } from "drizzle-orm";
import { branchClosures } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { lockForChange } from "../catalog/lock-for-change";

/** @throws DomainError `branch.not_found`, `closure.not_found` */
export async function removeClosure(
  ctx: TenantContext,
  { branchId, closureId }: { branchId: number; closureId: number },
): Promise<void> {
  requirePermission(ctx, "catalog:write");
  await transact(ctx.db, async (tx) => {
    await lockForChange(ctx, tx, "branch", { id: branchId });
    const [removed] = await tx
      .delete(branchClosures)
      .where(
        and(
          eq(branchClosures.tenantId, ctx.tenant.id),
          eq(branchClosures.branchId, branchId),
          eq(branchClosures.id, closureId),
        ),
      );
    if (removed.affectedRows === 0) throw notFound("closure");
    await recordEvent(ctx, tx, "branch.changed", branchId, { fields: ["closures"] });
  });
}
