import { and, eq, sql } from "drizzle-orm";
import { type ActiveChange, activeChange, type CatalogEntity } from "@/contracts/catalog";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { catalogTables } from "./catalog-tables";
import { lockForChange } from "./lock-for-change";

/**
 * Takes something out of what can be booked, or back in. Appointments that exist stay as they are.
 * @throws DomainError `<entity>.not_found`, `<entity>.changed_meanwhile`
 */
export async function setActive(
  ctx: TenantContext,
  entity: CatalogEntity,
  input: ActiveChange,
): Promise<void> {
  requirePermission(ctx, "catalog:write");
  const { id, version, active } = activeChange.parse(input);
  await transact(ctx.db, async (tx) => {
    const row = await lockForChange(ctx, tx, entity, { id, version });
    if (row.active === active) return;
    const table = catalogTables[entity];
    await tx
      .update(table)
      .set({ active, version: sql`${table.version} + 1` })
      .where(and(eq(table.tenantId, ctx.tenant.id), eq(table.id, id)));
    await recordEvent(ctx, tx, `${entity}.changed`, id, {
      fields: ["active"],
      changes: [{ field: "active", from: row.active, to: active }],
    });
  });
}
