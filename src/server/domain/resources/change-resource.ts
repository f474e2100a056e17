import { and, eq, sql } from "drizzle-orm";
import { type ResourceChange, resourceChange } from "@/contracts/branches";
import { resources } from "@/server/db/schema";
import { changesOf } from "../_core/changes-of";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { lockForChange } from "../catalog/lock-for-change";
import { requireOwn } from "../catalog/require-own";

/**
 * How a room or a device is called, and where it is.
 * @throws DomainError `resource.not_found`, `resource.changed_meanwhile`, `branch.not_found`
 */
export async function changeResource(ctx: TenantContext, input: ResourceChange): Promise<void> {
  requirePermission(ctx, "catalog:write");
  const { resourceId: id, version, ...values } = resourceChange.parse(input);
  const own = and(eq(resources.tenantId, ctx.tenant.id), eq(resources.id, id));
  await transact(ctx.db, async (tx) => {
    await lockForChange(ctx, tx, "resource", { id, version });
    await requireOwn(ctx, tx, "branch", [values.branchId]);
    const [row] = await tx
      .select({ name: resources.name, branchId: resources.branchId })
      .from(resources)
      .where(own);
    if (!row) throw notFound("resource");
    const changed = changesOf(row, values);
    if (changed.fields.length === 0) return;
    await tx
      .update(resources)
      .set({ ...values, version: sql`${resources.version} + 1` })
      .where(own);
    await recordEvent(ctx, tx, "resource.changed", id, changed);
  });
}
