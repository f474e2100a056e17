import { and, eq, inArray, lt, sql } from "drizzle-orm";
import { jobRuns, rateLimits, webhookInbox } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { now } from "./queue/clock";

/** Small enough that nobody waits for the locks of one statement. */
const batchSize = 500;

/** Finished runs, with their steps, after 14 days. */
export function pruneRuns(ctx: PlatformContext): Promise<number> {
  return inBatches(ctx, async () => {
    const finished = inArray(jobRuns.status, ["completed", "failed"]);
    const old = lt(jobRuns.finishedAt, sql`${now} - interval 14 day`);
    const [result] = await ctx.db.delete(jobRuns).where(and(finished, old)).limit(batchSize);
    return result.affectedRows;
  });
}

/** What became of a live transcript is in the call after an hour; other processed deliveries stay for 30 days. */
export async function pruneInbox(ctx: PlatformContext): Promise<number> {
  const live = eq(webhookInbox.eventType, "transcript_updated");
  const processed = eq(webhookInbox.status, "processed");
  const deleteBefore = (instant: ReturnType<typeof sql>, only?: typeof live) =>
    inBatches(ctx, async () => {
      const old = lt(webhookInbox.processedAt, instant);
      const [result] = await ctx.db
        .delete(webhookInbox)
        .where(and(processed, old, only))
        .limit(batchSize);
      return result.affectedRows;
    });
  const transcripts = await deleteBefore(sql`${now} - interval 1 hour`, live);
  return transcripts + (await deleteBefore(sql`${now} - interval 30 day`));
}

/** Counters of windows that are over. */
export function pruneRateLimits(ctx: PlatformContext): Promise<number> {
  return inBatches(ctx, async () => {
    const [result] = await ctx.db
      .delete(rateLimits)
      .where(lt(rateLimits.expire, Date.now()))
      .limit(batchSize);
    return result.affectedRows;
  });
}

async function inBatches(ctx: PlatformContext, deleteBatch: () => Promise<number>): Promise<number> {
  requirePermission(ctx, "platform:admin");
  for (let deleted = 0; ; ) {
    const batch = await deleteBatch();
    deleted += batch;
    if (batch < batchSize) return deleted;
  }
}
