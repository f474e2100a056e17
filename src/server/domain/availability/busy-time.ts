import { sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/mysql-core";
import { dayMs, minuteMs } from "@/lib/calendar-time";
import { type Interval, union } from "@/lib/intervals";
import type { Queryable } from "@/server/db";
import { preparedOnce } from "@/server/db/prepared-once";
import type { TenantContext } from "../_core/context";
import { type Calendar, cellMinutes } from "./calendar";
import { parse } from "./calendar-rows";
import type { JsonList } from "./calendar-sql";
import { wholeTime } from "./service-time";

const cellMs = cellMinutes * minuteMs;
const firstCell = Date.UTC(2000, 0, 1);

/**
 * The calendar with the taken time of its people and rooms as it is now, straight from the cells that make double
 * bookings impossible, so that what is offered and what the database accepts cannot differ. Time held for another
 * caller is taken; what the caller on the phone holds is not, nor is a hold that ran out.
 */
export async function withBusyTime(
  ctx: TenantContext,
  calendar: Calendar,
  exceptAppointmentId?: number,
): Promise<Calendar> {
  const { staff, resources } = calendar;
  const { start, end } = whatCounts(calendar);
  const hasRooms = resources !== null && resources.length > 0;
  const rows = await (hasRooms ? ofBoth : ofPeople)(ctx.db).execute({
    tenantId: ctx.tenant.id,
    staffIds: idsOf(staff),
    resourceIds: idsOf(resources ?? []),
    start: new Date(start),
    end: new Date(end),
    now: new Date(),
    callId: ctx.actor.type === "voice" ? ctx.actor.callId : null,
    movedId: exceptAppointmentId ?? null,
  });
  const busy = new Map(rows.map(({ kind, ownerId, cells }) => [`${kind} ${ownerId}`, timeOf(cells)]));
  return {
    ...calendar,
    staff: staff.map((person) => ({ ...person, busy: busy.get(`staff ${person.id}`) ?? [] })),
    resources: resources?.map((room) => ({ ...room, busy: busy.get(`resource ${room.id}`) ?? [] })) ?? null,
  };
}

/** The driver writes a list out, but no empty one; nobody has the id 0. */
const idsOf = (owners: readonly { id: number }[]) => (owners.length > 0 ? owners.map(({ id }) => id) : [0]);

const timeOf = (cells: JsonList<number>): Interval[] =>
  union(
    parse(cells).map((cell) => {
      const start = firstCell + cell * cellMs;
      return { start, end: start + cellMs };
    }),
  );

/**
 * One row per owner: numbers in a list cost a tenth of a row each, and arithmetic here less than there. Not from a
 * subquery: it would go through a temporary table, and of many such at once MariaDB 10.11 crashed.
 */
function selectTaken(db: Queryable, kind: "staff" | "resource") {
  const owner = sql<number>`${sql.raw(`c.${kind}_id`)}`;
  const [callId, movedId] = [sql.placeholder("callId"), sql.placeholder("movedId")];
  return db
    .select({
      kind: sql<"staff" | "resource">`${sql.raw(`'${kind}'`)}`,
      ownerId: owner,
      cells: sql<
        JsonList<number>
      >`JSON_ARRAYAGG(TIMESTAMPDIFF(MINUTE, '2000-01-01', c.cell_start) DIV ${sql.raw(`${cellMinutes}`)})`,
    })
    .from(
      sql`${sql.raw(`${kind}_time_cells`)} c LEFT JOIN offers o ON o.tenant_id = c.tenant_id AND o.id = c.offer_id`,
    )
    .where(
      sql`c.tenant_id = ${sql.placeholder("tenantId")} AND ${owner} IN (${sql.placeholder(`${kind}Ids`)})
        AND c.cell_start >= ${sql.placeholder("start")} AND c.cell_start < ${sql.placeholder("end")}
        AND (c.offer_id IS NULL OR (o.held_until > ${sql.placeholder("now")} AND (${callId} IS NULL OR o.call_id <> ${callId})))
        AND (c.appointment_id IS NULL OR ${movedId} IS NULL OR c.appointment_id <> ${movedId})`,
    )
    .groupBy(owner);
}

const ofPeople = preparedOnce((db) => selectTaken(db, "staff").prepare());
const ofBoth = preparedOnce((db) =>
  unionAll(selectTaken(db, "staff"), selectTaken(db, "resource")).prepare(),
);

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
