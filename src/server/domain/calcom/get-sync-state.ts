import { and, asc, eq, gte, isNotNull, lt, min, sql } from "drizzle-orm";
import { dayMs } from "@/lib/calendar-time";
import { calcomConnections, calcomEventTypes, calcomSlotDays, services, staff } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { slotAge, utcDay } from "./slot-days";

/**
 * How well this business is connected with its Cal.com: when both sides were compared, and how old the copy of the
 * free times is that calls are answered from. Null without a Cal.com.
 */
export async function getSyncState(ctx: TenantContext, now = Date.now()) {
  requirePermission(ctx, "appointments:read");
  const t = ctx.tenant.id;
  const [connection] = await ctx.db
    .select({
      polledUntil: calcomConnections.polledUntil,
      comparedAt: calcomConnections.comparedAt,
      pausedUntil: calcomConnections.pausedUntil,
      failures: calcomConnections.failures,
    })
    .from(calcomConnections)
    .where(eq(calcomConnections.tenantId, t));
  if (!connection) return null;
  const eventTypes = await ctx.db
    .select({
      id: calcomEventTypes.id,
      title: calcomEventTypes.title,
      serviceName: services.name,
      staffName: staff.name,
      /** Of the coming days the one fetched longest ago; null before the first fetch. */
      oldestFetchedAt: min(calcomSlotDays.fetchedAt),
      days: sql<number>`COUNT(${calcomSlotDays.day})`.mapWith(Number),
      hasFailed: sql<boolean>`${calcomEventTypes.refreshError} IS NOT NULL`.mapWith(Boolean),
    })
    .from(calcomEventTypes)
    .leftJoin(services, and(eq(services.tenantId, t), eq(services.id, calcomEventTypes.serviceId)))
    .leftJoin(staff, and(eq(staff.tenantId, t), eq(staff.id, calcomEventTypes.staffId)))
    .leftJoin(
      calcomSlotDays,
      and(
        eq(calcomSlotDays.tenantId, t),
        eq(calcomSlotDays.eventTypeId, calcomEventTypes.id),
        gte(calcomSlotDays.day, utcDay(now)),
        lt(calcomSlotDays.day, utcDay(now + slotAge.nearDays * dayMs)),
      ),
    )
    .where(
      and(
        eq(calcomEventTypes.tenantId, t),
        eq(calcomEventTypes.active, true),
        isNotNull(calcomEventTypes.serviceId),
      ),
    )
    .groupBy(
      calcomEventTypes.id,
      calcomEventTypes.title,
      services.name,
      staff.name,
      calcomEventTypes.refreshError,
    )
    .orderBy(asc(calcomEventTypes.title), asc(calcomEventTypes.id));
  return {
    ...connection,
    eventTypes: eventTypes.map(({ oldestFetchedAt, days, ...type }) => {
      const fetchedAt = days < slotAge.nearDays ? null : oldestFetchedAt;
      return {
        ...type,
        fetchedAt,
        /** Older than it should be, but still offered; then no longer. */
        isOld: fetchedAt !== null && now - fetchedAt.getTime() > 3 * slotAge.nearMs,
        isOffered: fetchedAt !== null && now - fetchedAt.getTime() <= slotAge.usableMs,
      };
    }),
  };
}
