import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { occupyingStatuses } from "@/contracts/appointments";
import { minuteMs } from "@/lib/calendar-time";
import type { Database } from "@/server/db";
import { appointments, events, services, staffTimeCells } from "@/server/db/schema";
import type { Told } from "./journal";
import { compareCells, type Fact, type Row, replay } from "./replay";

/** What is wrong with a business's calendar; all empty and zero when nothing is. */
export interface Findings {
  /** Pairs that the self-join finds in the table. */
  overlaps: number;
  /** Overlaps that existed at some moment, by the event log. */
  overlapsInLog: number;
  cells: string[];
  disagreements: string[];
  /** Facts whose outcome nobody lived to tell. */
  untold: number;
}

/**
 * Pairs of appointments that hold the same person at the same time, buffers included. One that Cal.com decided
 * against our calendar is marked as such in the same transaction, and is no overlap of ours.
 */
export async function countOverlaps(db: Database, tenantId: string): Promise<number> {
  const occupying = sql.join(
    occupyingStatuses.map((status) => sql`${status}`),
    sql`, `,
  );
  const [rows] = await db.execute(sql`
    WITH held AS (
      SELECT a.id, a.staff_id,
        TIMESTAMPADD(MINUTE, -COALESCE(s.buffer_before_minutes, 0), a.start_time) AS held_from,
        TIMESTAMPADD(MINUTE, COALESCE(s.buffer_after_minutes, 0), a.end_time) AS held_until
      FROM appointments a
      LEFT JOIN services s ON s.tenant_id = a.tenant_id AND s.id = a.service_id
      WHERE a.tenant_id = ${tenantId} AND a.status IN (${occupying}) AND a.sync_state <> 'failed'
    )
    SELECT COUNT(*) AS pairs FROM held a
    JOIN held b ON b.staff_id = a.staff_id AND b.id > a.id
      AND a.held_from < b.held_until AND b.held_from < a.held_until`);
  return Number((rows as unknown as { pairs: number }[])[0]?.pairs);
}

export async function check(db: Database, tenantId: string, tellings: Told[]): Promise<Findings> {
  const [overlaps, rows, facts, cells] = await Promise.all([
    countOverlaps(db, tenantId),
    readRows(db, tenantId),
    readFacts(db, tenantId),
    db
      .select({
        id: staffTimeCells.appointmentId,
        staffId: staffTimeCells.staffId,
        start: staffTimeCells.cellStart,
      })
      .from(staffTimeCells)
      .where(eq(staffTimeCells.tenantId, tenantId)),
  ]);
  const { overlaps: overlapsInLog, disagreements, untold } = replay(facts, rows, tellings);
  const owned = cells.flatMap(({ id, staffId, start }) =>
    id === null ? [] : [{ id, staffId, start: start.getTime() }],
  );
  return { overlaps, overlapsInLog, cells: compareCells(rows, owned), disagreements, untold };
}

async function readRows(db: Database, tenantId: string): Promise<Map<number, Row>> {
  const rows = await db
    .select({
      appointment: appointments,
      before: services.bufferBeforeMinutes,
      after: services.bufferAfterMinutes,
    })
    .from(appointments)
    .leftJoin(
      services,
      and(eq(services.tenantId, appointments.tenantId), eq(services.id, appointments.serviceId)),
    )
    .where(eq(appointments.tenantId, tenantId));
  return new Map(
    rows.map(({ appointment: row, before, after }) => [
      row.id,
      {
        id: row.id,
        version: row.version,
        staffId: row.staffId ?? 0,
        start: row.startTime.getTime(),
        end: row.endTime.getTime(),
        bufferBeforeMs: (before ?? 0) * minuteMs,
        bufferAfterMs: (after ?? 0) * minuteMs,
        conflict: row.syncState === "failed",
        cancelled: row.status === "cancelled",
        outside: row.source === "calcom",
      },
    ]),
  );
}

const factTypes = {
  "appointment.booked": "booked",
  "appointment.moved": "moved",
  "appointment.cancelled": "cancelled",
} as const;

async function readFacts(db: Database, tenantId: string): Promise<Fact[]> {
  const rows = await db
    .select({ type: events.type, entityId: events.entityId, data: events.data })
    .from(events)
    .where(and(eq(events.tenantId, tenantId), inArray(events.type, Object.keys(factTypes))))
    .orderBy(asc(events.id));
  return rows.map(({ type, entityId, data }) => {
    // MariaDB keeps JSON as text.
    const { fromStart, toStart } = (typeof data === "string" ? JSON.parse(data) : data) as Record<
      string,
      string
    >;
    return {
      type: factTypes[type as keyof typeof factTypes],
      id: entityId ?? 0,
      ...(toStart ? { from: Date.parse(fromStart ?? ""), to: Date.parse(toStart) } : {}),
    };
  });
}
