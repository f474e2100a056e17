import { type SQL, sql } from "drizzle-orm";
import { dayMs, minuteMs } from "@/lib/calendar-time";
import type { Interval } from "@/lib/intervals";
import type { Queryable } from "@/server/db";
import type { TenantContext } from "../_core/context";
import { type Calendar, cellMinutes } from "./calendar";
import { utc } from "./calendar-rows";
import { wholeTime } from "./service-time";

const cellMs = cellMinutes * minuteMs;

interface Run {
  kind: "person" | "resource";
  ownerId: number;
  first: string;
  last: string;
}

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
  const taken = [
    ...(staff.length > 0 ? [runsOf(ctx, "person", calendar, exceptAppointmentId)] : []),
    ...(resources && resources.length > 0 ? [runsOf(ctx, "resource", calendar, exceptAppointmentId)] : []),
  ];
  const [runs] = taken.length > 0 ? await db.execute(sql.join(taken, sql` UNION ALL `)) : [[]];
  const busy = new Map<string, Interval[]>();
  for (const { kind, ownerId, first, last } of runs as unknown as Run[]) {
    const key = `${kind} ${ownerId}`;
    const interval = { start: utc(first), end: utc(last) + cellMs };
    const known = busy.get(key);
    if (known) known.push(interval);
    else busy.set(key, [interval]);
  }
  return {
    ...calendar,
    staff: staff.map((person) => ({ ...person, busy: busy.get(`person ${person.id}`) ?? [] })),
    resources: resources?.map((room) => ({ ...room, busy: busy.get(`resource ${room.id}`) ?? [] })) ?? null,
  };
}

const columns = {
  person: { cells: sql.raw("staff_time_cells"), owner: sql.raw("c.staff_id") },
  resource: { cells: sql.raw("resource_time_cells"), owner: sql.raw("c.resource_id") },
};

/** Taken time around the calendar's range; neighbouring cells arrive as one run. Plain text: it is built so often. */
function runsOf(
  ctx: TenantContext,
  kind: Run["kind"],
  calendar: Calendar,
  exceptAppointmentId: number | undefined,
): SQL {
  const { cells, owner } = columns[kind];
  const ownerIds = (kind === "person" ? calendar.staff : (calendar.resources ?? [])).map(({ id }) => id);
  const { start, end } = whatCounts(calendar);
  const ownCall = ctx.actor.type === "voice" ? sql` AND o.call_id <> ${ctx.actor.callId}` : sql``;
  const moved =
    exceptAppointmentId === undefined
      ? sql``
      : sql` AND (c.appointment_id IS NULL OR c.appointment_id <> ${exceptAppointmentId})`;
  // Cells of one uninterrupted run share `run`: time minus position.
  return sql`SELECT '${sql.raw(kind)}' AS kind, t.ownerId, MIN(t.cell_start) AS first, MAX(t.cell_start) AS last FROM (
    SELECT ${owner} AS ownerId, c.cell_start, TIMESTAMPDIFF(MINUTE, '2000-01-01', c.cell_start)
      - ${sql.raw(`${cellMinutes}`)} * ROW_NUMBER() OVER (PARTITION BY ${owner} ORDER BY c.cell_start) AS run
    FROM ${cells} c LEFT JOIN offers o ON o.tenant_id = c.tenant_id AND o.id = c.offer_id
    WHERE c.tenant_id = ${ctx.tenant.id} AND ${owner} IN ${ownerIds}
      AND c.cell_start >= ${new Date(start)} AND c.cell_start < ${new Date(end)}
      AND (c.offer_id IS NULL OR (o.held_until > ${new Date()}${ownCall}))${moved}) t
    GROUP BY t.ownerId, t.run`;
}

/** Whose turn it is depends on whole days; for one person alone only what the service could meet counts. */
function whatCounts({ range, staff, service }: Calendar): Interval {
  if (staff.length > 1) return { start: range.start - dayMs, end: range.end + dayMs };
  return { start: wholeTime(service, range.start).start - cellMs, end: wholeTime(service, range.end).end };
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
