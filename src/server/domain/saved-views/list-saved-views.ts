import { and, asc, eq } from "drizzle-orm";
import type { z } from "zod";
import { viewListRequest } from "@/contracts/saved-views";
import { viewListPermissions } from "@/contracts/view-lists";
import { savedViews, users } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { can, requirePermission } from "../_core/permissions";
import { mayChange, personOf, visibleTo } from "./access";

/** Nobody looks through more. */
const mostShown = 200;

/** The views of a list that somebody can open, by name: their own, and what others share. */
export async function listSavedViews(ctx: TenantContext, input: z.input<typeof viewListRequest>) {
  const { list } = viewListRequest.parse(input);
  requirePermission(ctx, viewListPermissions[list]);
  const person = personOf(ctx);
  const rows = await ctx.db
    .select({
      id: savedViews.id,
      name: savedViews.name,
      query: savedViews.query,
      shared: savedViews.shared,
      userId: savedViews.userId,
      ownerName: users.name,
    })
    .from(savedViews)
    .innerJoin(users, eq(users.id, savedViews.userId))
    .where(and(eq(savedViews.tenantId, ctx.tenant.id), eq(savedViews.list, list), visibleTo(person)))
    .orderBy(asc(savedViews.name), asc(savedViews.id))
    .limit(mostShown);
  return rows.map(({ userId, ...view }) => ({
    ...view,
    isMine: userId === person,
    mayChange: can(ctx.actor, "views:write") && mayChange(ctx, { userId }, person),
  }));
}
