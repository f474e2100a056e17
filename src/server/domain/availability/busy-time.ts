import { and, eq, gt, gte, inArray, isNull, lt, ne, or, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/mysql-core";
import { dayMs, minuteMs } from "@/lib/calendar-time";
import type { Interval } from "@/lib/intervals";
import type { Queryable } from "@/server/db";
import { offers, resourceTimeCells, staffTimeCells } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { type Calendar, cellMinutes } from "./calendar";

const cellMs = cellMinutes * minuteMs;

/**
 * The calendar with the taken time of its people and rooms as it is now, straight from the cells that make double
 * bookings impossible, so that what is offered and what the database accepts cannot differ. Time held for another
 * caller is taken; what the caller on the phone holds is not, nor is a hold that ran out.
 */
export async function withBusyTime(
  ctx: TenantContext,
  db: Queryable,
  calendar: Calendar,
  exceptAppointmentId?: number,
): Promise<Calendar> {
  const { staff, resources } = calendar;
  const people = runsOf(ctx, db, "person", calendar, exceptAppointmentId);
  const runs =
    staff.length + (resources?.length ?? 0) === 0
      ? []
      : resources && resources.length > 0
        ? await unionAll(people, runsOf(ctx, db, "resource", calendar, exceptAppointmentId))
        : await people;
  const busy = new Map<string, Interval[]>();
  for (const { kind, ownerId, first, last } of runs) {
    const key = `${kind} ${ownerId}`;
    const interval = { start: first.getTime(), end: last.getTime() + cellMs };
    busy.set(key, [...(busy.get(key) ?? []), interval]);
  }
  return {
    ...calendar,
    staff: staff.map((person) => ({ ...person, busy: busy.get(`person ${person.id}`) ?? [] })),
    resources: resources?.map((room) => ({ ...room, busy: busy.get(`resource ${room.id}`) ?? [] })) ?? null,
  };
}

/** Taken time around the calendar's range; neighbouring cells arrive as one run. */
function runsOf(
  ctx: TenantContext,
  db: Queryable,
  kind: "person" | "resource",
  { range, staff, resources }: Calendar,
  exceptAppointmentId: number | undefined,
) {
  const cells = kind === "person" ? staffTimeCells : resourceTimeCells;
  const owner = kind === "person" ? staffTimeCells.staffId : resourceTimeCells.resourceId;
  const ownerIds = (kind === "person" ? staff : (resources ?? [])).map(({ id }) => id);
  const ownCall = ctx.actor.type === "voice" ? ctx.actor.callId : undefined;
  const taken = db
    .select({
      ownerId: sql<number>`${owner}`.as("owner_id"),
      cellStart: cells.cellStart,
      // Cells of one uninterrupted run share this value: time minus position.
      run: sql<number>`TIMESTAMPDIFF(MINUTE, '2000-01-01', ${cells.cellStart}) - ${sql.raw(`${cellMinutes}`)} * ROW_NUMBER() OVER (PARTITION BY ${owner} ORDER BY ${cells.cellStart})`.as(
        "run",
      ),
    })
    .from(cells)
    .leftJoin(offers, and(eq(offers.tenantId, cells.tenantId), eq(offers.id, cells.offerId)))
    .where(
      and(
        eq(cells.tenantId, ctx.tenant.id),
        inArray(owner, ownerIds),
        gte(cells.cellStart, new Date(range.start - dayMs)),
        lt(cells.cellStart, new Date(range.end + dayMs)),
        or(
          isNull(cells.offerId),
          and(
            gt(offers.heldUntil, new Date()),
            ownCall === undefined ? undefined : ne(offers.callId, ownCall),
          ),
        ),
        exceptAppointmentId === undefined
          ? undefined
          : or(isNull(cells.appointmentId), ne(cells.appointmentId, exceptAppointmentId)),
      ),
    )
    .as("cells");
  return db
    .select({
      kind: sql<"person" | "resource">`${sql.raw(`'${kind}'`)}`.as("kind"),
      ownerId: taken.ownerId,
      first: sql<Date>`MIN(${taken.cellStart})`.mapWith(staffTimeCells.cellStart).as("first_cell"),
      last: sql<Date>`MAX(${taken.cellStart})`.mapWith(staffTimeCells.cellStart).as("last_cell"),
    })
    .from(taken)
    .groupBy(taken.ownerId, taken.run);
}

/** The starts of all cells that touch one of `intervals`. */
export function cellsOf(intervals: readonly Interval[]): Date[] {
  return intervals.flatMap((interval) => {
    const cells: Date[] = [];
    for (let at = Math.floor(interval.start / cellMs) * cellMs; at < interval.end; at += cellMs)
      cells.push(new Date(at));
    return cells;
  });
}
