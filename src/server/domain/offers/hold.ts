import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import { minuteMs } from "@/lib/calendar-time";
import { calls, offers, serviceGaps, services, tenants } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError, notFound } from "../_core/errors";
import { type Transaction, transact } from "../_core/transact";
import { claimOf, endHolds, lockCalendars, SlotLost, takeTime } from "../availability/time-cells";
import { reserveOffer } from "../calcom/reserve-offer";
import { maxHoldsOfHidden, maxHoldsPerCall, maxHoldsPerNumber, type OfferRow, staffOf } from "./offer";

/**
 * Keeps the offer's time for its call, or keeps it longer. Undefined where somebody else has it.
 * @throws DomainError `offer.hold_limit`, `service.not_found`
 */
export async function hold(ctx: TenantContext, offer: OfferRow): Promise<OfferRow | undefined> {
  const { service, holdMinutes } = await readTerms(ctx, offer.serviceId);
  try {
    const held = await transact(ctx.db, async (tx) => {
      await lockCalendars(ctx, tx, { staffIds: staffOf(offer), resourceIds: [offer.resourceId] });
      const now = new Date();
      const { held, limit } = await listCallersHolds(ctx, tx, offer.callId, now);
      if (!held.some(({ id }) => id === offer.id)) {
        await makeRoom(ctx, tx, offer, held, limit);
        const claim = claimOf(service, offer.startTime.getTime(), {
          staffIds: staffOf(offer),
          resourceId: offer.resourceId,
        });
        await takeTime(ctx, tx, { offerId: offer.id }, claim, offer.callId);
      }
      const heldUntil = new Date(now.getTime() + holdMinutes * minuteMs);
      await tx
        .update(offers)
        .set({ heldUntil, heldAt: offer.heldAt ?? now })
        .where(and(eq(offers.tenantId, ctx.tenant.id), eq(offers.id, offer.id)));
      return { ...offer, heldUntil, heldAt: offer.heldAt ?? now };
    });
    reserveOffer(ctx, held);
    return held;
  } catch (error) {
    if (error instanceof SlotLost) return undefined;
    throw error;
  }
}

/** What the service owns of calendars, and how long a time is kept. */
async function readTerms(ctx: TenantContext, serviceId: number) {
  const rows = await ctx.db
    .select({
      holdMinutes: tenants.holdMinutes,
      durationMinutes: services.durationMinutes,
      bufferBeforeMinutes: services.bufferBeforeMinutes,
      bufferAfterMinutes: services.bufferAfterMinutes,
      startsMinute: serviceGaps.startsMinute,
      endsMinute: serviceGaps.endsMinute,
    })
    .from(services)
    .innerJoin(tenants, eq(tenants.id, services.tenantId))
    .leftJoin(
      serviceGaps,
      and(eq(serviceGaps.tenantId, services.tenantId), eq(serviceGaps.serviceId, services.id)),
    )
    .where(and(eq(services.tenantId, ctx.tenant.id), eq(services.id, serviceId)));
  const [first] = rows;
  if (!first) throw notFound("service");
  const gaps = rows.flatMap(({ startsMinute, endsMinute }) =>
    startsMinute === null || endsMinute === null ? [] : [{ startsMinute, endsMinute }],
  );
  return { holdMinutes: first.holdMinutes, service: { ...first, gaps } };
}

/**
 * What this call and the caller's other calls hold, oldest first, and how much that may be. The call's row is locked:
 * its holds are counted.
 */
async function listCallersHolds(ctx: TenantContext, tx: Transaction, callId: number, now: Date) {
  const [call] = await tx
    .select({ direction: calls.direction, fromNumber: calls.fromNumber, toNumber: calls.toNumber })
    .from(calls)
    .where(and(eq(calls.tenantId, ctx.tenant.id), eq(calls.id, callId)))
    .for("update");
  if (!call) throw notFound("call");
  const number = call.direction === "inbound" ? call.fromNumber : call.toNumber;
  const held = await tx
    .select({ id: offers.id, callId: offers.callId })
    .from(offers)
    .innerJoin(calls, and(eq(calls.tenantId, offers.tenantId), eq(calls.id, offers.callId)))
    .where(
      and(
        eq(offers.tenantId, ctx.tenant.id),
        gt(offers.heldUntil, now),
        or(eq(offers.callId, callId), number === null ? hidden : otherSideIs(number)),
      ),
    )
    .orderBy(asc(offers.heldUntil), asc(offers.id));
  return { held, limit: number === null ? maxHoldsOfHidden : maxHoldsPerNumber };
}

const hidden = and(eq(calls.direction, "inbound"), isNull(calls.fromNumber));

/** Where we called, the caller is the called one; our own number keeps nothing. */
const otherSideIs = (number: string) =>
  or(
    and(eq(calls.direction, "inbound"), eq(calls.fromNumber, number)),
    and(eq(calls.direction, "outbound"), eq(calls.toNumber, number)),
  );

/** The oldest hold of the call gives way to a new one; those of the caller's other calls do not. */
async function makeRoom(
  ctx: TenantContext,
  tx: Transaction,
  offer: OfferRow,
  held: { id: number; callId: number }[],
  limit: number,
): Promise<void> {
  const own = held.filter(({ callId }) => callId === offer.callId);
  const leaving = own.slice(0, Math.max(0, own.length - maxHoldsPerCall + 1)).map(({ id }) => id);
  if (held.length - leaving.length >= limit)
    throw new DomainError("offer.hold_limit", "rate_limited", { limit });
  await endHolds(ctx, tx, leaving);
}
