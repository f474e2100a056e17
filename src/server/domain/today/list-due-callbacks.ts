import { and, asc, eq, isNull } from "drizzle-orm";
import { callbacks, customers, users } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { isClaimed, personOf } from "../callbacks/claims";

const shown = 6;
/** Where tables are small, databases read all of them instead. */
const byId = { forceIndex: "PRIMARY" };

/** The open callbacks that are due first, and whether there are more of them. */
export async function listDueCallbacks(ctx: TenantContext, now = new Date()) {
  requirePermission(ctx, "callbacks:read");
  const rows = await ctx.db
    .select({
      id: callbacks.id,
      callId: callbacks.callId,
      name: callbacks.name,
      customerName: customers.name,
      phone: callbacks.phone,
      reason: callbacks.reason,
      preferredTime: callbacks.preferredTime,
      priority: callbacks.priority,
      status: callbacks.status,
      claimedBy: callbacks.claimedBy,
      claimedAt: callbacks.claimedAt,
      claimedByName: users.name,
      dueAt: callbacks.dueAt,
    })
    .from(callbacks, { forceIndex: "callbacks_worklist_ix" })
    .leftJoin(
      customers,
      and(eq(customers.tenantId, callbacks.tenantId), eq(customers.id, callbacks.customerId)),
      byId,
    )
    .leftJoin(users, eq(users.id, callbacks.claimedBy), byId)
    .where(and(eq(callbacks.tenantId, ctx.tenant.id), isNull(callbacks.completedAt)))
    .orderBy(asc(callbacks.dueAt), asc(callbacks.id))
    .limit(shown + 1);
  return {
    more: rows.length > shown,
    rows: rows.slice(0, shown).map(({ claimedBy, claimedAt, claimedByName, status, ...row }) => {
      const claimed = isClaimed({ status, claimedAt }, now);
      return {
        ...row,
        isClaimed: claimed,
        isMine: claimed && claimedBy === personOf(ctx),
        claimedByName: claimed ? claimedByName : null,
      };
    }),
  };
}
