import { and, count, countDistinct, eq, gt, gte, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import { businessJobs } from "@/contracts/background-work";
import { calcomConnections, jobRuns, phoneNumbers, tenants, unassignedCalls } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { can } from "../_core/permissions";
import { tells } from "./trouble-part";

/** Enough for a day of calls. */
const lowBalanceCents = 1_000;
/** A job that failed longer ago is nobody's surprise any more. */
const failedJobsSinceMs = 7 * 86_400_000;

/**
 * What stays wrong until somebody changes it: a calendar that fails is everybody's business, what can only be put right
 * in the settings is that of who may change them, and strangers' calls are the platform's.
 */
export function standingTroubles(ctx: TenantContext, now: Date) {
  const connection = ctx.db
    .select(tells("calendar_broken"))
    .from(calcomConnections)
    .where(and(eq(calcomConnections.tenantId, ctx.tenant.id), isNotNull(calcomConnections.lastError)));
  if (!can(ctx.actor, "settings:write")) return [connection];
  const isPlatform = can(ctx.actor, "platform:admin");
  return [
    connection,
    ctx.db
      .select(tells("number_without_agent", phoneNumbers.phoneNumber))
      .from(phoneNumbers)
      .where(and(eq(phoneNumbers.tenantId, ctx.tenant.id), isNull(phoneNumbers.agentId))),
    ctx.db
      .select(tells("low_balance", tenants.balanceCents))
      .from(tenants)
      .where(and(eq(tenants.id, ctx.tenant.id), lt(tenants.balanceCents, lowBalanceCents))),
    ctx.db
      .select(tells("job_failed", jobRuns.functionId, count()))
      .from(jobRuns, { forceIndex: "job_runs_finished_ix" })
      .where(
        and(
          eq(jobRuns.status, "failed"),
          gte(jobRuns.finishedAt, new Date(now.getTime() - failedJobsSinceMs)),
          eq(jobRuns.tenantId, ctx.tenant.id),
          // The rest says nothing to whoever did not write it.
          isPlatform ? undefined : inArray(jobRuns.functionId, [...businessJobs]),
        ),
      )
      .groupBy(jobRuns.functionId),
    ...(isPlatform ? [unassigned(ctx)] : []),
  ];
}

function unassigned(ctx: TenantContext) {
  const numbers = countDistinct(unassignedCalls.toNumber);
  return ctx.db
    .select(tells("unassigned_calls", numbers))
    .from(unassignedCalls)
    .where(isNull(unassignedCalls.assignedAt))
    .having(gt(numbers, 0));
}
