import { eq, sql } from "drizzle-orm";
import { dayMs } from "@/lib/calendar-time";
import { rollupStates, tenants } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { transact } from "../_core/transact";
import { markPeriod } from "./mark-hours";

/** Enough that a year is audited within a fortnight. */
const auditedDays = 35;

/**
 * Puts hours on the backlog that nobody marked: all of a business that was never counted, then every time the newest
 * weeks and, in turn, some of the past. So even a row that was changed by hand comes into the numbers.
 */
export async function auditRollups(ctx: PlatformContext, now = new Date()): Promise<void> {
  requirePermission(ctx, "platform:admin");
  const businesses = await ctx.db
    .select({ tenantId: tenants.id, auditedUntil: rollupStates.auditedUntil })
    .from(tenants)
    .leftJoin(rollupStates, eq(rollupStates.tenantId, tenants.id));
  for (const { tenantId, auditedUntil } of businesses)
    await transact(ctx.db, async (tx) => {
      const recent = new Date(now.getTime() - auditedDays * dayMs);
      const before = auditedUntil ?? recent;
      const from = new Date(before.getTime() - auditedDays * dayMs);
      if (auditedUntil === null) await markPeriod(tx, tenantId);
      else {
        await markPeriod(tx, tenantId, { from: recent });
        await markPeriod(tx, tenantId, { from, before });
      }
      const next = from.getTime() > now.getTime() - oldestMs ? from : recent;
      await tx
        .insert(rollupStates)
        .values({ tenantId, auditedUntil: next })
        .onDuplicateKeyUpdate({ set: { auditedUntil: sql`values(audited_until)` } });
    });
}

/** Beyond two years the turn begins again. */
const oldestMs = 731 * dayMs;
