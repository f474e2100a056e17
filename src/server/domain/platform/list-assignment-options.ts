import { and, asc, eq, ne } from "drizzle-orm";
import { agents, branches, tenants } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

const shown = 2_000;

/** Where a number can go: every open branch of every active business, and the agents that could answer there. */
export async function listAssignmentOptions(ctx: PlatformContext) {
  requirePermission(ctx, "platform:admin");
  const [branchRows, agentRows] = await Promise.all([
    ctx.db
      .select({
        tenantId: tenants.id,
        tenantName: tenants.name,
        branchId: branches.id,
        branchName: branches.name,
      })
      .from(branches)
      .innerJoin(tenants, eq(tenants.id, branches.tenantId))
      .where(and(eq(branches.active, true), eq(tenants.status, "active")))
      .orderBy(asc(tenants.name), asc(branches.name))
      .limit(shown),
    ctx.db
      .select({ tenantId: agents.tenantId, agentId: agents.id, agentName: agents.name })
      .from(agents)
      .where(ne(agents.status, "retired"))
      .orderBy(asc(agents.id))
      .limit(shown),
  ]);
  return { branches: branchRows, agents: agentRows };
}
