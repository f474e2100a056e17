import { asc, eq, isNotNull, sql } from "drizzle-orm";
import { users, userTotps } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

/** The people of the business, those who may sign in first. */
export async function listMembers(ctx: TenantContext) {
  requirePermission(ctx, "members:write");
  const rows = await ctx.db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      status: users.status,
      lastSignInAt: users.lastSignInAt,
      hasTwoFactor: sql<boolean>`${isNotNull(userTotps.confirmedAt)}`.mapWith(Boolean),
    })
    .from(users)
    .leftJoin(userTotps, eq(userTotps.userId, users.id))
    .where(eq(users.tenantId, ctx.tenant.id))
    .orderBy(asc(users.status), asc(users.name), asc(users.id))
    .limit(500);
  return rows.map((row) => ({ ...row, isMe: ctx.actor.type === "user" && ctx.actor.userId === row.id }));
}
