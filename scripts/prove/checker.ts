import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { occupyingStatuses } from "@/contracts/appointment-states";
import { minuteMs } from "@/lib/calendar-time";
import type { Database } from "@/server/db";
import {
  appointmentStaff,
  appointments,
  events,
  resourceTimeCells,
  serviceGaps,
  services,
  staffTimeCells,
} from "@/server/db/schema";
import { factEvents, type LoggedEvent, readFacts } from "./facts";
import { findStolen } from "./held-times";
import type { Entry } from "./journal";
import type { Shape } from "./owned-time";
import { type Cell, compareCells, type Row, replay } from "./replay";
import { untoldStates } from "./untold";

/** What is wrong with a business's calendar; all empty and zero when nothing is. */
export interface Findings {
  /** Pairs that the self-join finds in the table, of people and of rooms. */
  overlaps: number;
  /** Overlaps that existed at some moment, by the event log. */
  overlapsInLog: string[];
  /** Held times that somebody else got. */
  stolen: string[];
  cells: string[];
  disagreements: string[];
  /** Facts whose outcome nobody lived to tell. */
  untold: number;
}

/**
 * Pairs of appointments that hold the same person or the same room at the same time, buffers included; people without
 * the gaps of a service. One that Cal.com decided against our calendar is marked as such in the same transaction, and
 * is no overlap of ours.
 */
export async function countOverlaps(db: Database, tenantId: string): Promise<number> {
  const occupying = sql.join(
    occupyingStatuses.map((status) => sql`${status}`),
    sql`, `,
  );
  const [rows] = await db.execute(sql`
    WITH begins AS (
      SELECT service_id, m, ROW_NUMBER() OVER (PARTITION BY service_id ORDER BY m) AS piece FROM (
        SELECT id AS service_id, -buffer_before_minutes AS m FROM services WHERE tenant_id = ${tenantId}
        UNION ALL SELECT service_id, ends_minute FROM service_gaps WHERE tenant_id = ${tenantId}) b
    ), ends AS (
      SELECT service_id, m, ROW_NUMBER() OVER (PARTITION BY service_id ORDER BY m) AS piece FROM (
        SELECT id AS service_id, 100000 AS m FROM services WHERE tenant_id = ${tenantId}
        UNION ALL SELECT service_id, starts_minute FROM service_gaps WHERE tenant_id = ${tenantId}) e
    ), booked AS (
      SELECT a.id, a.staff_id, a.resource_id, a.start_time, s.id AS service_id,
        TIMESTAMPADD(MINUTE, -s.buffer_before_minutes, a.start_time) AS first_held,
        TIMESTAMPADD(MINUTE, s.buffer_after_minutes, a.end_time) AS last_held
      FROM appointments a JOIN services s ON s.tenant_id = a.tenant_id AND s.id = a.service_id
      WHERE a.tenant_id = ${tenantId} AND a.status IN (${occupying}) AND a.sync_state <> 'failed'
    ), people AS (
      SELECT id, staff_id FROM booked
      UNION ALL
      SELECT f.appointment_id, f.staff_id FROM appointment_staff f JOIN booked a ON a.id = f.appointment_id
        WHERE f.tenant_id = ${tenantId}
    ), held AS (
      SELECT a.id, 'person' AS kind, p.staff_id AS owner_id,
        TIMESTAMPADD(MINUTE, b.m, a.start_time) AS held_from,
        LEAST(TIMESTAMPADD(MINUTE, e.m, a.start_time), a.last_held) AS held_until
      FROM booked a JOIN people p ON p.id = a.id
      JOIN begins b ON b.service_id = a.service_id
      JOIN ends e ON e.service_id = a.service_id AND e.piece = b.piece
      UNION ALL
      SELECT id, 'room', resource_id, first_held, last_held FROM booked WHERE resource_id IS NOT NULL
    )
    SELECT COUNT(DISTINCT a.id, b.id, a.kind) AS pairs FROM held a
    JOIN held b ON b.kind = a.kind AND b.owner_id = a.owner_id AND b.id > a.id
      AND a.held_from < b.held_until AND b.held_from < a.held_until`);
  return Number((rows as unknown as { pairs: number }[])[0]?.pairs);
}

