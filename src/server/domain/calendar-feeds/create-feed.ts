import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { feedChoice } from "@/contracts/calendar-feeds";
import { calendarFeeds, staff } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { newFeedToken } from "./feed-token";

/** A link to somebody's appointments; one that was made before no longer works. @throws DomainError `staff.not_found` */
export async function createFeed(
  ctx: TenantContext,
  input: z.infer<typeof feedChoice>,
): Promise<{ link: string }> {
  requirePermission(ctx, "catalog:write");
  const { staffId, names } = feedChoice.parse(input);
  const { link, tokenHash } = newFeedToken();
  const tenantId = ctx.tenant.id;
  await transact(ctx.db, async (tx) => {
    const [person] = await tx
      .select({ id: staff.id })
      .from(staff)
      .where(and(eq(staff.tenantId, tenantId), eq(staff.id, staffId)))
      .for("update");
    if (!person) throw notFound("staff");
    const fresh = { names, tokenHash, createdAt: new Date(), lastReadAt: null };
    await tx
      .insert(calendarFeeds)
      .values({ tenantId, staffId, ...fresh })
      .onDuplicateKeyUpdate({ set: fresh });
    await recordEvent(ctx, tx, "calendar_feed.created", staffId, { staffId, names });
  });
  return { link };
}
