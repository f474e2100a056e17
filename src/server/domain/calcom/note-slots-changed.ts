import { and, eq, inArray } from "drizzle-orm";
import { dayMs, minuteMs } from "@/lib/calendar-time";
import type { Interval } from "@/lib/intervals";
import { calcomEventTypes, calcomSlotDays } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { transact } from "../_core/transact";
import { readSlots } from "./read-slots";
import { nudgeRefresh } from "./refresh-slots";
import { daysIn } from "./slot-days";

interface SlotChange {
  /** Cal.com's number of the event type, and the person, as far as known. */
  calcomId: number | null;
  staffId?: number | null;
  /** Time that is taken there now: its starts leave the copy at once. */
  taken?: Interval;
  /** Time that may be free there now: only Cal.com can say, so it is asked. */
  freed?: Interval;
  /** Cal.com itself refused this event type at this time, whoever else works there. */
  refused?: boolean;
}

/** A booking began, moved or ended at Cal.com: the copy of its free times follows. */
export async function noteSlotsChanged(ctx: TenantContext, change: SlotChange): Promise<void> {
  const types = await affectedTypes(ctx, change);
  const touched = [change.taken, change.freed].filter((interval) => interval !== undefined);
  if (types.length === 0 || touched.length === 0) return;
  const ids = types.map(({ id }) => id);
  const days = [...new Set(touched.flatMap(daysIn))];
  await transact(ctx.db, async (tx) => {
    const rows = await tx
      .select()
      .from(calcomSlotDays)
      .where(
        and(
          eq(calcomSlotDays.tenantId, ctx.tenant.id),
          inArray(calcomSlotDays.eventTypeId, ids),
          inArray(calcomSlotDays.day, days),
        ),
      )
      .orderBy(calcomSlotDays.eventTypeId, calcomSlotDays.day)
      .for("update");
    for (const { eventTypeId, day, starts } of rows) {
      const type = types.find(({ id }) => id === eventTypeId);
      const isTheirs =
        type && (type.staffId !== null || (change.refused && type.calcomId === change.calcomId));
      const left = change.taken && isTheirs ? withoutOverlap(starts, day, type.length, change.taken) : starts;
      await tx
        .update(calcomSlotDays)
        .set({ starts: left, changedAt: new Date() })
        .where(
          and(
            eq(calcomSlotDays.tenantId, ctx.tenant.id),
            eq(calcomSlotDays.eventTypeId, eventTypeId),
            eq(calcomSlotDays.day, day),
          ),
        );
    }
  });
  if (!change.freed) return;
  const [first = "", last = first] = [days.sort()[0], days.sort().at(-1)];
  const range = { start: Date.parse(first), end: Date.parse(last) + dayMs };
  nudgeRefresh(ctx, await readSlots(ctx, range, { typeIds: ids }), range);
}

/** The booked event type and everything else the same person is booked through. */
async function affectedTypes(ctx: TenantContext, { calcomId, staffId }: SlotChange) {
  const rows = await ctx.db
    .select({
      id: calcomEventTypes.id,
      calcomId: calcomEventTypes.calcomId,
      staffId: calcomEventTypes.staffId,
      length: calcomEventTypes.length,
    })
    .from(calcomEventTypes)
    .where(and(eq(calcomEventTypes.tenantId, ctx.tenant.id), eq(calcomEventTypes.active, true)));
  const person = staffId ?? rows.find((row) => row.calcomId === calcomId)?.staffId ?? null;
  return rows.filter(
    (row) => row.calcomId === calcomId || row.staffId === null || (person !== null && row.staffId === person),
  );
}

function withoutOverlap(starts: number[], day: string, length: number, taken: Interval): number[] {
  const midnight = Date.parse(day);
  return starts.filter((minute) => {
    const start = midnight + minute * minuteMs;
    return start + length * minuteMs <= taken.start || start >= taken.end;
  });
}
