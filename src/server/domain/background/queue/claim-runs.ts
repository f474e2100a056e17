import { randomUUID } from "node:crypto";
import { and, asc, eq, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { isDuplicateKey, isTransient } from "@/server/db/errors";
import { jobRuns, jobSteps } from "@/server/db/schema";
import type { PlatformContext } from "@/server/domain/_core/context";
import { inMilliseconds, now } from "./clock";
import type { Lease } from "./lease";

export interface ClaimedRun extends Lease {
  functionId: string;
  event: Record<string, unknown>;
  /** Failed tries of the step that is now due. */
  attempt: number;
  /** Holders that died in it. */
  interruptions: number;
  /** What is already done, in the order in which it was done. */
  steps: Pick<typeof jobSteps.$inferSelect, "stepId" | "outcome">[];
}

/**
 * Takes up to `limit` due runs for `leaseMs`. Several processes may ask at once: a run belongs to the one whose
 * update still found it due, and a concurrency slot to the one that the unique key let in.
 */
export async function claimRuns(
  ctx: PlatformContext,
  { functionIds, limit, leaseMs }: { functionIds: string[]; limit: number; leaseMs: number },
): Promise<ClaimedRun[]> {
  if (functionIds.length === 0 || limit <= 0) return [];
  const candidates = await findCandidates(ctx, functionIds, limit * 2);
  const claimed: ClaimedRun[] = [];
  for (const candidate of candidates) {
    if (claimed.length === limit) break;
    const run = await claim(ctx, candidate, leaseMs);
    if (run) claimed.push(run);
  }
  return claimed;
}

type Candidate = Awaited<ReturnType<typeof findCandidates>>[number];

/** Due, known to this process, and not behind a concurrency limit that is used up. Oldest first. */
function findCandidates(ctx: PlatformContext, functionIds: string[], limit: number) {
  const usedUp = ctx.db
    .select({ key: jobRuns.concurrencyKey })
    .from(jobRuns)
    .where(isNotNull(jobRuns.concurrencySlot))
    .groupBy(jobRuns.concurrencyKey)
    .having(sql`count(*) >= max(${jobRuns.concurrencyLimit})`);
  return ctx.db
    .select({
      id: jobRuns.id,
      functionId: jobRuns.functionId,
      event: jobRuns.event,
      attempt: jobRuns.attempt,
      interruptions: jobRuns.interruptions,
      leaseId: jobRuns.leaseId,
      concurrencyKey: jobRuns.concurrencyKey,
      concurrencyLimit: jobRuns.concurrencyLimit,
      concurrencySlot: jobRuns.concurrencySlot,
    })
    .from(jobRuns)
    .where(
      and(
        eq(jobRuns.status, "pending"),
        lte(jobRuns.dueAt, now),
        inArray(jobRuns.functionId, functionIds),
        or(
          isNull(jobRuns.concurrencyKey),
          isNotNull(jobRuns.concurrencySlot),
          sql`${jobRuns.concurrencyKey} not in (${usedUp})`,
        ),
      ),
    )
    .orderBy(asc(jobRuns.dueAt), asc(jobRuns.id))
    .limit(limit);
}

async function claim(
  ctx: PlatformContext,
  candidate: Candidate,
  leaseMs: number,
): Promise<ClaimedRun | undefined> {
  const slot = candidate.concurrencySlot ?? (await freeSlot(ctx, candidate));
  if (slot === undefined) return undefined;
  // A run that is due although it has a holder lost that holder.
  const interruptions = candidate.interruptions + (candidate.leaseId === null ? 0 : 1);
  const leaseId = randomUUID();
  try {
    const [result] = await ctx.db
      .update(jobRuns)
      .set({
        leaseId,
        interruptions,
        dueAt: inMilliseconds(leaseMs),
        concurrencySlot: slot,
        // What comes from now on is for another run.
        debounceKey: null,
        startedAt: sql`coalesce(${jobRuns.startedAt}, ${now})`,
      })
      .where(and(eq(jobRuns.id, candidate.id), eq(jobRuns.status, "pending"), lte(jobRuns.dueAt, now)));
    if (result.affectedRows === 0) return undefined;
  } catch (error) {
    if (isDuplicateKey(error, "job_runs_slot_uq") || isTransient(error)) return undefined;
    throw error;
  }
  const steps = await ctx.db
    .select({ stepId: jobSteps.stepId, outcome: jobSteps.outcome })
    .from(jobSteps)
    .where(eq(jobSteps.runId, candidate.id))
    .orderBy(asc(jobSteps.id));
  return {
    runId: candidate.id,
    leaseId,
    functionId: candidate.functionId,
    event: candidate.event,
    attempt: candidate.attempt,
    interruptions,
    steps,
  };
}

/** NULL: needs none. Undefined: none is free. A random one, so that two processes seldom want the same. */
async function freeSlot(ctx: PlatformContext, run: Candidate): Promise<string | null | undefined> {
  if (run.concurrencyKey === null) return null;
  const taken = await ctx.db
    .select({ slot: jobRuns.concurrencySlot })
    .from(jobRuns)
    .where(and(eq(jobRuns.concurrencyKey, run.concurrencyKey), isNotNull(jobRuns.concurrencySlot)));
  const slots = Array.from({ length: run.concurrencyLimit ?? 1 }, (_, i) => `${run.concurrencyKey}#${i + 1}`);
  const free = slots.filter((slot) => !taken.some((row) => row.slot === slot));
  return free[Math.floor(Math.random() * free.length)];
}
