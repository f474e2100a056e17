import { and, desc, eq } from "drizzle-orm";
import { appointments, calls } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { callSummaryColumns } from "../calls/list-calls";
import { readCustomer } from "./customer";

const latest = 100;

/** A customer with the latest hundred calls and appointments, newest first. @throws not_found */
export async function getCustomer(ctx: TenantContext, id: number) {
  requirePermission(ctx, "customers:read");
  const tenantId = ctx.tenant.id;
  const customer = await readCustomer(ctx, ctx.db, id);
  const [theirCalls, theirAppointments] = await Promise.all([
    ctx.db
      .select(callSummaryColumns)
      .from(calls)
      .where(and(eq(calls.tenantId, tenantId), eq(calls.customerId, id)))
      .orderBy(desc(calls.startTimestamp), desc(calls.id))
      .limit(latest),
    ctx.db
      .select()
      .from(appointments)
      .where(and(eq(appointments.tenantId, tenantId), eq(appointments.customerId, id)))
      .orderBy(desc(appointments.startTime), desc(appointments.id))
      .limit(latest),
  ]);
  return { customer, calls: theirCalls, appointments: theirAppointments };
}
