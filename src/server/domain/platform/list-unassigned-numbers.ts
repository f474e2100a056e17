import { count, countDistinct, desc, isNull, max } from "drizzle-orm";
import { unassignedCalls } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

const shown = 200;

/** Numbers that were called and belong to nobody here, the latest called first. NULL: the call named none. */
export function listUnassignedNumbers(ctx: PlatformContext) {
  requirePermission(ctx, "platform:admin");
  const lastSeenAt = max(unassignedCalls.lastSeenAt);
  return ctx.db
    .select({
      toNumber: unassignedCalls.toNumber,
      calls: count(),
      callers: countDistinct(unassignedCalls.fromNumber),
      lastSeenAt,
    })
    .from(unassignedCalls)
    .where(isNull(unassignedCalls.assignedAt))
    .groupBy(unassignedCalls.toNumber)
    .orderBy(desc(lastSeenAt))
    .limit(shown);
}
