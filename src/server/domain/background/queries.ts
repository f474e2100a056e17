import { and, count, desc, eq, gte, isNull, lte, min, sql } from "drizzle-orm";
import { z } from "zod";
import { events, heartbeats, jobRuns, tenants } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { now } from "./queue/clock";
import { backgroundHeartbeat } from "./write-heartbeat";

const listInput = z.object({ limit: z.number().int().min(1).max(200).default(50) });

/** Runs whose tries are used up, the latest first: what a platform admin should look at. */
export async function listFailedRuns(ctx: PlatformContext, input: z.input<typeof listInput> = {}) {
  requirePermission(ctx, "platform:admin");
  const { limit } = listInput.parse(input);
  const rows = await ctx.db
    .select({
      runId: jobRuns.id,
      functionId: jobRuns.functionId,
      tenantId: jobRuns.tenantId,
      tenantName: tenants.name,
      error: jobRuns.error,
      /** Tries of the step that failed. */
      attempts: jobRuns.attempt,
      event: jobRuns.event,
      createdAt: jobRuns.createdAt,
      startedAt: jobRuns.startedAt,
      failedAt: jobRuns.finishedAt,
    })
    .from(jobRuns)
    .leftJoin(tenants, eq(tenants.id, jobRuns.tenantId))
    .where(eq(jobRuns.status, "failed"))
    .orderBy(desc(jobRuns.finishedAt), desc(jobRuns.id))
    .limit(limit);
  return rows.map(({ event, ...row }) => ({
    ...row,
    eventName: typeof event.name === "string" ? event.name : "",
    eventData: smallValues(event.data),
  }));
}

/** The ids an event carries; a nested event, as onFailure gets it, stays out of the list. */
function smallValues(data: unknown): Record<string, string | number | boolean | null> {
  const small = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);
  const members = Object.entries(z.record(z.string(), z.unknown()).catch({}).parse(data));
  return Object.fromEntries(
    members.flatMap(([name, value]) => {
      const parsed = small.safeParse(value);
      return parsed.success ? [[name, parsed.data]] : [];
    }),
  );
}

const staleAfterMs = 3 * 60_000;

export interface BackgroundHealth {
  /** `starting`: no heartbeat was ever written, the first one comes within a minute. */
  state: "starting" | "alive" | "stale";
  lastHeartbeatAt: Date | null;
  /** Age of the oldest event that no queue has taken yet; normally far below a second. */
  oldestUndispatchedSeconds: number | null;
  /** Runs that are due and that nobody executes. */
  dueRuns: number;
  failedRunsLastDay: number;
}

/** Numbers only, so that a health check may show them to anyone. Runs are counted by the embedded executor alone. */
export async function backgroundHealth(ctx: PlatformContext): Promise<BackgroundHealth> {
  const [heartbeat, undispatched, due, failed] = await Promise.all([
    ctx.db.select().from(heartbeats).where(eq(heartbeats.name, backgroundHeartbeat)),
    ctx.db
      .select({
        seconds: sql<number | null>`timestampdiff(second, ${min(events.createdAt)}, ${now})`.mapWith(Number),
      })
      .from(events)
      .where(isNull(events.dispatchedAt)),
    ctx.db
      .select({ runs: count() })
      .from(jobRuns)
      .where(and(eq(jobRuns.status, "pending"), lte(jobRuns.dueAt, now))),
    ctx.db
      .select({ runs: count() })
      .from(jobRuns)
      .where(and(eq(jobRuns.status, "failed"), gte(jobRuns.finishedAt, sql`${now} - interval 1 day`))),
  ]);
  const lastHeartbeatAt = heartbeat[0]?.beatAt ?? null;
  return {
    state: stateAt(lastHeartbeatAt, Date.now()),
    lastHeartbeatAt,
    oldestUndispatchedSeconds: undispatched[0]?.seconds ?? null,
    dueRuns: due[0]?.runs ?? 0,
    failedRunsLastDay: failed[0]?.runs ?? 0,
  };
}

function stateAt(lastHeartbeatAt: Date | null, nowMs: number): BackgroundHealth["state"] {
  if (!lastHeartbeatAt) return "starting";
  return nowMs - lastHeartbeatAt.getTime() > staleAfterMs ? "stale" : "alive";
}
