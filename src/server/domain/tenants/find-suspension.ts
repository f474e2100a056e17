import { and, eq } from "drizzle-orm";
import type { Database } from "@/server/db";
import { tenants } from "@/server/db/schema";

/** Why somebody's own business is closed to them; nothing where it is open. */
export async function findSuspension(db: Database, tenantId: string) {
  const [row] = await db
    .select({ name: tenants.name, since: tenants.suspendedAt, reason: tenants.suspensionReason })
    .from(tenants)
    .where(and(eq(tenants.id, tenantId), eq(tenants.status, "suspended")));
  return row;
}
