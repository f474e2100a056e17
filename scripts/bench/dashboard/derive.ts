import { connect } from "@/server/db";
import { markUncounted } from "@/server/domain/analytics/audit-rollups";
import { refreshAllRollups } from "@/server/domain/analytics/refresh-rollups";
import { indexCustomers } from "@/server/domain/customers/index-customers";

/** What jobs make of raw rows: counts and search keys, of every business in the database. */
export async function derive(url: string): Promise<void> {
  const db = connect(url, 2);
  const ctx = { actor: { type: "job", name: "bench" } as const, db, requestId: "bench" };
  await markUncounted(ctx);
  await Promise.all([refreshAllRollups(ctx), indexCustomers(ctx)]);
  await db.execute(
    "ANALYZE TABLE call_day_rollups, appointment_day_rollups, call_marks, customer_search_keys",
  );
  await db.$client.end();
}
