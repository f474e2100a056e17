import type { Connection, ResultSetHeader, RowDataPacket } from "mysql2/promise";

/** One time that somebody wants of one person; instants in UTC. */
export interface Wish {
  tenantId: string;
  branchId: number;
  serviceId: number;
  staffId: number;
  start: Date;
  end: Date;
}

/** A way to book, in plain SQL; `book` runs within a transaction of this isolation. */
export interface Attempt {
  name: string;
  isolation: "READ COMMITTED" | "REPEATABLE READ";
  book(connection: Connection, wish: Wish): Promise<void>;
}

/** No appointment is longer than twelve hours: the index needs an end on both sides. */
export async function isTaken(connection: Connection, wish: Wish): Promise<boolean> {
  const earliest = new Date(wish.start.getTime() - 12 * 3_600_000);
  const [rows] = await connection.query<RowDataPacket[]>(
    "SELECT 1 FROM appointments WHERE tenant_id = ? AND staff_id = ? AND start_time > ? AND start_time < ? AND end_time > ? AND status <> 'cancelled' LIMIT 1",
    [wish.tenantId, wish.staffId, earliest, wish.end, wish.start],
  );
  return rows.length > 0;
}

export async function insertAppointment(connection: Connection, wish: Wish): Promise<number> {
  const [result] = await connection.query<ResultSetHeader>(
    "INSERT INTO appointments (tenant_id, branch_id, service_id, staff_id, start_time, end_time, status, source) VALUES (?, ?, ?, ?, ?, ?, 'scheduled', 'rest')",
    [wish.tenantId, wish.branchId, wish.serviceId, wish.staffId, wish.start, wish.end],
  );
  return result.insertId;
}
