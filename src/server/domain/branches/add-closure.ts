import { type ClosureRequest, closureRequest } from "@/contracts/branches";
import { branchClosures } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { daysText } from "../catalog/day-texts";
import { lockForChange } from "../catalog/lock-for-change";

/**
 * Days on which a branch is closed. Appointments that already lie there stay and are shown beside it.
 * @throws DomainError `branch.not_found`
 */
export async function addClosure(ctx: TenantContext, input: ClosureRequest): Promise<{ id: number }> {
  requirePermission(ctx, "catalog:write");
  const { branchId, fromDate, toDate, reason } = closureRequest.parse(input);
  return transact(ctx.db, async (tx) => {
    await lockForChange(ctx, tx, "branch", { id: branchId });
    const [row] = await tx
      .insert(branchClosures)
      .values({ tenantId: ctx.tenant.id, branchId, startsOn: fromDate, endsOn: toDate, reason })
      .$returningId();
    if (!row) throw new Error("the new closure has no id");
    await recordEvent(ctx, tx, "branch.changed", branchId, {
      fields: ["closures"],
      changes: [{ field: "closures", from: null, to: daysText(fromDate, toDate) }],
    });
    return row;
  });
}
