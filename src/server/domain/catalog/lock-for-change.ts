import { and, eq, sql } from "drizzle-orm";
import type { CatalogEntity } from "@/contracts/catalog";
import type { TenantContext } from "../_core/context";
import { DomainError, notFound } from "../_core/errors";
import type { Transaction } from "../_core/transact";
import { catalogTables } from "./catalog-tables";

const own = (ctx: TenantContext, entity: CatalogEntity, id: number) =>
  and(eq(catalogTables[entity].tenantId, ctx.tenant.id), eq(catalogTables[entity].id, id));

/**
 * First statement of a change: locks the row and refuses a writer who has seen an older one.
 * @throws DomainError `<entity>.not_found`, `<entity>.changed_meanwhile`
 */
export async function lockForChange(
  ctx: TenantContext,
  tx: Transaction,
  entity: CatalogEntity,
  { id, version }: { id: number; version?: number },
): Promise<{ active: boolean }> {
  const table = catalogTables[entity];
  const [row] = await tx
    .select({ version: table.version, active: table.active })
    .from(table)
    .where(own(ctx, entity, id))
    .for("update");
  if (!row) throw notFound(entity);
  if (version !== undefined && row.version !== version)
    throw new DomainError(`${entity}.changed_meanwhile`, "conflict");
  return row;
}

/** Whoever holds an older version of the row has to look again. */
export async function bumpVersion(ctx: TenantContext, tx: Transaction, entity: CatalogEntity, id: number) {
  const table = catalogTables[entity];
  await tx
    .update(table)
    .set({ version: sql`${table.version} + 1` })
    .where(own(ctx, entity, id));
}
