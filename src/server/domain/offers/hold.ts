import { and, asc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { minuteMs } from "@/lib/calendar-time";
import { calls, offers, serviceGaps, services, tenants } from "@/server/db/schema";
import { later } from "@/server/db/together";
import type { TenantContext } from "../_core/context";
import { DomainError, notFound } from "../_core/errors";
import { type Transaction, transact } from "../_core/transact";
import { lockCalendars } from "../availability/lock-calendars";
import { claimOf, endHolds, SlotLost, takeTime } from "../availability/time-cells";
import { reserveOffer } from "../calcom/reserve-offer";
import {
  maxHoldsOfHidden,
  maxHoldsPerCall,
  maxHoldsPerHiddenCall,
  maxHoldsPerNumber,
  type OfferRow,
  staffOf,
} from "./offer";

/**
 * Keeps the offer's time for its call, or keeps it longer. Undefined where somebody else has it. Where the appointment
 * `moving` is to go there, what it already has of that time is its own.
 * @throws DomainError `offer.hold_limit`, `offer.not_found`
 */
export const hold = async (
  ctx: TenantContext,
  offer: OfferRow,
  moving?: number,
): Promise<OfferRow | undefined> => (await holdAll(ctx, [offer], null, moving))?.[0];

/**
 * The same for several times of one call and service, all or none. With a `groupKey` they count as one, in place of
 * everything else that the call keeps.
 */
export async function holdAll(
  ctx: TenantContext,
  together: readonly [OfferRow, ...OfferRow[]],
  groupKey: string | null,
  moving?: number,
): Promise<OfferRow[] | undefined> {
  const [{ callId }] = together;
  const ids = together.map(({ id }) => id);
  const { service, holdMinutes, number } = await readTerms(ctx, together[0]);
  try {
    const kept = await transact(ctx.db, async (tx) => {
      await lockCalendars(ctx, tx, {
        staffIds: together.flatMap(staffOf),
        resourceIds: together.map(({ resourceId }) => resourceId),
      });
      const now = new Date();
      const held = await listCallersHolds(ctx, tx, { callId, number }, now);
      const missing = together.filter(({ id }) => !held.some((known) => known.id === id));
      if (missing.length > 0) {
        const others = held.filter(({ id }) => !ids.includes(id));
        await makeRoom(ctx, tx, { callId, groupKey, number }, others);
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
        await takeTime(ctx, tx, { offerId: offer.id }, claim, groupKey === null ? callId : undefined, moving);
      }
      return together.map((offer) => ({ ...offer, heldUntil, heldAt: offer.heldAt ?? now, groupKey }));
    });
    // Cal.com would refuse to reserve what overlaps its own booking.
    if (moving === undefined) for (const offer of kept) reserveOffer(ctx, offer);
    return kept;
  } catch (error) {
    if (error instanceof SlotLost) return undefined;
    throw error;
  }
}

/** What the service owns of calendars, how long a time is kept, and the caller's number; `null` where it is hidden. */
async function readTerms(ctx: TenantContext, { serviceId, callId }: OfferRow) {
  const rows = await ctx.db
    .select({
      direction: calls.direction,
      fromNumber: calls.fromNumber,
      toNumber: calls.toNumber,
      holdMinutes: tenants.holdMinutes,
      durationMinutes: services.durationMinutes,
      bufferBeforeMinutes: services.bufferBeforeMinutes,
      bufferAfterMinutes: services.bufferAfterMinutes,
      startsMinute: serviceGaps.startsMinute,
      endsMinute: serviceGaps.endsMinute,
    })
    .from(services)
    .innerJoin(tenants, eq(tenants.id, services.tenantId))
    .innerJoin(calls, and(eq(calls.tenantId, services.tenantId), eq(calls.id, callId)))
    .leftJoin(
      serviceGaps,
      and(eq(serviceGaps.tenantId, services.tenantId), eq(serviceGaps.serviceId, services.id)),
    )
    .where(and(eq(services.tenantId, ctx.tenant.id), eq(services.id, serviceId)));
  const [first] = rows;
  if (!first) throw notFound("offer");
  const gaps = rows.flatMap(({ startsMinute, endsMinute }) =>
    startsMinute === null || endsMinute === null ? [] : [{ startsMinute, endsMinute }],
  );
  const number = first.direction === "inbound" ? first.fromNumber : first.toNumber;
  return { holdMinutes: first.holdMinutes, service: { ...first, gaps }, number };
}

interface Caller {
  callId: number;
  number: string | null;
}

/** What this call and the caller's other calls hold, oldest first; until the transaction ends none of those counts. */
async function listCallersHolds(ctx: TenantContext, tx: Transaction, { callId, number }: Caller, now: Date) {
  await tx.execute(later(takingTurn(ctx, number)));
  return tx
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
}

const turns = 64;

/** Makes the row if it is the first of its turn, and locks it in any case. Always after the calendars. */
const takingTurn = ({ tenant }: TenantContext, number: string | null) =>
  sql`INSERT INTO hold_turns (tenant_id, turn) VALUES (${tenant.id}, CRC32(${number ?? ""}) % ${turns})
    ON DUPLICATE KEY UPDATE turn = VALUES(turn)`;

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
  { callId, groupKey, number }: Caller & Pick<OfferRow, "groupKey">,
  others: readonly Held[],
): Promise<void> {
  const own = unitsOf(others.filter((held) => held.callId === callId));
  const [perCall, limit] =
    number === null ? [maxHoldsPerHiddenCall, maxHoldsOfHidden] : [maxHoldsPerCall, maxHoldsPerNumber];
  const most = groupKey === null ? perCall : 1;
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
