import { and, desc, eq, gt, type SQL } from "drizzle-orm";
import { offers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import type { OfferRow } from "./offer";

/** The offer that carries this code in this call, unless its time has begun. */
export async function findOffer(
  ctx: TenantContext,
  { callId, code }: { callId: number; code: string },
): Promise<OfferRow | undefined> {
  requirePermission(ctx, "appointments:read");
  return first(ctx, eq(offers.callId, callId), eq(offers.code, code.trim().toLowerCase()));
}

/** The offer of this call for exactly this time; of several the one that is held, then the latest. */
export async function findOfferAt(
  ctx: TenantContext,
  wish: { callId: number; serviceId: number; start: Date; staffId?: number; branchId?: number },
): Promise<OfferRow | undefined> {
  requirePermission(ctx, "appointments:read");
  return first(
    ctx,
    eq(offers.callId, wish.callId),
    eq(offers.serviceId, wish.serviceId),
    eq(offers.startTime, wish.start),
    wish.staffId === undefined ? undefined : eq(offers.staffId, wish.staffId),
    wish.branchId === undefined ? undefined : eq(offers.branchId, wish.branchId),
  );
}

/** Inside verbs. A call knows no other call's offers. @throws DomainError `offer.not_found` */
export async function getOffer(ctx: TenantContext, offerId: number): Promise<OfferRow> {
  const { actor } = ctx;
  const offer = await first(
    ctx,
    eq(offers.id, offerId),
    actor.type === "voice" ? eq(offers.callId, actor.callId) : undefined,
  );
  if (!offer) throw notFound("offer");
  return offer;
}

async function first(ctx: TenantContext, ...which: (SQL | undefined)[]): Promise<OfferRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(offers)
    .where(and(eq(offers.tenantId, ctx.tenant.id), gt(offers.startTime, new Date()), ...which))
    .orderBy(desc(offers.heldUntil), desc(offers.id))
    .limit(1);
  return row;
}
