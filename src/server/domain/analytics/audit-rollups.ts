import { eq } from "drizzle-orm";
import { dayMs } from "@/lib/calendar-time";
import { rollupStates, tenants } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { type Transaction, transact } from "../_core/transact";
import { markPeriod } from "./mark-hours";
import { rollupShape } from "./rollup-shape";

/** Enough that a year is audited within a fortnight. */
const auditedDays = 35;

/** Beyond two years the turn begins again. */
const oldestMs = 731 * dayMs;

/**
 * Puts hours on the backlog that nobody marked: of each business the newest weeks and, in turn, some of the past. So
 * even a row that was changed by hand comes into the numbers.
 */
export async function auditRollups(ctx: PlatformContext, now = new Date()): Promise<void> {
  requirePermission(ctx, "platform:admin");
  for (const { tenantId, auditedUntil, shape } of await listStates(ctx)) {
    if (auditedUntil === null || shape !== rollupShape) continue;
    await transact(ctx.db, async (tx) => {
      const recent = new Date(now.getTime() - auditedDays * dayMs);
      const from = new Date(auditedUntil.getTime() - auditedDays * dayMs);
      await markPeriod(tx, tenantId, { from: recent });
      await markPeriod(tx, tenantId, { from, before: auditedUntil });
      await setAudited(tx, tenantId, from.getTime() > now.getTime() - oldestMs ? from : recent);
    });
  }
}

/** Puts all of a business on the backlog that was never counted for the rollups as they are now. */
export async function markUncounted(ctx: PlatformContext, now = new Date()): Promise<void> {
  requirePermission(ctx, "platform:admin");
  for (const { tenantId, auditedUntil, shape } of await listStates(ctx))
    if (auditedUntil === null || shape !== rollupShape)
      await transact(ctx.db, async (tx) => {
        await markPeriod(tx, tenantId);
        await setAudited(tx, tenantId, now);
      });
}

const listStates = (ctx: PlatformContext) =>
  ctx.db
    .select({ tenantId: tenants.id, auditedUntil: rollupStates.auditedUntil, shape: rollupStates.shape })
    .from(tenants)
    .leftJoin(rollupStates, eq(rollupStates.tenantId, tenants.id));

const setAudited = (tx: Transaction, tenantId: string, auditedUntil: Date) =>
  tx
    .insert(rollupStates)
    .values({ tenantId, auditedUntil, shape: rollupShape })
    .onDuplicateKeyUpdate({ set: { auditedUntil, shape: rollupShape } });
