import { and, eq } from "drizzle-orm";
import { jobRuns, type StoredError } from "@/server/db/schema";
import type { PlatformContext } from "@/server/domain/_core/context";
import { inMilliseconds } from "./clock";
import type { Lease } from "./lease";

/** Lets go of the run until `delayMs` from now. Without effect when the lease is lost. */
export async function postponeRun(
  ctx: PlatformContext,
  lease: Lease,
  { delayMs, attempt, error }: { delayMs: number; attempt: number; error?: StoredError },
): Promise<void> {
  await ctx.db
    .update(jobRuns)
    .set({ dueAt: inMilliseconds(delayMs), attempt, error, leaseId: null, concurrencySlot: null })
    .where(and(eq(jobRuns.id, lease.runId), eq(jobRuns.leaseId, lease.leaseId)));
}
