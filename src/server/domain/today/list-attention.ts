import { and, asc, count, eq, gte, isNotNull, lt, or } from "drizzle-orm";
import { appointments, branches, calcomConnections, customers, jobRuns } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { can, requirePermission } from "../_core/permissions";

/** Cal.com answers within seconds; after this somebody should look. */
const patienceMs = 5 * 60_000;
const shown = 10;

/**
 * What needs a person: appointments that did not reach the outside calendar, a connection that fails and, for the
 * platform's admin, failed jobs of this business.
 */
export async function listAttention(ctx: TenantContext, now = new Date()) {
  requirePermission(ctx, "appointments:read");
  const [stuck, [connection], failedJobs] = await Promise.all([
    ctx.db
      .select({
        appointmentId: appointments.id,
        startTime: appointments.startTime,
        syncState: appointments.syncState,
        reason: appointments.syncError,
        customerName: customers.name,
        attendeeName: appointments.attendeeName,
        timeZone: branches.timeZone,
      })
      .from(appointments)
      .leftJoin(
        customers,
        and(eq(customers.tenantId, appointments.tenantId), eq(customers.id, appointments.customerId)),
      )
      .leftJoin(
        branches,
        and(eq(branches.tenantId, appointments.tenantId), eq(branches.id, appointments.branchId)),
      )
      .where(
        and(
          eq(appointments.tenantId, ctx.tenant.id),
          gte(appointments.startTime, now),
          or(
            eq(appointments.syncState, "failed"),
            and(
              eq(appointments.syncState, "pending"),
              lt(appointments.updatedAt, new Date(now.getTime() - patienceMs)),
            ),
          ),
        ),
      )
      .orderBy(asc(appointments.startTime), asc(appointments.id))
      .limit(shown),
    ctx.db
      .select({ lastError: calcomConnections.lastError })
      .from(calcomConnections)
      .where(and(eq(calcomConnections.tenantId, ctx.tenant.id), isNotNull(calcomConnections.lastError))),
    can(ctx.actor, "platform:admin") ? countFailedJobs(ctx) : 0,
  ]);
  return {
    appointments: stuck.map((row) => ({ ...row, timeZone: row.timeZone ?? ctx.tenant.timeZone })),
    calendarError: connection?.lastError ?? null,
    failedJobs,
  };
}

async function countFailedJobs(ctx: TenantContext): Promise<number> {
  const [row] = await ctx.db
    .select({ jobs: count() })
    .from(jobRuns)
    .where(and(eq(jobRuns.tenantId, ctx.tenant.id), eq(jobRuns.status, "failed")));
  return row?.jobs ?? 0;
}
