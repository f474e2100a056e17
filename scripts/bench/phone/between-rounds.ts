import { setTimeout as sleep } from "node:timers/promises";
import { withConnection } from "../../lib/database/connection";
import { databaseName } from "../../lib/database/names";
import type { Bench } from "./product";

const patienceMs = 120_000;

/** What one burst left to do must not slow down what is measured as undisturbed. */
export async function untilProcessed({ places }: Bench): Promise<void> {
  const database = databaseName(places.databaseUrl);
  const deadline = Date.now() + patienceMs;
  await withConnection(places.databaseUrl, async (connection) => {
    const waiting = async () => {
      const [rows] = await connection.query(
        `SELECT (SELECT COUNT(*) FROM ${database}.webhook_inbox WHERE status = 'received')
          + (SELECT COUNT(*) FROM ${database}.job_runs WHERE status = 'pending' AND due_at <= UTC_TIMESTAMP(3)) AS count`,
      );
      return Number((rows as { count: number }[])[0]?.count);
    };
    while ((await waiting()) > 0 && Date.now() < deadline) await sleep(200);
  });
}

/** The bench books more than the demo's calendar holds: what callers booked is free again for the next round. */
export async function freeBooked({ places }: Bench): Promise<void> {
  const database = databaseName(places.databaseUrl);
  const booked = `SELECT id FROM ${database}.appointments WHERE source = 'phone' AND start_time > UTC_TIMESTAMP(3)`;
  await withConnection(places.databaseUrl, async (connection) => {
    await connection.query(
      `DELETE FROM ${database}.staff_time_cells WHERE appointment_id IN (${booked}) OR offer_id IS NOT NULL`,
    );
    await connection.query(
      `UPDATE ${database}.appointments SET status = 'cancelled'
        WHERE source = 'phone' AND start_time > UTC_TIMESTAMP(3)`,
    );
  });
}
