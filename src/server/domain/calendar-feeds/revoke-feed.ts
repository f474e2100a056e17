import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { feedOfStaff } from "@/contracts/calendar-feeds";
import { calendarFeeds } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";

/** From the next request on the link leads nowhere. @throws DomainError `feed.not_found` */
export async function revokeFeed(ctx: TenantContext, input: z.infer<typeof feedOfStaff>): Promise<void> {
  requirePermission(ctx, "catalog:write");
  const { staffId } = feedOfStaff.parse(input);
  await transact(ctx.db, async (tx) => {
    const [gone] = await tx
      .delete(calendarFeeds)
      .where(and(eq(calendarFeeds.tenantId, ctx.tenant.id), eq(calendarFeeds.staffId, staffId)));
    if (gone.affectedRows === 0) throw notFound("feed");
    await recordEvent(ctx, tx, "calendar_feed.revoked", staffId, { staffId });
  });
}
