import { and, count, eq, gt } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Slot } from "@/contracts/appointments";
import { minuteMs } from "@/lib/calendar-time";
import { calls, offers, staffTimeCells } from "@/server/db/schema";
import type { TenantContext } from "@/server/domain/_core/context";
import { createBusiness, createCall, uniquePhone } from "@/test/factories";
import { localTime } from "@/test/local-time";
import { transact } from "../_core/transact";
import { checkSlot } from "../availability/check-slot";
import { findSlots } from "../availability/find-slots";
import { lockCalendars } from "../availability/lock-calendars";
import { holdOffer } from "./hold-offer";
import { makeOffers } from "./make-offers";
import { maxHoldsOfHidden, maxHoldsPerNumber, type OfferRow } from "./offer";

type Business = Awaited<ReturnType<typeof createBusiness>>;
const inParallel = 16;

const slotsAt = async (
  { ctx, serviceId }: Business,
  from = localTime(2, "10:00"),
  to = localTime(2, "18:00"),
): Promise<Slot[]> => findSlots(ctx, { serviceId, from, to, limit: 20 });

/** As many calls of one number as people, each with an offer of somebody else's time: nobody waits for a person. */
async function manyCalls(business: Business, number: string | null) {
  const { ctx, serviceId, staffIds } = business;
  return Promise.all(
    staffIds.map(async (staffId, hour) => {
      const call = await createCall(business, number);
      const check = await checkSlot(ctx, { serviceId, staffId, start: localTime(2 + hour, "10:00") });
      const slots = check.available ? [check.slot] : [];
      const [offer] = await makeOffers(call.ctx, { callId: call.callId, slots });
      return { ...call, offer: offer as OfferRow };
    }),
  );
}

const cellsOf = async (ctx: TenantContext, offerId: number) =>
  ctx.db.$count(
    staffTimeCells,
    and(eq(staffTimeCells.tenantId, ctx.tenant.id), eq(staffTimeCells.offerId, offerId)),
  );

const heldNow = async (ctx: TenantContext) =>
  ctx.db.$count(offers, and(eq(offers.tenantId, ctx.tenant.id), gt(offers.heldUntil, new Date())));

/** What any programmer would write first: count, then keep. The control that has to fail. */
const holdNaively = (ctx: TenantContext, offer: OfferRow, number: string) =>
  transact(ctx.db, async (tx) => {
    await lockCalendars(ctx, tx, { staffIds: [offer.staffId] });
    const [row] = await tx
      .select({ n: count() })
      .from(offers)
      .innerJoin(calls, and(eq(calls.tenantId, offers.tenantId), eq(calls.id, offers.callId)))
      .where(
        and(
          eq(offers.tenantId, ctx.tenant.id),
          eq(calls.fromNumber, number),
          gt(offers.heldUntil, new Date()),
        ),
      );
    if ((row?.n ?? 0) >= maxHoldsPerNumber) return;
    await tx
      .update(offers)
      .set({ heldUntil: new Date(Date.now() + minuteMs) })
      .where(and(eq(offers.tenantId, ctx.tenant.id), eq(offers.id, offer.id)));
  });

describe("nobody hoards", () => {
  test("a fourth hold ends the oldest of the call", async () => {
    const business = await createBusiness();
    const { ctx, callId } = await createCall(business);
    const slots = (await slotsAt(business)).filter((_, i) => i % 2 === 0).slice(0, 4);
    const rows = await makeOffers(ctx, { callId, slots });
    for (const { id } of rows) await holdOffer(ctx, { offerId: id });
    expect(await Promise.all(rows.map(({ id }) => cellsOf(ctx, id)))).toEqual([0, 6, 6, 6]);
  });

  test("who hides the number keeps one time, the last", async () => {
    const business = await createBusiness();
    const { ctx, callId } = await createCall(business, null);
    const slots = (await slotsAt(business)).filter((_, i) => i % 2 === 0).slice(0, 3);
    const rows = await makeOffers(ctx, { callId, slots });
    for (const { id } of rows) await holdOffer(ctx, { offerId: id });
    expect(await Promise.all(rows.map(({ id }) => cellsOf(ctx, id)))).toEqual([0, 0, 6]);
  });

  test("a number keeps six times in all its calls", async () => {
    const business = await createBusiness({}, 3);
    const slots = (await slotsAt(business)).filter((_, i) => i % 2 === 0);
    const holdThree = async (from: string, offset: number) => {
      const call = await createCall(business, from);
      const rows = await makeOffers(call.ctx, {
        callId: call.callId,
        slots: slots.slice(offset, offset + 3),
      });
      for (const { id } of rows) await holdOffer(call.ctx, { offerId: id });
      return call;
    };
    const number = uniquePhone();
    await holdThree(number, 0);
    await holdThree(number, 3);
    await expect(holdThree(number, 6)).rejects.toMatchObject({
      code: "offer.hold_limit",
      kind: "rate_limited",
    });
    const third = await createCall(business, number);
    const [unheld] = await makeOffers(third.ctx, {
      callId: third.callId,
      slots: slots.slice(9, 10),
      hold: "first",
    });
    expect(unheld?.heldUntil).toBeNull();
  });

  test("where we call, the called number keeps the times, and ours keeps none", async () => {
    const business = await createBusiness();
    const days = await Promise.all(
      [2, 3].map((day) => slotsAt(business, localTime(day, "08:00"), localTime(day, "18:00"))),
    );
    const slots = days.flat().filter((_, i) => i % 2 === 0);
    const holdThree = async (toNumber: string, offset: number) => {
      const call = await createCall(business, business.phoneNumber, { direction: "outbound", toNumber });
      const wanted = slots.slice(offset, offset + 3);
      const made = await makeOffers(call.ctx, { callId: call.callId, slots: wanted });
      for (const { id } of made) await holdOffer(call.ctx, { offerId: id });
    };
    for (const offset of [0, 3, 6]) await holdThree(uniquePhone(), offset);
    const called = uniquePhone();
    for (const offset of [9, 12]) await holdThree(called, offset);
    await expect(holdThree(called, 15)).rejects.toMatchObject({ code: "offer.hold_limit" });
  });
});

describe("many calls at the same moment", () => {
  test.each([
    ["a number", uniquePhone(), maxHoldsPerNumber],
    ["all who hide theirs", null, maxHoldsOfHidden],
  ])(
    "keep exactly as much as %s may, and the others hear of the limit, never of a deadlock",
    async (_, number, most) => {
      for (let round = 0; round < 5; round++) {
        const business = await createBusiness({}, inParallel);
        const calling = await manyCalls(business, number);
        const results = await Promise.allSettled(
          calling.map(({ ctx, offer }) => holdOffer(ctx, { offerId: offer.id })),
        );
        const refusals = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
        expect(await heldNow(business.ctx)).toBe(most);
        expect(refusals).toHaveLength(inParallel - most);
        for (const refusal of refusals) expect(refusal).toMatchObject({ code: "offer.hold_limit" });
      }
    },
  );

  test("control: counted without waiting for each other they keep more", async () => {
    let most = 0;
    for (let round = 0; round < 20 && most <= maxHoldsPerNumber; round++) {
      const business = await createBusiness({}, inParallel);
      const number = uniquePhone();
      const calling = await manyCalls(business, number);
      await Promise.all(calling.map(({ ctx, offer }) => holdNaively(ctx, offer, number)));
      most = await heldNow(business.ctx);
    }
    expect(most).toBeGreaterThan(maxHoldsPerNumber);
  });
});
