import {
  and,
  count,
  countDistinct,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  type SQL,
  sql,
} from "drizzle-orm";
import { type MySqlColumn, unionAll } from "drizzle-orm/mysql-core";
import { businessJobs } from "@/contracts/background-work";
import { calcomConnections, jobRuns, phoneNumbers, tenants, unassignedCalls } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { can } from "../_core/permissions";
import type { Trouble } from "./rank-troubles";

/** Enough for a day of calls. */
const lowBalanceCents = 1_000;
/** A job that failed longer ago is nobody's surprise any more. */
const failedJobsSinceMs = 7 * 86_400_000;

/**
 * What stays wrong until somebody changes it, in one statement: a calendar that fails is everybody's business, what
 * can only be put right in the settings is that of who may change them, and strangers' calls are the platform's.
 */
export async function listStandingTroubles(ctx: TenantContext, now: Date): Promise<Trouble[]> {
  const connection = ctx.db
    .select(columns("calendar_broken", text(calcomConnections.tenantId), one))
    .from(calcomConnections)
    .where(and(eq(calcomConnections.tenantId, ctx.tenant.id), isNotNull(calcomConnections.lastError)));
  const rows = can(ctx.actor, "settings:write")
    ? await unionAll(
        connection,
        ctx.db
          .select(columns("number_without_agent", text(phoneNumbers.phoneNumber), one))
          .from(phoneNumbers)
          .where(and(eq(phoneNumbers.tenantId, ctx.tenant.id), isNull(phoneNumbers.agentId))),
        ctx.db
          .select(columns("low_balance", none, sql`${tenants.balanceCents}`))
          .from(tenants)
          .where(and(eq(tenants.id, ctx.tenant.id), lt(tenants.balanceCents, lowBalanceCents))),
        ctx.db
          .select(columns("job_failed", text(jobRuns.functionId), sql`${count()}`))
          .from(jobRuns, { forceIndex: "job_runs_finished_ix" })
          .where(
            and(
              eq(jobRuns.status, "failed"),
              gte(jobRuns.finishedAt, new Date(now.getTime() - failedJobsSinceMs)),
              eq(jobRuns.tenantId, ctx.tenant.id),
              // The rest says nothing to whoever did not write it.
              can(ctx.actor, "platform:admin") ? undefined : inArray(jobRuns.functionId, [...businessJobs]),
            ),
          )
          .groupBy(jobRuns.functionId),
        ...(can(ctx.actor, "platform:admin") ? [unassigned(ctx)] : []),
      )
    : await connection;
  return rows.flatMap(toTrouble);
}

const unassigned = (ctx: TenantContext) =>
  ctx.db
    .select(columns("unassigned_calls", none, sql`${countDistinct(unassignedCalls.toNumber)}`))
    .from(unassignedCalls)
    .where(isNull(unassignedCalls.assignedAt));

type StandingKind = Exclude<Trouble["kind"], "not_in_calendar" | "unconfirmed">;

/** The statement's parts agree on these. */
const columns = (kind: StandingKind, about: SQL<string>, amount: SQL) => ({
  kind: sql<StandingKind>`${sql.raw(`'${kind}'`)}`.as("kind"),
  about: about.as("about"),
  amount: sql`${amount}`.mapWith(Number).as("amount"),
});
const text = (column: MySqlColumn) => sql<string>`CAST(${column} AS CHAR)`;
const none = sql<string>`''`;
const one = sql`1`;

function toTrouble({
  kind,
  about,
  amount,
}: {
  kind: StandingKind;
  about: string;
  amount: number;
}): Trouble[] {
  switch (kind) {
    case "calendar_broken":
      return [{ kind }];
    case "number_without_agent":
      return [{ kind, phoneNumber: about }];
    case "low_balance":
      return [{ kind, balanceCents: amount }];
    case "job_failed":
      return [{ kind, job: businessJobs.find((job) => job === about) ?? "other", count: amount }];
    case "unassigned_calls":
      return amount > 0 ? [{ kind, count: amount }] : [];
  }
}
