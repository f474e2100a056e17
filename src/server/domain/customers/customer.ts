import { and, eq } from "drizzle-orm";
import type { Queryable } from "@/server/db";
import { customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import type { Transaction } from "../_core/transact";

export type CustomerRow = typeof customers.$inferSelect;

/** Inside verbs: the row as it stands, without a permission check. @throws not_found */
export async function readCustomer(ctx: TenantContext, db: Queryable, id: number): Promise<CustomerRow> {
  const [row] = await db
    .select()
    .from(customers)
    .where(and(eq(customers.tenantId, ctx.tenant.id), eq(customers.id, id)));
  if (!row) throw notFound("customer");
  return row;
}

/** Locks the row first, so that what is read decides. @throws not_found */
export async function lockCustomer(ctx: TenantContext, tx: Transaction, id: number): Promise<CustomerRow> {
  const [row] = await tx
    .select()
    .from(customers)
    .where(and(eq(customers.tenantId, ctx.tenant.id), eq(customers.id, id)))
    .for("update");
  if (!row) throw notFound("customer");
  return row;
}
