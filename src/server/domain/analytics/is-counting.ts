import { eq, sql } from "drizzle-orm";
import { rollupBacklog, rollupStates } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { rollupShape } from "./rollup-shape";

/** More hours than what happens at any moment marks. */
const manyMarks = 100;

/**
 * Whether the sums are far from complete: nobody counted the business yet, or not for the rollups as they are now, or
 * much of it waits to be counted. What just happened is behind by seconds and not meant.
 */
export async function isCounting({ db, tenant }: TenantContext): Promise<boolean> {
  const many = sql`(SELECT 1 FROM ${rollupBacklog} WHERE tenant_id = ${tenant.id} ORDER BY id LIMIT 1 OFFSET ${sql.raw(`${manyMarks}`)})`;
  const [state] = await db
    .select({
      auditedUntil: rollupStates.auditedUntil,
      shape: rollupStates.shape,
      hasMany: sql`${many} IS NOT NULL`.mapWith(Boolean),
    })
    .from(rollupStates)
    .where(eq(rollupStates.tenantId, tenant.id));
  return !state || state.auditedUntil === null || state.shape !== rollupShape || state.hasMany;
}
