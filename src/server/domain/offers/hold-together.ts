import { and, asc, eq, gt } from "drizzle-orm";
import type { Slot } from "@/contracts/appointments";
import { offers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { holdAll } from "./hold";
import { makeOffers } from "./make-offers";
import type { OfferRow } from "./offer";

/**
 * Keeps the times of a course for its call until the caller has answered: all of them or none, counted as one hold,
 * and instead of whatever else the call keeps. False where somebody else was faster. A number that keeps too much
 * already is served without.
 */
export async function holdTogether(
  ctx: TenantContext,
  { callId, groupKey, slots }: { callId: number; groupKey: string; slots: Slot[] },
): Promise<boolean> {
  requirePermission(ctx, "appointments:write");
  const [first, ...others] = await makeOffers(ctx, { callId, slots });
  if (!first) return true;
  try {
    return (await holdAll(ctx, [first, ...others], groupKey)) !== undefined;
  } catch (error) {
    if (!(error instanceof DomainError && error.code === "offer.hold_limit")) throw error;
    return true;
  }
}

/** What a call keeps under this key, from now on for longer, by start; empty where it keeps nothing. */
export async function holdTogetherLonger(
  ctx: TenantContext,
  { callId, groupKey }: { callId: number; groupKey: string },
): Promise<OfferRow[]> {
  requirePermission(ctx, "appointments:write");
  const [first, ...others] = await ctx.db
    .select()
    .from(offers)
    .where(
      and(
        eq(offers.tenantId, ctx.tenant.id),
        eq(offers.callId, callId),
        eq(offers.groupKey, groupKey),
        gt(offers.heldUntil, new Date()),
      ),
    )
    .orderBy(asc(offers.startTime));
  return (first && (await holdAll(ctx, [first, ...others], groupKey))) ?? [];
}
