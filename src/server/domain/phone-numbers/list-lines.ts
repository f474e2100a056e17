import { and, asc, eq } from "drizzle-orm";
import { agents, phoneNumbers, tenants } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

/** A business's numbers with the agent that answers each; the key is the business's slug. For platform programs. */
export async function listLines(ctx: PlatformContext, slug: string) {
  requirePermission(ctx, "platform:admin");
  return ctx.db
    .select({
      tenantName: tenants.name,
      phoneNumber: phoneNumbers.phoneNumber,
      retellAgentId: agents.retellAgentId,
      language: agents.language,
    })
    .from(tenants)
    .innerJoin(phoneNumbers, eq(phoneNumbers.tenantId, tenants.id))
    .leftJoin(agents, and(eq(agents.tenantId, phoneNumbers.tenantId), eq(agents.id, phoneNumbers.agentId)))
    .where(eq(tenants.slug, slug))
    .orderBy(asc(phoneNumbers.phoneNumber));
}
