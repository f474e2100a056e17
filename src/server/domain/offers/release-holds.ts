import { and, eq, isNotNull, ne } from "drizzle-orm";
import { offers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { transact } from "../_core/transact";
import { endHolds, lockCalendars } from "../availability/time-cells";
import { type OfferRow, staffOf } from "./offer";

/** Gives back what a call keeps, all of it or all but one offer. Without holds nothing happens. */
export async function releaseHolds(
  ctx: TenantContext,
  { callId, exceptOfferId }: { callId: number; exceptOfferId?: number },
): Promise<void> {
  requirePermission(ctx, "appointments:write");
  const held = await ctx.db
    .select()
    .from(offers)
    .where(
      and(
        eq(offers.tenantId, ctx.tenant.id),
        eq(offers.callId, callId),
        isNotNull(offers.heldUntil),
        exceptOfferId === undefined ? undefined : ne(offers.id, exceptOfferId),
      ),
    );
  await release(ctx, held);
}

/** Under the locks of the calendars, so that nobody extends one of them meanwhile. */
export async function release(ctx: TenantContext, held: readonly OfferRow[]): Promise<void> {
  if (held.length === 0) return;
  await transact(ctx.db, async (tx) => {
    await lockCalendars(ctx, tx, {
      staffIds: held.flatMap(staffOf),
      resourceIds: held.map(({ resourceId }) => resourceId),
    });
    await endHolds(
      ctx,
      tx,
      held.map(({ id }) => id),
    );
  });
}
