import { and, eq } from "drizzle-orm";
import { jobRuns } from "@/server/db/schema";
import type { PlatformContext } from "@/server/domain/_core/context";
import { now } from "./clock";
import type { Lease } from "./lease";

/** Done. Without effect when the lease is lost. */
export async function completeRun(ctx: PlatformContext, lease: Lease): Promise<void> {
  await ctx.db
    .update(jobRuns)
    .set({ status: "completed", finishedAt: now, leaseId: null, concurrencySlot: null, error: null })
    .where(and(eq(jobRuns.id, lease.runId), eq(jobRuns.leaseId, lease.leaseId)));
}
