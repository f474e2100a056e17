import type { RowDataPacket } from "mysql2/promise";
import { type Attempt, insertAppointment } from "./attempt";

/** The cells alone, without lock and re-check: right or wrong by their primary key and nothing else. */
export const cellsWithoutLock: Attempt = {
  name: "cells without lock and re-check",
  isolation: "READ COMMITTED",
  async book(connection, wish) {
    const [taken] = await connection.query<RowDataPacket[]>(
      "SELECT 1 FROM staff_time_cells WHERE tenant_id = ? AND staff_id = ? AND cell_start >= ? AND cell_start < ? LIMIT 1",
      [wish.tenantId, wish.staffId, wish.start, wish.end],
    );
    if (taken.length > 0) return;
    const appointmentId = await insertAppointment(connection, wish);
    const cells: unknown[][] = [];
    for (let at = wish.start.getTime(); at < wish.end.getTime(); at += 300_000)
      cells.push([wish.tenantId, wish.staffId, new Date(at), appointmentId]);
    await connection.query(
      "INSERT INTO staff_time_cells (tenant_id, staff_id, cell_start, appointment_id) VALUES ?",
      [cells],
    );
  },
};

/** The keys of others still need an index to stand on. */
export const dropPrimaryKey =
  "ALTER TABLE staff_time_cells DROP PRIMARY KEY, ADD INDEX staff_time_cells_ix (tenant_id, staff_id, cell_start)";
