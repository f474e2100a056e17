import { and, eq, gte, inArray, lt, ne, sql } from "drizzle-orm";
import { dayMs, minuteMs } from "@/lib/calendar-time";
import type { Interval } from "@/lib/intervals";
import type { Queryable } from "@/server/db";
import { staffTimeCells } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { cellMinutes } from "./calendar";

const cellMs = cellMinutes * minuteMs;

/**
 * Taken time per person around `range`, straight from the cells that make double bookings impossible, so that what
 * is offered and what the database accepts cannot differ. Neighbouring cells arrive as one interval.
 */
export async function loadBusy(
  ctx: TenantContext,
  db: Queryable,
  request: { staffIds: number[]; range: Interval; exceptAppointmentId?: number },
): Promise<Map<number, Interval[]>> {
  const busy = new Map<number, Interval[]>();
  if (request.staffIds.length === 0) return busy;
  const cells = db
    .select({
      staffId: staffTimeCells.staffId,
      cellStart: staffTimeCells.cellStart,
      // Cells of one uninterrupted run share this value: time minus position.
      run: sql<number>`TIMESTAMPDIFF(MINUTE, '2000-01-01', ${staffTimeCells.cellStart}) - ${sql.raw(`${cellMinutes}`)} * ROW_NUMBER() OVER (PARTITION BY ${staffTimeCells.staffId} ORDER BY ${staffTimeCells.cellStart})`.as(
        "run",
      ),
    })
    .from(staffTimeCells)
    .where(
      and(
        eq(staffTimeCells.tenantId, ctx.tenant.id),
        inArray(staffTimeCells.staffId, request.staffIds),
        gte(staffTimeCells.cellStart, new Date(request.range.start - dayMs)),
        lt(staffTimeCells.cellStart, new Date(request.range.end + dayMs)),
        request.exceptAppointmentId === undefined
          ? undefined
          : ne(staffTimeCells.appointmentId, request.exceptAppointmentId),
      ),
    )
    .as("cells");
  const runs = await db
    .select({
      staffId: cells.staffId,
      first: sql<Date>`MIN(${cells.cellStart})`.mapWith(staffTimeCells.cellStart),
      last: sql<Date>`MAX(${cells.cellStart})`.mapWith(staffTimeCells.cellStart),
    })
    .from(cells)
    .groupBy(cells.staffId, cells.run);
  for (const { staffId, first, last } of runs) {
    const intervals = busy.get(staffId) ?? [];
    intervals.push({ start: first.getTime(), end: last.getTime() + cellMs });
    busy.set(staffId, intervals);
  }
  return busy;
}

/** The starts of all cells that touch `interval`. */
export function cellsOf(interval: Interval): Date[] {
  const cells: Date[] = [];
  for (let at = Math.floor(interval.start / cellMs) * cellMs; at < interval.end; at += cellMs) {
    cells.push(new Date(at));
  }
  return cells;
}
