import { and, eq, inArray } from "drizzle-orm";
import { jobRuns, jobSchedules } from "@/server/db/schema";
import type { PlatformContext } from "@/server/domain/_core/context";
import { transact } from "@/server/domain/_core/transact";
import type { JobFunction } from "./job-function";
import { newRun } from "./new-run";
import { nextInstant } from "./next-instant";

type Schedule = JobFunction["schedules"][number];

/** Notes when each cron function is due next, unless that is known: what fell due while everything was down stays due. */
export async function planSchedules(ctx: PlatformContext, functions: JobFunction[], at: Date): Promise<void> {
  const rows = functions.flatMap((fn) =>
    fn.schedules.map((schedule) => ({
      functionId: fn.id,
      cron: schedule.cron,
      nextAt: nextInstant(schedule, at),
    })),
  );
  if (rows.length === 0) return;
  await ctx.db.insert(jobSchedules).ignore().values(rows);
}

/**
 * Starts every cron function that is due at `at`, once, however many instants were missed and processes ask.
 * Returns when to ask again.
 */
export async function fireSchedules(
  ctx: PlatformContext,
  functions: JobFunction[],
  at: Date,
): Promise<Date | undefined> {
  const scheduled = functions.filter((fn) => fn.schedules.length > 0);
  if (scheduled.length === 0) return undefined;
  const ids = scheduled.map((fn) => fn.id);
  const rows = await ctx.db.select().from(jobSchedules).where(inArray(jobSchedules.functionId, ids));
  let earliest: Date | undefined;
  for (const row of rows) {
    const fn = scheduled.find((candidate) => candidate.id === row.functionId);
    const schedule = fn?.schedules.find((candidate) => candidate.cron === row.cron);
    if (!fn || !schedule) continue;
    const next = row.nextAt <= at ? await fire(ctx, fn, schedule, at) : row.nextAt;
    if (!earliest || next < earliest) earliest = next;
  }
  return earliest;
}

async function fire(ctx: PlatformContext, fn: JobFunction, schedule: Schedule, at: Date): Promise<Date> {
  const self = and(eq(jobSchedules.functionId, fn.id), eq(jobSchedules.cron, schedule.cron));
  return transact(ctx.db, async (tx) => {
    const [row] = await tx.select().from(jobSchedules).where(self).for("update");
    if (!row || row.nextAt > at) return row?.nextAt ?? at;
    const event = {
      name: "inngest/scheduled.timer",
      id: `cron-${fn.id}-${row.nextAt.getTime()}`,
      ts: row.nextAt.getTime(),
      data: { cron: schedule.cron },
    };
    const nextAt = nextInstant(schedule, at);
    // Two schedules of one function may meet in one instant: one run is enough.
    await tx
      .insert(jobRuns)
      .ignore()
      .values(newRun(fn, event, { scheduledFor: row.nextAt }));
    await tx.update(jobSchedules).set({ nextAt }).where(self);
    return nextAt;
  });
}
