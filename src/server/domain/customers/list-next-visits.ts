import { and, asc, eq, gte, inArray } from "drizzle-orm";
import { unionAll } from "drizzle-orm/mysql-core";
import { appointments } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

/** When each of these customers comes next, asked one by one as in `listLastCalls`. */
export async function listNextVisits(ctx: TenantContext, customerIds: readonly number[], now = new Date()) {
  requirePermission(ctx, "appointments:read");
  const [first, second, ...rest] = customerIds.map((id) => nextAppointmentOf(ctx, id, now));
  if (!first) return [];
  return second ? unionAll(first, second, ...rest) : first;
}

const nextAppointmentOf = (ctx: TenantContext, customerId: number, now: Date) =>
  ctx.db
    .select({ customerId: appointments.customerId, at: appointments.startTime })
    .from(appointments, { forceIndex: "appointments_customer_ix" })
    .where(
      and(
        eq(appointments.tenantId, ctx.tenant.id),
        eq(appointments.customerId, customerId),
        gte(appointments.startTime, now),
        inArray(appointments.status, ["pending", "scheduled"]),
      ),
    )
    .orderBy(asc(appointments.startTime))
    .limit(1);
