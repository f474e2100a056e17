import { and, eq, inArray } from "drizzle-orm";
import type { CatalogEntity } from "@/contracts/catalog";
import type { Queryable } from "@/server/db";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { catalogTables } from "./catalog-tables";

/** Ids that came from outside belong to the tenant. @throws DomainError `<entity>.not_found` */
export async function requireOwn(
  ctx: TenantContext,
  db: Queryable,
  entity: CatalogEntity,
  ids: readonly number[],
): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const table = catalogTables[entity];
  const rows = await db
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.tenantId, ctx.tenant.id), inArray(table.id, wanted)));
  if (rows.length !== wanted.length) throw notFound(entity);
}
