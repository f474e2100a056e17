import { and, eq, gt, isNull, lt, lte, or } from "drizzle-orm";
import { calcomReservations, offers } from "@/server/db/schema";
import type { CalcomClient } from "@/server/integrations/calcom/client";
import { CalcomError } from "@/server/integrations/calcom/errors";
import { logger } from "@/server/logger";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { getCalcomConnection } from "./connection";
import { findEventTypeId } from "./event-types";
import { noteSlotsChanged } from "./note-slots-changed";

const timeoutMs = 10_000;
/** Longer than a hold that is extended once or twice; whatever we forget lapses at Cal.com by then. */
const reservationMinutes = 10;

type HeldOffer = Pick<
  typeof offers.$inferSelect,
  "id" | "serviceId" | "staffId" | "startTime" | "endTime" | "calcomEventTypeId" | "source"
>;

/**
 * A call holds this offer: Cal.com keeps the time too, so that nobody is offered it on its booking page meanwhile. In
 * the background: the call does not wait, and without a reservation the booking itself decides as ever. It is made
 * here and not right before the booking, where it would protect nothing that the booking does not.
 */
export function reserveOffer(ctx: TenantContext, offer: HeldOffer): void {
  if (offer.source !== "calcom") return;
  keepAtCalcom(ctx, offer).catch((error: unknown) =>
    logger.error(
      { err: error, requestId: ctx.requestId, offerId: offer.id },
      "offer not reserved at Cal.com",
    ),
  );
}

/** The same, waited for. */
export async function keepAtCalcom(ctx: TenantContext, offer: HeldOffer): Promise<void> {
  const calcomId = offer.calcomEventTypeId ?? (await findEventTypeId(ctx, offer.serviceId, offer.staffId));
  if (calcomId === undefined) return;
  // Written first: a reservation that was made unheard hides its time from us too, and is counted back in by this.
  const [row] = await ctx.db
    .insert(calcomReservations)
    .ignore()
    .values({
      tenantId: ctx.tenant.id,
      offerId: offer.id,
      calcomEventTypeId: calcomId,
      startTime: offer.startTime,
      until: new Date(Date.now() + reservationMinutes * 60_000),
    });
  if (row.affectedRows === 0) return;
  try {
    const { client } = await getCalcomConnection(ctx, { timeoutMs, urgency: "background" });
    const { uid, until } = await client.reserveSlot(calcomId, offer.startTime, reservationMinutes);
    await ctx.db.update(calcomReservations).set({ uid, until }).where(ofOffer(ctx, offer.id));
  } catch (error) {
    if (!(error instanceof CalcomError || error instanceof DomainError)) throw error;
    if (error instanceof CalcomError && error.isUncertain) return;
    await ctx.db.delete(calcomReservations).where(ofOffer(ctx, offer.id));
    if (error instanceof CalcomError && error.failure === "refused") {
      const taken = { start: offer.startTime.getTime(), end: offer.endTime.getTime() };
      await noteSlotsChanged(ctx, { calcomId, staffId: offer.staffId, taken, refused: true });
    }
  }
}

/** Gives back what no call holds any more. What cannot be given back now lapses at Cal.com by itself. */
export async function releaseEndedReservations(ctx: TenantContext, now = new Date()): Promise<void> {
  const ended = await ctx.db
    .select({ offerId: calcomReservations.offerId, uid: calcomReservations.uid })
    .from(calcomReservations)
    .innerJoin(
      offers,
      and(eq(offers.tenantId, calcomReservations.tenantId), eq(offers.id, calcomReservations.offerId)),
    )
    .where(
      and(
        eq(calcomReservations.tenantId, ctx.tenant.id),
        gt(calcomReservations.until, now),
        or(isNull(offers.heldUntil), lt(offers.heldUntil, now)),
      ),
    );
  const { client } =
    ended.length > 0 ? await getCalcomConnection(ctx, { timeoutMs, urgency: "background" }) : {};
  for (const { offerId, uid } of ended) {
    if (client && uid !== null) await release(ctx, client, { offerId, uid });
  }
  await ctx.db
    .delete(calcomReservations)
    .where(and(eq(calcomReservations.tenantId, ctx.tenant.id), lte(calcomReservations.until, now)));
}

/** Ends our own reservation of this start, if there is one. @returns whether there was */
export async function releaseOwnReservation(
  ctx: TenantContext,
  client: CalcomClient,
  calcomId: number,
  startTime: Date,
): Promise<boolean> {
  const rows = await ctx.db
    .select({ offerId: calcomReservations.offerId, uid: calcomReservations.uid })
    .from(calcomReservations)
    .where(
      and(
        eq(calcomReservations.tenantId, ctx.tenant.id),
        eq(calcomReservations.calcomEventTypeId, calcomId),
        eq(calcomReservations.startTime, startTime),
        gt(calcomReservations.until, new Date()),
      ),
    );
  for (const { offerId, uid } of rows) if (uid !== null) await release(ctx, client, { offerId, uid });
  return rows.some(({ uid }) => uid !== null);
}

async function release(
  ctx: TenantContext,
  client: CalcomClient,
  { offerId, uid }: { offerId: number; uid: string },
): Promise<void> {
  try {
    await client.releaseReservation(uid);
  } catch (error) {
    if (!(error instanceof CalcomError)) throw error;
    if (error.failure !== "not_found") return;
  }
  await ctx.db.delete(calcomReservations).where(ofOffer(ctx, offerId));
}

const ofOffer = (ctx: TenantContext, offerId: number) =>
  and(eq(calcomReservations.tenantId, ctx.tenant.id), eq(calcomReservations.offerId, offerId));
