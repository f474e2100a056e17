import { and, asc, eq } from "drizzle-orm";
import { env } from "@/env";
import { agents, branches, phoneNumbers, tenants } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { getSyncState } from "../calcom/get-sync-state";
import { listMissingMappings } from "../calcom/list-missing-mappings";

/** What has to be in place so that calls are answered and appointments arrive; secrets only as "there" or "not there". */
export async function getIntegrations(ctx: TenantContext) {
  requirePermission(ctx, "settings:write");
  const t = ctx.tenant.id;
  const [[tenant], numbers, state] = await Promise.all([
    ctx.db.select({ calendarSource: tenants.calendarSource }).from(tenants).where(eq(tenants.id, t)),
    ctx.db
      .select({
        phoneNumber: phoneNumbers.phoneNumber,
        branchName: branches.name,
        agentName: agents.name,
        agentStatus: agents.status,
      })
      .from(phoneNumbers)
      .innerJoin(branches, and(eq(branches.tenantId, t), eq(branches.id, phoneNumbers.branchId)))
      .leftJoin(agents, and(eq(agents.tenantId, t), eq(agents.id, phoneNumbers.agentId)))
      .where(eq(phoneNumbers.tenantId, t))
      .orderBy(asc(phoneNumbers.phoneNumber)),
    getSyncState(ctx),
  ]);
  return {
    hasRetellKey: env.RETELL_API_KEY !== undefined,
    numbers: numbers.map(({ agentStatus, ...number }) => ({
      ...number,
      isAnswered: agentStatus === "published",
    })),
    calcom: state && {
      isInUse: tenant?.calendarSource === "calcom",
      isPaused: state.pausedUntil !== null && state.pausedUntil > new Date(),
      eventTypes: state.eventTypes.length,
      /** Event types whose copy of free times is too old to be offered. */
      outdated: state.eventTypes.filter(({ isOffered }) => !isOffered).length,
      missing: await listMissingMappings(ctx),
    },
  };
}
