import { and, eq, inArray } from "drizzle-orm";
import { jobRuns } from "@/server/db/schema";
import type { PlatformContext } from "@/server/domain/_core/context";
import type { Transaction } from "@/server/domain/_core/transact";
import { inMilliseconds } from "./clock";

/** Long enough to outlive a stalled process, short enough that a restart resumes within ten seconds. */
export const defaultLeaseMs = 8_000;

/** The right to execute a run until the lease ends. A new claim makes a new lease, so an old holder can tell. */
export interface Lease {
  runId: string;
  leaseId: string;
}

/** Locks the run for this transaction. False: somebody else holds it by now, and the caller's result is void. */
export async function holdsLease(tx: Transaction, lease: Lease): Promise<boolean> {
  const [row] = await tx
    .select({ leaseId: jobRuns.leaseId })
    .from(jobRuns)
    .where(eq(jobRuns.id, lease.runId))
    .for("update");
  return row?.leaseId === lease.leaseId;
}

/** One statement for all runs that this process executes. */
export async function renewLeases(ctx: PlatformContext, leases: Lease[], leaseMs: number): Promise<void> {
  if (leases.length === 0) return;
  await ctx.db
    .update(jobRuns)
    .set({ dueAt: inMilliseconds(leaseMs) })
    .where(
      and(
        inArray(
          jobRuns.id,
          leases.map((lease) => lease.runId),
        ),
        inArray(
          jobRuns.leaseId,
          leases.map((lease) => lease.leaseId),
        ),
      ),
    );
}
