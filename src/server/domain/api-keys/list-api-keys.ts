import { and, desc, eq, isNull } from "drizzle-orm";
import { apiKeys } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

/** The keys that open something, newest first; of each only its beginning. */
export async function listApiKeys(ctx: TenantContext) {
  requirePermission(ctx, "settings:write");
  return ctx.db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      prefix: apiKeys.prefix,
      scopes: apiKeys.scopes,
      createdAt: apiKeys.createdAt,
      lastUsedAt: apiKeys.lastUsedAt,
    })
    .from(apiKeys)
    .where(and(eq(apiKeys.tenantId, ctx.tenant.id), isNull(apiKeys.revokedAt)))
    .orderBy(desc(apiKeys.id))
    .limit(200);
}
