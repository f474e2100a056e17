import { and, eq, sql } from "drizzle-orm";
import { callbacks, calls } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import type { Transaction } from "../_core/transact";

/** After a callback was asked for, settled or opened again: whether the call it came from waits for one. */
export async function noteOpenCallback(
  ctx: TenantContext,
  tx: Transaction,
  callId: number | null,
): Promise<void> {
  if (callId === null) return;
  await tx
    .update(calls)
    .set({
      callbackOpen: sql`exists (select 1 from ${callbacks} where ${callbacks.tenantId} = ${ctx.tenant.id}
        and ${callbacks.callId} = ${callId} and ${callbacks.completedAt} is null)`,
      updatedAt: sql`${calls.updatedAt}`,
    })
    .where(and(eq(calls.tenantId, ctx.tenant.id), eq(calls.id, callId)));
}
