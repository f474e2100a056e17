import { sql } from "drizzle-orm";
import { calls } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";

interface Call {
  id: number;
  customerId: number | null;
  startTimestamp: Date;
}

/**
 * Which of these calls came from somebody who had called before. One look into the index each: asked as a join or a
 * subquery, databases read every call these people ever made.
 */
export async function findKnownCallers(ctx: TenantContext, rows: readonly Call[]): Promise<Set<number>> {
  const looks = rows
    .filter(({ customerId }) => customerId !== null)
    .map(
      ({
        id,
        customerId,
        startTimestamp,
      }) => sql`(select ${id} as id from ${calls} force index (calls_customer_ix)
        where tenant_id = ${ctx.tenant.id} and customer_id = ${customerId} and start_timestamp < ${startTimestamp}
        limit 1)`,
    );
  if (looks.length === 0) return new Set();
  const [found] = await ctx.db.execute(sql.join(looks, sql` union all `));
  return new Set((found as unknown as { id: number }[]).map(({ id }) => Number(id)));
}
