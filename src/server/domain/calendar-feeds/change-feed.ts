import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { feedChoice } from "@/contracts/calendar-feeds";
import { calendarFeeds } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";

/** How much of a customer's name the calendar outside gets to see from now on. @throws DomainError `feed.not_found` */
export async function changeFeed(ctx: TenantContext, input: z.infer<typeof feedChoice>): Promise<void> {
  requirePermission(ctx, "catalog:write");
  const { staffId, names } = feedChoice.parse(input);
  const here = and(eq(calendarFeeds.tenantId, ctx.tenant.id), eq(calendarFeeds.staffId, staffId));
  await transact(ctx.db, async (tx) => {
    const [feed] = await tx
      .select({ names: calendarFeeds.names })
      .from(calendarFeeds)
      .where(here)
      .for("update");
    if (!feed) throw notFound("feed");
    if (feed.names === names) return;
    await tx.update(calendarFeeds).set({ names }).where(here);
    await recordEvent(ctx, tx, "calendar_feed.changed", staffId, { staffId, names });
  });
}
