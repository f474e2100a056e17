import { and, eq } from "drizzle-orm";
import { calcomConnections, tenants } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";

/** Tenants that have a Cal.com, whether it is their calendar yet or not. */
export async function listConnectedTenants(ctx: PlatformContext): Promise<string[]> {
  const rows = await ctx.db.select({ tenantId: calcomConnections.tenantId }).from(calcomConnections);
  return rows.map((row) => row.tenantId);
}

/** Tenants whose calendar is Cal.com. */
export async function listActiveCalcomTenants(ctx: PlatformContext): Promise<string[]> {
  const rows = await ctx.db
    .select({ tenantId: calcomConnections.tenantId })
    .from(calcomConnections)
    .innerJoin(tenants, and(eq(tenants.id, calcomConnections.tenantId), eq(tenants.calendarSource, "calcom")))
    .where(eq(tenants.status, "active"));
  return rows.map((row) => row.tenantId);
}
