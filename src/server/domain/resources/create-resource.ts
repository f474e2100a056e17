import { type NewResource, newResource } from "@/contracts/branches";
import { resources } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { requireOwn } from "../catalog/require-own";

/** A room or a device of a branch. @throws DomainError `branch.not_found` */
export async function createResource(ctx: TenantContext, input: NewResource): Promise<{ id: number }> {
  requirePermission(ctx, "catalog:write");
  const values = newResource.parse(input);
  return transact(ctx.db, async (tx) => {
    await requireOwn(ctx, tx, "branch", [values.branchId]);
    const [row] = await tx
      .insert(resources)
      .values({ ...values, tenantId: ctx.tenant.id })
      .$returningId();
    if (!row) throw new Error("the new room has no id");
    await recordEvent(ctx, tx, "resource.created", row.id, {});
    return row;
  });
}
