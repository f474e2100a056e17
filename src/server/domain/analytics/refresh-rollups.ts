import { rollupBacklog } from "@/server/db/schema";
import type { PlatformContext, TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { loadTenantContext } from "../_core/tenant-context";
import { refreshHours } from "./refresh-hours";

/** Works off what waits of one business; returns the number of hours. */
export async function refreshRollups(ctx: TenantContext): Promise<number> {
  for (let done = 0; ; ) {
    const hours = await refreshHours(ctx);
    if (hours === 0) return done;
    done += hours;
  }
}

/** The same for every business that something waits of. */
export async function refreshAllRollups(ctx: PlatformContext): Promise<number> {
  requirePermission(ctx, "platform:admin");
  const waiting = await ctx.db.selectDistinct({ tenantId: rollupBacklog.tenantId }).from(rollupBacklog);
  let done = 0;
  for (const { tenantId } of waiting) done += await refreshRollups(await loadTenantContext(ctx, tenantId));
  return done;
}
