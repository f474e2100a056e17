import type { PlatformContext } from "@/server/domain/_core/context";
import { type ClaimedRun, claimRuns } from "@/server/domain/background/queue/claim-runs";
import { dispatchEvents } from "@/server/domain/background/queue/dispatch-events";
import { fireSchedules, planSchedules } from "@/server/domain/background/queue/fire-schedules";
import type { JobFunction } from "@/server/domain/background/queue/job-function";
import { defaultLeaseMs, renewLeases } from "@/server/domain/background/queue/lease";
import { onWake } from "@/server/events/wake";
import { logger } from "@/server/logger";
import type { Endpoint } from "./endpoint";
import { executeRun } from "./execute-run";
import { createSignal } from "./signal";

/** Failures in a row until it is worth a line in the log. */
const patience = 10;

export interface ExecutorOptions {
  ctx: PlatformContext;
  endpoint: Endpoint;
  parallelRuns?: number;
  /** How late another process's work is noticed at most; our own wakes the loop at once. */
  pollMs?: number;
  leaseMs?: number;
  /** In development functions come and go while the process lives. */
  rediscoverMs?: number;
  backoff?: (failedTries: number) => number;
}

/**
 * Executes the background functions of this process's own endpoint: events become runs, due schedules become runs,
 * and due runs are claimed and executed. Any number of processes may do this on one database.
 */
export function startExecutor(options: ExecutorOptions): { stop: () => Promise<void> } {
  const { ctx, endpoint, parallelRuns = 8, pollMs = 1_000, leaseMs = defaultLeaseMs } = options;
  const { rediscoverMs = Number.POSITIVE_INFINITY, backoff } = options;
  const active = new Map<ClaimedRun, Promise<void>>();
  const signal = createSignal();
  let functions: JobFunction[] | undefined;
  let discoveredAt = 0;
  let nextScheduleAt = 0;
  let stopping = false;
  let failures = 0;

  async function discover(): Promise<JobFunction[]> {
    if (functions && Date.now() - discoveredAt < rediscoverMs) return functions;
    functions = await endpoint.discover();
    discoveredAt = Date.now();
    nextScheduleAt = 0;
    await planSchedules(ctx, functions, new Date());
    return functions;
  }

  async function work(): Promise<void> {
    const known = await discover();
    await dispatchEvents(ctx, known);
    if (Date.now() >= nextScheduleAt) {
      nextScheduleAt = (await fireSchedules(ctx, known, new Date()))?.getTime() ?? Number.POSITIVE_INFINITY;
    }
    const functionIds = known.map((fn) => fn.id);
    const limit = parallelRuns - active.size;
    for (const run of await claimRuns(ctx, { functionIds, limit, leaseMs })) execute(known, run);
  }

  function execute(known: JobFunction[], run: ClaimedRun): void {
    const done = executeRun({ ctx, endpoint, functions: known, backoff, isStopping: () => stopping }, run)
      // The lease runs out and somebody tries again: a lost database, for one, comes back.
      .catch((error: unknown) =>
        logger.warn({ err: error, runId: run.runId, functionId: run.functionId }, "run left to its lease"),
      )
      .finally(() => {
        active.delete(run);
        signal.raise();
      });
    active.set(run, done);
  }

  async function loop(): Promise<void> {
    while (!stopping) {
      try {
        await work();
        if (failures >= patience) logger.info("background work resumed");
        failures = 0;
      } catch (error) {
        // Said once, and not at a start, when the server needs a moment until it listens.
        if (++failures === patience) logger.warn({ err: error }, "background work waits");
      }
      const untilSchedule = Math.max(nextScheduleAt - Date.now(), 0);
      await signal.wait(failures > 0 ? Math.min(pollMs, 100 * failures) : Math.min(pollMs, untilSchedule));
    }
  }

  const renewal = setInterval(() => {
    renewLeases(ctx, [...active.keys()], leaseMs).catch((error: unknown) =>
      logger.warn({ err: error }, "leases not renewed"),
    );
  }, leaseMs / 3).unref();
  const stopListening = onWake(signal.raise);
  const looping = loop();

  return {
    /** Takes nothing new and waits for the steps that are under way; their runs go on elsewhere or after a start. */
    async stop() {
      stopping = true;
      signal.raise();
      stopListening();
      await looping;
      await Promise.all(active.values());
      clearInterval(renewal);
    },
  };
}
