import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { dayMs, minuteMs } from "@/lib/calendar-time";
import type { Interval } from "@/lib/intervals";
import { calcomEventTypes, calcomSlotDays, tenants } from "@/server/db/schema";
import { CalcomError } from "@/server/integrations/calcom/errors";
import { logger } from "@/server/logger";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { getCalcomConnection } from "./connection";
import type { Urgency } from "./gate";
import { type ReplicatedType, readSlots } from "./read-slots";
import { daysIn, isDue, rangeToFetch, slotAge, startOfUtcDay, utcDay } from "./slot-days";

/** Cal.com has been seen to take twenty seconds for a list of free times. */
const timeoutMs = 25_000;
const pauseAfterFailureMs = minuteMs;

/**
 * Fetches the free times of one event type for whole UTC days, one request. One process at a time.
 * @returns whether it was done; `busy` if another process is at it or has just failed
 */
export async function refreshSlots(
  ctx: TenantContext,
  type: Pick<ReplicatedType, "id" | "calcomId">,
  range: Interval,
  urgency: Urgency = "background",
): Promise<"done" | "busy" | "failed"> {
  if (!(await claim(ctx, type.id))) return "busy";
  try {
    const { client } = await getCalcomConnection(ctx, { timeoutMs, urgency });
    const askedAt = new Date();
    const starts = await client.listSlots(type.calcomId, new Date(range.start), new Date(range.end - 1));
    await store(ctx, type.id, range, starts, askedAt);
    await settle(ctx, type.id, { refreshLockedUntil: null, refreshError: null });
    return "done";
  } catch (error) {
    if (!(error instanceof CalcomError || error instanceof DomainError)) throw error;
    const pauseMs = Math.max(
      pauseAfterFailureMs,
      1000 * ((error instanceof CalcomError && error.retryAfterSeconds) || 0),
    );
    await settle(ctx, type.id, {
      refreshLockedUntil: new Date(Date.now() + pauseMs),
      refreshError: error.message.slice(0, 500),
    });
    return "failed";
  }
}

/**
 * Brings the copy up to date where it is due: first the coming days of every event type, then the rest of the
 * booking window. Stops at the first failure; the next run goes on.
 * @returns how many requests were made
 */
export async function refreshDueSlots(ctx: TenantContext, now = Date.now()): Promise<number> {
  const [tenant] = await ctx.db
    .select({ windowDays: tenants.bookingWindowDays })
    .from(tenants)
    .where(eq(tenants.id, ctx.tenant.id));
  const today = startOfUtcDay(now);
  const window = { start: today, end: today + ((tenant?.windowDays ?? 0) + 2) * dayMs };
  await ctx.db
    .delete(calcomSlotDays)
    .where(and(eq(calcomSlotDays.tenantId, ctx.tenant.id), lt(calcomSlotDays.day, utcDay(today - dayMs))));
  const types = await readSlots(ctx, window);
  const days = daysIn(window);
  const bands = [
    { days: days.slice(0, slotAge.nearDays), maxAgeMs: slotAge.nearMs },
    { days: days.slice(slotAge.nearDays), maxAgeMs: slotAge.farMs },
  ];
  let requests = 0;
  for (const band of bands) {
    for (const type of types) {
      for (let rest = band.days; rest.length > 0; ) {
        const range = rangeToFetch(rest, (day) => isDue(type.days.get(day), now, band.maxAgeMs));
        if (!range) break;
        const outcome = await refreshSlots(ctx, type, range);
        if (outcome === "failed") return requests;
        if (outcome === "busy") break;
        requests += 1;
        rest = rest.filter((day) => Date.parse(day) >= range.end);
      }
    }
  }
  return requests;
}

/** Sets off a fetch of what is older than a minute there, and waits for nothing. */
export function nudgeRefresh(ctx: TenantContext, types: readonly ReplicatedType[], range: Interval): void {
  const now = Date.now();
  const days = daysIn(range);
  for (const type of types) {
    const due = rangeToFetch(days, (day) => isDue(type.days.get(day), now, slotAge.freshMs));
    if (!due) continue;
    refreshSlots(ctx, type, due).catch((error: unknown) =>
      logger.error({ err: error, requestId: ctx.requestId }, "Cal.com's free times were not fetched"),
    );
  }
}

async function claim(ctx: TenantContext, typeId: number): Promise<boolean> {
  const now = new Date();
  const [result] = await ctx.db
    .update(calcomEventTypes)
    .set({ refreshLockedUntil: new Date(now.getTime() + 2 * timeoutMs + 5_000) })
    .where(
      and(
        own(ctx, typeId),
        or(isNull(calcomEventTypes.refreshLockedUntil), lt(calcomEventTypes.refreshLockedUntil, now)),
      ),
    );
  return result.affectedRows === 1;
}

/** What Cal.com was asked before something changed there is no news any more. */
async function store(ctx: TenantContext, typeId: number, range: Interval, starts: Date[], askedAt: Date) {
  const minutes = new Map<string, number[]>(daysIn(range).map((day) => [day, []]));
  for (const start of starts) {
    const at = start.getTime();
    minutes.get(utcDay(at))?.push(Math.floor((at - startOfUtcDay(at)) / minuteMs));
  }
  const isNews = sql`VALUES(fetched_at) > GREATEST(${calcomSlotDays.fetchedAt}, COALESCE(${calcomSlotDays.changedAt}, ${calcomSlotDays.fetchedAt}))`;
  await ctx.db
    .insert(calcomSlotDays)
    .values(
      [...minutes].map(([day, found]) => ({
        tenantId: ctx.tenant.id,
        eventTypeId: typeId,
        day,
        starts: found,
        fetchedAt: askedAt,
      })),
    )
    // In this order: each line still reads what the row held before.
    .onDuplicateKeyUpdate({
      set: {
        starts: sql`IF(${isNews}, VALUES(starts), ${calcomSlotDays.starts})`,
        fetchedAt: sql`IF(${isNews}, VALUES(fetched_at), ${calcomSlotDays.fetchedAt})`,
        changedAt: sql`IF(${calcomSlotDays.changedAt} < VALUES(fetched_at), NULL, ${calcomSlotDays.changedAt})`,
      },
    });
}

const settle = (
  ctx: TenantContext,
  typeId: number,
  values: { refreshLockedUntil: Date | null; refreshError: string | null },
) => ctx.db.update(calcomEventTypes).set(values).where(own(ctx, typeId));

const own = (ctx: TenantContext, typeId: number) =>
  and(eq(calcomEventTypes.tenantId, ctx.tenant.id), eq(calcomEventTypes.id, typeId));
