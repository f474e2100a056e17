import { and, eq } from "drizzle-orm";
import { branches, calls, customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";

/**
 * Ids that came from outside belong to the tenant. The foreign keys refuse anything else too, but speak of no entity.
 * A call that acts itself is there.
 * @throws DomainError `customer.not_found`, `call.not_found`, `branch.not_found`
 */
export async function requireReferences(
  ctx: TenantContext,
  ids: { customerId?: number; callId?: number; branchId?: number },
): Promise<void> {
  const actingCall = ctx.actor.type === "voice" ? ctx.actor.callId : undefined;
  const tables = [
    ["customer", customers, ids.customerId],
    ["call", calls, ids.callId === actingCall ? undefined : ids.callId],
    ["branch", branches, ids.branchId],
  ] as const;
  await Promise.all(
    tables.map(async ([entity, table, id]) => {
      if (id === undefined) return;
      const [row] = await ctx.db
        .select({ id: table.id })
        .from(table)
        .where(and(eq(table.tenantId, ctx.tenant.id), eq(table.id, id)));
      if (!row) throw notFound(entity);
    }),
  );
}
