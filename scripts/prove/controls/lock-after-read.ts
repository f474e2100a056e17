import { type Attempt, insertAppointment, isTaken } from "./attempt";

/** A lock that looks safe: any plain read before it fixes what REPEATABLE READ shows after it. */
export const lockAfterRead: Attempt = {
  name: "FOR UPDATE after a plain read, REPEATABLE READ",
  isolation: "REPEATABLE READ",
  async book(connection, wish) {
    await connection.query("SELECT time_zone FROM tenants WHERE id = ?", [wish.tenantId]);
    await connection.query("SELECT id FROM staff WHERE tenant_id = ? AND id = ? FOR UPDATE", [
      wish.tenantId,
      wish.staffId,
    ]);
    if (await isTaken(connection, wish)) return;
    await insertAppointment(connection, wish);
  },
};
