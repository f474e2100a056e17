import { and, eq, sql } from "drizzle-orm";
import { type CustomerPair, customerPair } from "@/contracts/customer-merge";
import { appointments, callbacks, calls } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { readCustomer } from "./customer";
import { fieldsOf, mergeFields } from "./merge-fields";

/** Beyond this nobody counts any more. */
const mostCounted = 1_000;

/**
 * What a merge would do, without doing it: who both are, what the kept one would know then, and how much would move (up
 * to a thousand each). @throws DomainError `customer.not_found`, `customer.merged`
 */
export async function previewMerge(ctx: TenantContext, input: CustomerPair) {
  requirePermission(ctx, "customers:read");
  const { keptId, absorbedId } = customerPair.parse(input);
  const [kept, absorbed] = await Promise.all([
    readCustomer(ctx, ctx.db, keptId),
    readCustomer(ctx, ctx.db, absorbedId),
  ]);
  if (kept.mergedIntoId !== null || absorbed.mergedIntoId !== null)
    throw new DomainError("customer.merged", "conflict");
  const [appointmentCount, callCount, callbackCount] = await Promise.all(
    [appointments, calls, callbacks].map((table) => countOf(ctx, table, absorbedId)),
  );
  return {
    kept: { id: keptId, ...fieldsOf(kept) },
    absorbed: { id: absorbedId, ...fieldsOf(absorbed) },
    result: mergeFields(kept, absorbed).kept,
    moving: {
      appointments: appointmentCount ?? 0,
      calls: callCount ?? 0,
      callbacks: callbackCount ?? 0,
    },
  };
}

async function countOf(
  ctx: TenantContext,
  table: typeof appointments | typeof calls | typeof callbacks,
  customerId: number,
): Promise<number> {
  const rows = await ctx.db
    .select({ one: sql`1` })
    .from(table)
    .where(and(eq(table.tenantId, ctx.tenant.id), eq(table.customerId, customerId)))
    .limit(mostCounted);
  return rows.length;
}
