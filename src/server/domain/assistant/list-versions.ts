import { and, desc, eq, gt } from "drizzle-orm";
import { assistantVersions, users } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

/** More than anybody looks back; older ones are kept all the same. */
const shown = 50;

/** The latest fifty versions that callers heard, the newest first. */
export async function listVersions(ctx: TenantContext) {
  requirePermission(ctx, "catalog:read");
  return ctx.db
    .select({
      number: assistantVersions.number,
      restoredFrom: assistantVersions.restoredFrom,
      publishedAt: assistantVersions.publishedAt,
      publishedBy: users.name,
    })
    .from(assistantVersions)
    .leftJoin(users, eq(users.id, assistantVersions.publishedBy))
    .where(and(eq(assistantVersions.tenantId, ctx.tenant.id), gt(assistantVersions.number, 0)))
    .orderBy(desc(assistantVersions.number))
    .limit(shown);
}
