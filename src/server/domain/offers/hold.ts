import { and, asc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
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
export const hold = async (ctx: TenantContext, offer: OfferRow): Promise<OfferRow | undefined> =>
  (await holdAll(ctx, [offer], null))?.[0];

/**
 * The same for several times of one call and service, all or none. With a `groupKey` they count as one, in place of
 * everything else that the call keeps.
 */
export async function holdAll(
  ctx: TenantContext,
  together: readonly [OfferRow, ...OfferRow[]],
  groupKey: string | null,
): Promise<OfferRow[] | undefined> {
  const [{ serviceId, callId }] = together;
  const ids = together.map(({ id }) => id);
  const { service, holdMinutes } = await readTerms(ctx, serviceId);
  try {
    const kept = await transact(ctx.db, async (tx) => {
      await lockCalendars(ctx, tx, {
        staffIds: together.flatMap(staffOf),
        resourceIds: together.map(({ resourceId }) => resourceId),
      });
      const now = new Date();
      const { held, limit } = await listCallersHolds(ctx, tx, callId, now);
      const missing = together.filter(({ id }) => !held.some((known) => known.id === id));
      if (missing.length > 0) {
        const others = held.filter(({ id }) => !ids.includes(id));
        await makeRoom(ctx, tx, { callId, groupKey }, others, limit);
      }
      // Before the cells: what is taken for an offer that is not held counts as left over.
      const heldUntil = new Date(now.getTime() + holdMinutes * minuteMs);
      await tx
        .update(offers)
        .set({ heldUntil, heldAt: sql`COALESCE(${offers.heldAt}, ${now})`, groupKey })
        .where(and(eq(offers.tenantId, ctx.tenant.id), inArray(offers.id, ids)));
      for (const offer of missing) {
        const staffIds = staffOf(offer);
        const claim = claimOf(service, offer.startTime.getTime(), { staffIds, resourceId: offer.resourceId });
        // Of a group nothing gives way to another part of it.
        await takeTime(ctx, tx, { offerId: offer.id }, claim, groupKey === null ? callId : undefined);
      }
      return together.map((offer) => ({ ...offer, heldUntil, heldAt: offer.heldAt ?? now, groupKey }));
    });
    for (const offer of kept) reserveOffer(ctx, offer);
    return kept;
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
    .select({ id: offers.id, callId: offers.callId, groupKey: offers.groupKey })
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

type Held = Pick<OfferRow, "id" | "callId" | "groupKey">;

/** The oldest hold of the call gives way to a new one; those of the caller's other calls do not. */
async function makeRoom(
  ctx: TenantContext,
  tx: Transaction,
  { callId, groupKey }: Pick<OfferRow, "callId" | "groupKey">,
  others: readonly Held[],
  limit: number,
): Promise<void> {
  const own = unitsOf(others.filter((held) => held.callId === callId));
  const most = groupKey === null ? maxHoldsPerCall : 1;
  const leaving = own.slice(0, Math.max(0, own.length - most + 1));
  if (unitsOf(others).length - leaving.length >= limit)
    throw new DomainError("offer.hold_limit", "rate_limited", { limit });
  await endHolds(ctx, tx, leaving.flat());
}

/** What is kept as one, counts and leaves as one. */
function unitsOf(held: readonly Held[]): number[][] {
  const units = new Map<string, number[]>();
  for (const { id, callId, groupKey } of held) {
    const key = groupKey === null ? `${id}` : `${callId} ${groupKey}`;
    units.set(key, [...(units.get(key) ?? []), id]);
  }
  return [...units.values()];
}
