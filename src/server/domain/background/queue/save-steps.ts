import { eq } from "drizzle-orm";
import { jobRuns, jobSteps } from "@/server/db/schema";
import type { PlatformContext } from "@/server/domain/_core/context";
import { transact } from "@/server/domain/_core/transact";
import { holdsLease, type Lease } from "./lease";

export type FinishedStep = Pick<typeof jobSteps.$inferSelect, "stepId" | "name" | "outcome">;

/** Remembers what was done before the next step starts; the next one has all its tries. False: the lease is lost. */
export async function saveSteps(ctx: PlatformContext, lease: Lease, steps: FinishedStep[]): Promise<boolean> {
  return transact(ctx.db, async (tx) => {
    if (!(await holdsLease(tx, lease))) return false;
    await tx
      .insert(jobSteps)
      .values(steps.map((step) => ({ ...step, name: step.name.slice(0, 191), runId: lease.runId })));
    await tx.update(jobRuns).set({ attempt: 0, interruptions: 0 }).where(eq(jobRuns.id, lease.runId));
    return true;
  });
}
