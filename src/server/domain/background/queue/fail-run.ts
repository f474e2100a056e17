import { eq } from "drizzle-orm";
import { jobRuns, type StoredError } from "@/server/db/schema";
import type { PlatformContext } from "@/server/domain/_core/context";
import { transact } from "@/server/domain/_core/transact";
import { now } from "./clock";
import type { JobFunction } from "./job-function";
import { holdsLease, type Lease } from "./lease";
import { newRun } from "./new-run";

/**
 * Final failure: the run waits for a person, and the function's onFailure, if it has one, is started in the same
 * transaction. Without effect when the lease is lost.
 */
export async function failRun(
  ctx: PlatformContext,
  lease: Lease,
  { error, attempts, onFailure }: { error: StoredError; attempts: number; onFailure?: JobFunction },
): Promise<void> {
  await transact(ctx.db, async (tx) => {
    if (!(await holdsLease(tx, lease))) return;
    const [run] = await tx.select().from(jobRuns).where(eq(jobRuns.id, lease.runId));
    if (!run) return;
    await tx
      .update(jobRuns)
      .set({
        status: "failed",
        attempt: attempts,
        finishedAt: now,
        error,
        leaseId: null,
        concurrencySlot: null,
      })
      .where(eq(jobRuns.id, run.id));
    if (!onFailure) return;
    const event = {
      name: "inngest/function.failed",
      id: `failed-${lease.leaseId}`,
      ts: Date.now(),
      data: { function_id: run.functionId, run_id: run.id, error, event: run.event },
    };
    await tx
      .insert(jobRuns)
      .values(newRun(onFailure, event, { tenantId: run.tenantId, failedRunId: run.id }));
  });
}
