import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { feedOfStaff } from "@/contracts/calendar-feeds";
import { calendarFeeds, staff } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";

/** Whether somebody's appointments can be read from outside, and since when; never the link. @throws not_found */
export async function getFeed(ctx: TenantContext, input: z.infer<typeof feedOfStaff>) {
  requirePermission(ctx, "catalog:write");
  const { staffId } = feedOfStaff.parse(input);
  const [row] = await ctx.db
    .select({
      names: calendarFeeds.names,
      createdAt: calendarFeeds.createdAt,
      lastReadAt: calendarFeeds.lastReadAt,
    })
    .from(staff)
    .leftJoin(
      calendarFeeds,
      and(eq(calendarFeeds.tenantId, staff.tenantId), eq(calendarFeeds.staffId, staff.id)),
    )
    .where(and(eq(staff.tenantId, ctx.tenant.id), eq(staff.id, staffId)));
  if (!row) throw notFound("staff");
  const { names, createdAt, lastReadAt } = row;
  return { feed: names && createdAt ? { names, createdAt, lastReadAt } : null };
}
