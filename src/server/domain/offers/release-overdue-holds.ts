import { lte } from "drizzle-orm";
import { offers } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { loadTenantContext } from "../_core/tenant-context";
import { release } from "./release-holds";

const batchSize = 500;

/** Deletes the cells of holds that ran out, of all tenants. Returns how many. */
export async function releaseOverdueHolds(ctx: PlatformContext, now = new Date()): Promise<number> {
  requirePermission(ctx, "platform:admin");
  const isOver = lte(offers.heldUntil, now);
  const overdue = await ctx.db.select().from(offers).where(isOver).limit(batchSize);
  let released = 0;
  for (const offer of overdue) {
    const tenant = await loadTenantContext(ctx, offer.tenantId);
    released += await release(tenant, [offer], isOver);
  }
  return released;
}