export async function check(db: Database, tenantId: string, entries: Entry[]): Promise<Findings> {
  const shapes = await readShapes(db, tenantId);
  const [overlaps, rows, log, cells] = await Promise.all([
    countOverlaps(db, tenantId),
    readRows(db, tenantId, shapes),
    readLog(db, tenantId),
    readCells(db, tenantId),
  ]);
  const tellings = entries.flatMap(({ told = [] }) => told);
  const facts = readFacts(log);
  const silent = untoldStates(facts, rows, tellings);
  const { overlaps: overlapsInLog, disagreements, untold } = replay(facts, rows, [...tellings, ...silent]);
  const stolen = findStolen(
    entries,
    { service: (id) => shapes.get(id) ?? noShape, appointment: (id) => rows.get(id) },
    silent,
  );
  return { overlaps, overlapsInLog, stolen, cells: compareCells(rows, cells), disagreements, untold };
}

const noShape: Shape = { bufferBeforeMs: 0, bufferAfterMs: 0, gapsMs: [] };

async function readShapes(db: Database, tenantId: string): Promise<Map<number, Shape>> {
  const rows = await db
    .select({ service: services, from: serviceGaps.startsMinute, until: serviceGaps.endsMinute })
    .from(services)
    .leftJoin(
      serviceGaps,
      and(eq(serviceGaps.tenantId, services.tenantId), eq(serviceGaps.serviceId, services.id)),
    )
    .where(eq(services.tenantId, tenantId))
    .orderBy(asc(services.id), asc(serviceGaps.startsMinute));
  const shapes = new Map<number, Shape>();
  for (const { service, from, until } of rows) {
    const gap = from === null || until === null ? [] : [[from * minuteMs, until * minuteMs] as const];
    shapes.set(service.id, {
      bufferBeforeMs: service.bufferBeforeMinutes * minuteMs,
      bufferAfterMs: service.bufferAfterMinutes * minuteMs,
      gapsMs: [...(shapes.get(service.id)?.gapsMs ?? []), ...gap],
    });
  }
  return shapes;
}

async function readRows(
  db: Database,
  tenantId: string,
  shapes: ReadonlyMap<number, Shape>,
): Promise<Map<number, Row>> {
  const [rows, further] = await Promise.all([
    db.select().from(appointments).where(eq(appointments.tenantId, tenantId)),
    db.select().from(appointmentStaff).where(eq(appointmentStaff.tenantId, tenantId)),
  ]);
  const furtherIds = new Map<number, number[]>();
  for (const { appointmentId, staffId } of further)
    furtherIds.set(appointmentId, [...(furtherIds.get(appointmentId) ?? []), staffId]);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        version: row.version,
        staffId: row.staffId ?? 0,
        furtherIds: (furtherIds.get(row.id) ?? []).sort((a, b) => a - b),
        resourceId: row.resourceId,
        start: row.startTime.getTime(),
        end: row.endTime.getTime(),
        ...(shapes.get(row.serviceId ?? 0) ?? noShape),
        conflict: row.syncState === "failed",
        cancelled: row.status === "cancelled",
        outside: row.source === "calcom",
      },
    ]),
  );
}

async function readCells(db: Database, tenantId: string): Promise<Cell[]> {
  const [people, rooms] = await Promise.all([
    db.select().from(staffTimeCells).where(eq(staffTimeCells.tenantId, tenantId)),
    db.select().from(resourceTimeCells).where(eq(resourceTimeCells.tenantId, tenantId)),
  ]);
  return [
    ...people.map((cell) => ({ ...cell, calendar: `person ${cell.staffId}` })),
    ...rooms.map((cell) => ({ ...cell, calendar: `room ${cell.resourceId}` })),
  ].flatMap(({ appointmentId, calendar, cellStart }) =>
    appointmentId === null ? [] : [{ id: appointmentId, calendar, start: cellStart.getTime() }],
  );
}

const readLog = (db: Database, tenantId: string): Promise<LoggedEvent[]> =>
  db
    .select({ type: events.type, entityId: events.entityId, data: events.data })
    .from(events)
    .where(and(eq(events.tenantId, tenantId), inArray(events.type, factEvents)))
    .orderBy(asc(events.id));
