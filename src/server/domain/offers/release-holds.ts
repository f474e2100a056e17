import { and, eq, inArray, isNotNull, ne, type SQL } from "drizzle-orm";
import { offers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { transact } from "../_core/transact";
import { lockCalendars } from "../availability/lock-calendars";
import { endHolds } from "../availability/time-cells";
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

/** Under the locks of the calendars: what was extended or ended meanwhile stays as it is. Returns how many ended. */
export function release(ctx: TenantContext, held: readonly OfferRow[], still?: SQL): Promise<number> {
  if (held.length === 0) return Promise.resolve(0);
  const offerIds = held.map(({ id }) => id);
  return transact(ctx.db, async (tx) => {
    await lockCalendars(ctx, tx, {
      staffIds: held.flatMap(staffOf),
      resourceIds: held.map(({ resourceId }) => resourceId),
    });
    const ending = await tx
      .select({ id: offers.id })
      .from(offers)
      .where(
        and(
          eq(offers.tenantId, ctx.tenant.id),
          inArray(offers.id, offerIds),
          isNotNull(offers.heldUntil),
          still,
        ),
      );
    await endHolds(
      ctx,
      tx,
      ending.map(({ id }) => id),
    );
    return ending.length;
  });
}
