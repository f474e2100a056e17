import { eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { jobRuns, jobSteps } from "@/server/db/schema";
import { appendEvent } from "@/server/events/record";
import { type PlatformContext, storedActor } from "../_core/context";
import { DomainError, notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { transact } from "../_core/transact";
import { now } from "./queue/clock";

/**
 * Gives a failed run all its tries again. What it had done stays done; it goes on at the step that failed.
 * @throws DomainError `job_run.not_found`, `job_run.not_failed` (it is under way or done by now)
 */
export async function retryRun(ctx: PlatformContext, runId: string): Promise<void> {
  requirePermission(ctx, "platform:admin");
  const id = z.uuid().parse(runId);
  await transact(ctx.db, async (tx) => {
    const [run] = await tx.select().from(jobRuns).where(eq(jobRuns.id, id)).for("update");
    if (!run) throw notFound("job_run");
    if (run.status !== "failed") throw new DomainError("job_run.not_failed", "conflict");
    const steps = await tx.select().from(jobSteps).where(eq(jobSteps.runId, id));
    const failed = steps.filter((step) => "error" in step.outcome).map((step) => step.id);
    if (failed.length > 0) await tx.delete(jobSteps).where(inArray(jobSteps.id, failed));
    await tx
      .update(jobRuns)
      .set({ status: "pending", attempt: 0, interruptions: 0, dueAt: now, finishedAt: null })
      .where(eq(jobRuns.id, id));
    const source = {
      tenantId: run.tenantId,
      actor: storedActor(ctx.actor),
      requestId: ctx.requestId,
    };
    await appendEvent(tx, source, "job.retried", null, { runId: id });
  });
}
