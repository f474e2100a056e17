import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { callReports, calls, tenants, users } from "@/server/db/schema";
import type { PlatformContext, TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

const mostShown = 200;

const told = {
  id: callReports.id,
  kind: callReports.kind,
  text: callReports.text,
  reporterName: users.name,
  requestId: callReports.requestId,
  createdAt: callReports.createdAt,
  settledAt: callReports.settledAt,
  answer: callReports.answer,
};

/** The oldest first. @param ctx with `calls:read`, checked by the caller */
export const listReportsOfCall = (ctx: TenantContext, callId: number) =>
  ctx.db
    .select(told)
    .from(callReports)
    .innerJoin(users, eq(users.id, callReports.reportedBy))
    .where(and(eq(callReports.tenantId, ctx.tenant.id), eq(callReports.callId, callId)))
    .orderBy(asc(callReports.id))
    .limit(mostShown);

/** What the businesses reported and nobody has settled yet, the oldest first; then the latest that are settled. */
export async function listReports(ctx: PlatformContext) {
  requirePermission(ctx, "platform:admin");
  const all = () =>
    ctx.db
      .select({
        ...told,
        tenantName: tenants.name,
        tenantSlug: tenants.slug,
        timeZone: tenants.timeZone,
        callId: callReports.callId,
        retellCallId: calls.callId,
      })
      .from(callReports)
      .innerJoin(tenants, eq(tenants.id, callReports.tenantId))
      .innerJoin(calls, and(eq(calls.tenantId, callReports.tenantId), eq(calls.id, callReports.callId)))
      .innerJoin(users, eq(users.id, callReports.reportedBy));
  const [open, latest] = await Promise.all([
    all().where(isNull(callReports.settledAt)).orderBy(asc(callReports.id)).limit(mostShown),
    all().orderBy(desc(callReports.settledAt)).limit(20),
  ]);
  return [...open, ...latest.filter(({ settledAt }) => settledAt !== null)];
}
