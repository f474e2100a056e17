import { sql } from "drizzle-orm";
import { jobRuns } from "@/server/db/schema";
import type { Transaction } from "@/server/domain/_core/transact";
import { inMilliseconds } from "./clock";
import type { JobFunction } from "./job-function";
import type { NewRun } from "./new-run";

/**
 * Of the runs of one function, oldest event first, the last of each key: the one that waits already is put off and gets
 * its event, and where none waits it is the one to wait. In the order of their keys, so that two never wait for each other.
 */
export async function debounceRuns(
  tx: Transaction,
  { periodMs, timeoutMs }: NonNullable<JobFunction["debounce"]>,
  runs: readonly NewRun[],
): Promise<void> {
  const last = new Map(runs.map((run) => [run.debounceKey, run]));
  for (const [, run] of [...last].sort(([a], [b]) => ((a ?? "") < (b ?? "") ? -1 : 1))) {
    const latest = sql`${jobRuns.createdAt} + interval ${timeoutMs * 1_000} microsecond`;
    const { event, eventId } = run;
    await tx
      .insert(jobRuns)
      .values(run)
      .onDuplicateKeyUpdate({
        set: { event, eventId, dueAt: sql`least(${inMilliseconds(periodMs)}, ${latest})` },
      });
  }
}
