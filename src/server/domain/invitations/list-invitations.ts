import { and, asc, eq } from "drizzle-orm";
import { invitations } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { pending } from "./invitation";

/** Who was invited and has not come in yet; an expired one waits for a new link or to be withdrawn. */
export async function listInvitations(ctx: TenantContext) {
  requirePermission(ctx, "members:write");
  const now = new Date();
  const rows = await ctx.db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(and(eq(invitations.tenantId, ctx.tenant.id), pending))
    .orderBy(asc(invitations.email))
    .limit(500);
  return rows.map((row) => ({ ...row, isExpired: row.expiresAt <= now }));
}
