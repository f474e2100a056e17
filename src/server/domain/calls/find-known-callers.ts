import { sql } from "drizzle-orm";
import { calls } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";

interface Call {
  id: number;
  customerId: number | null;
  startTimestamp: Date;
}

/**
 * Which of these calls came from somebody who had called before. The oldest of each person takes one look into the
 * index: asked as a join or a subquery, databases read every call these people ever made.
 */
export async function findKnownCallers(ctx: TenantContext, rows: readonly Call[]): Promise<Set<number>> {
  const { known, looks } = lookForEarlierCalls(ctx, rows);
  if (looks.length === 0) return known;
  const [found] = await ctx.db.execute(sql.join(looks, sql` union all `));
  for (const { id } of found as unknown as { id: number }[]) known.add(Number(id));
  return known;
}

/** The calls that follow another of these, and the looks that answer the ids of further ones, for any statement. */
export function lookForEarlierCalls(ctx: TenantContext, rows: readonly Call[]) {
  const oldestOf = new Map<number, Call>();
  const known = new Set<number>();
  for (const call of [...rows].sort((a, b) => a.startTimestamp.getTime() - b.startTimestamp.getTime())) {
    if (call.customerId === null) continue;
    const oldest = oldestOf.get(call.customerId);
    if (!oldest) oldestOf.set(call.customerId, call);
    else if (oldest.startTimestamp < call.startTimestamp) known.add(call.id);
  }
  const looks = [...oldestOf.values()].map(
    ({
      id,
      customerId,
      startTimestamp,
    }) => sql`(select ${id} as id from ${calls} force index (calls_customer_ix)
        where tenant_id = ${ctx.tenant.id} and customer_id = ${customerId} and start_timestamp < ${startTimestamp}
        limit 1)`,
  );
  return { known, looks };
}
