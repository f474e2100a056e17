import { and, eq, sql } from "drizzle-orm";
import { type ResourceChange, resourceChange } from "@/contracts/branches";
import { resources } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { lockForChange } from "../catalog/lock-for-change";
import { requireOwn } from "../catalog/require-own";

/** @throws DomainError `resource.not_found`, `resource.changed_meanwhile`, `branch.not_found` */
export async function changeResource(ctx: TenantContext, input: ResourceChange): Promise<void> {
  requirePermission(ctx, "catalog:write");
  const { resourceId: id, version, ...values } = resourceChange.parse(input);
  await transact(ctx.db, async (tx) => {
    await lockForChange(ctx, tx, "resource", { id, version });
    await requireOwn(ctx, tx, "branch", [values.branchId]);
    await tx
      .update(resources)
      .set({ ...values, version: sql`${resources.version} + 1` })
      .where(and(eq(resources.tenantId, ctx.tenant.id), eq(resources.id, id)));
    await recordEvent(ctx, tx, "resource.changed", id, { fields: Object.keys(values) });
  });
}
