import { inArray, isNull } from "drizzle-orm";
import { events, jobRuns } from "@/server/db/schema";
import type { PlatformContext } from "@/server/domain/_core/context";
import { transact } from "@/server/domain/_core/transact";
import { toPayload } from "@/server/events/payload";
import { now } from "./clock";
import { debounceRuns } from "./debounce-runs";
import type { JobFunction } from "./job-function";
import { newRun } from "./new-run";

const batchSize = 100;

/**
 * Turns recorded events into runs, one per function that listens, and marks them in the same transaction: every
 * event starts each of its functions exactly once, however many processes dispatch, but for functions that wait for
 * more of their events: those run once for all that came meanwhile. Returns the number of events.
 */
export async function dispatchEvents(ctx: PlatformContext, functions: JobFunction[]): Promise<number> {
  for (let dispatched = 0; ; ) {
    const batch = (await hasUndispatched(ctx)) ? await dispatchBatch(ctx, functions) : 0;
    dispatched += batch;
    if (batch < batchSize) return dispatched;
  }
}

/** One cheap read while nothing happens, instead of a transaction every second. */
async function hasUndispatched(ctx: PlatformContext): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: events.id })
    .from(events)
    .where(isNull(events.dispatchedAt))
    .limit(1);
  return rows.length > 0;
}

async function dispatchBatch(ctx: PlatformContext, functions: JobFunction[]): Promise<number> {
  return transact(ctx.db, async (tx) => {
    const rows = await tx
      .select()
      .from(events)
      .where(isNull(events.dispatchedAt))
      .orderBy(events.id)
      .limit(batchSize)
      .for("update", { skipLocked: true });
    if (rows.length === 0) return 0;
    const runs = (those: readonly JobFunction[]) =>
      rows.flatMap((row) =>
        those
          .filter((fn) => fn.events.includes(row.type))
          .map((fn) => newRun(fn, toPayload(row), { tenantId: row.tenantId, eventId: row.id })),
      );
    const atOnce = runs(functions.filter(({ debounce }) => !debounce));
    if (atOnce.length > 0) await tx.insert(jobRuns).values(atOnce);
    for (const fn of functions) if (fn.debounce) await debounceRuns(tx, fn.debounce, runs([fn]));
    await tx
      .update(events)
      .set({ dispatchedAt: now })
      .where(
        inArray(
          events.id,
          rows.map((row) => row.id),
        ),
      );
    return rows.length;
  });
}
