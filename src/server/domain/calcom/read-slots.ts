import { and, eq, gt, gte, inArray, lte } from "drizzle-orm";
import { minuteMs } from "@/lib/calendar-time";
import type { Interval } from "@/lib/intervals";
import { calcomEventTypes, calcomReservations, calcomSlotDays } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { type SlotDay, startOfUtcDay, utcDay } from "./slot-days";

export interface ReplicatedType {
  id: number;
  /** Cal.com's number. */
  calcomId: number;
  /** Null: whoever Cal.com picks. */
  staffId: number | null;
  /** By UTC day; a day never fetched is missing. */
  days: Map<string, SlotDay>;
}

/** What is known of Cal.com's free times around `range`: of one service's event types, or of all that are mapped. */
export async function readSlots(
  ctx: TenantContext,
  range: Interval,
  which: { serviceId?: number; typeIds?: number[] } = {},
): Promise<ReplicatedType[]> {
  const rows = await ctx.db
    .select({
      id: calcomEventTypes.id,
      calcomId: calcomEventTypes.calcomId,
      staffId: calcomEventTypes.staffId,
      serviceId: calcomEventTypes.serviceId,
      day: calcomSlotDays.day,
      starts: calcomSlotDays.starts,
      fetchedAt: calcomSlotDays.fetchedAt,
      changedAt: calcomSlotDays.changedAt,
    })
    .from(calcomEventTypes)
    .leftJoin(
      calcomSlotDays,
      and(
        eq(calcomSlotDays.tenantId, calcomEventTypes.tenantId),
        eq(calcomSlotDays.eventTypeId, calcomEventTypes.id),
        gte(calcomSlotDays.day, utcDay(range.start)),
        lte(calcomSlotDays.day, utcDay(range.end - 1)),
      ),
    )
    .where(
      and(
        eq(calcomEventTypes.tenantId, ctx.tenant.id),
        eq(calcomEventTypes.active, true),
        which.serviceId === undefined ? undefined : eq(calcomEventTypes.serviceId, which.serviceId),
        which.typeIds === undefined ? undefined : inArray(calcomEventTypes.id, which.typeIds),
      ),
    )
    .orderBy(calcomEventTypes.id, calcomSlotDays.day);
  const types = new Map<number, ReplicatedType>();
  for (const { id, calcomId, staffId, serviceId, day, starts, fetchedAt, changedAt } of rows) {
    if (serviceId === null) continue;
    const type = types.get(id) ?? { id, calcomId, staffId, days: new Map<string, SlotDay>() };
    types.set(id, type);
    if (day === null || starts === null || fetchedAt === null) continue;
    const midnight = Date.parse(day);
    type.days.set(day, { starts: starts.map((m) => midnight + m * minuteMs), fetchedAt, changedAt });
  }
  return [...types.values()];
}

/**
 * Starts that Cal.com lists as taken only because it keeps them for us. Whether they are free is decided here, by
 * the cells: a hold of ours must never stand in the way of its own booking.
 */
export async function readOwnReservations(
  ctx: TenantContext,
  range: Interval,
): Promise<{ calcomId: number; start: number }[]> {
  const rows = await ctx.db
    .select({ calcomId: calcomReservations.calcomEventTypeId, startTime: calcomReservations.startTime })
    .from(calcomReservations)
    .where(
      and(
        eq(calcomReservations.tenantId, ctx.tenant.id),
        gte(calcomReservations.startTime, new Date(startOfUtcDay(range.start))),
        lte(calcomReservations.startTime, new Date(range.end)),
        gt(calcomReservations.until, new Date()),
      ),
    );
  return rows.map(({ calcomId, startTime }) => ({ calcomId, start: startTime.getTime() }));
}
