import { and, count, eq, isNotNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Slot } from "@/contracts/appointments";
import { dayMs, minuteMs } from "@/lib/calendar-time";
import {
  calls,
  offers,
  resources,
  resourceTimeCells,
  serviceResources,
  services,
  staffTimeCells,
  tenants,
} from "@/server/db/schema";
import type { TenantContext } from "@/server/domain/_core/context";
import { as, createBusiness, createCall, platformContext, uniquePhone } from "@/test/factories";
import { localTime } from "@/test/local-time";
import { messagesOf, phoneCall, post, processInbox } from "@/test/retell";
import { statementsOf } from "@/test/statements";
import { bookAppointment } from "../appointments/book-appointment";
import { moveAppointment } from "../appointments/move-appointment";
import { checkSlot } from "../availability/check-slot";
import { findSlots } from "../availability/find-slots";
import { findOffer, findOfferAt } from "./find-offer";
import { holdOffer } from "./hold-offer";
import { makeOffers } from "./make-offers";
import { releaseHolds } from "./release-holds";
import { releaseOverdueHolds } from "./release-overdue-holds";

type Business = Awaited<ReturnType<typeof createBusiness>>;
const tenAm = localTime(2, "10:00");

const slotsAt = async (
  { ctx, serviceId }: Business,
  from = tenAm,
  to = localTime(2, "18:00"),
): Promise<Slot[]> => findSlots(ctx, { serviceId, from, to, limit: 20 });

const book = (
  { ctx, serviceId }: { ctx: TenantContext; serviceId: number },
  start = tenAm,
  offerId?: number,
) =>
  bookAppointment(ctx, {
    serviceId,
    start,
    offerId,
    source: "phone",
    customer: { name: "Erika Beispiel", phone: uniquePhone() },
  });

const cellsOf = async (ctx: TenantContext, offerId: number) => {
  const [row] = await ctx.db
    .select({ n: count() })
    .from(staffTimeCells)
    .where(and(eq(staffTimeCells.tenantId, ctx.tenant.id), eq(staffTimeCells.offerId, offerId)));
  return row?.n;
};

const taken = { code: "appointment.slot_taken", kind: "conflict" };

describe("an offer", () => {
  test("is one row with exactly the slot's values, found by its code and by its time, in its own call only", async () => {
    const business = await createBusiness();
    const call = await createCall(business);
    const other = await createCall(business);
    const [slot] = (await slotsAt(business)) as [Slot];
    const [offer] = await makeOffers(call.ctx, { callId: call.callId, slots: [slot] });
    expect(offer).toMatchObject({
      serviceId: slot.serviceId,
      staffId: slot.staffId,
      furtherStaffIds: [],
      resourceId: null,
      startTime: slot.start,
      endTime: slot.end,
      priceCents: 3900,
      source: "own",
      heldUntil: null,
    });
    const { callId } = call;
    const code = ` ${offer?.code.toUpperCase()} `;
    expect(await findOffer(call.ctx, { callId, code })).toEqual(offer);
    const at = { callId, serviceId: slot.serviceId, start: slot.start };
    expect(await findOfferAt(call.ctx, at)).toEqual(offer);
    expect(await findOffer(call.ctx, { callId: other.callId, code })).toBeUndefined();
    expect(await findOfferAt(call.ctx, { ...at, staffId: slot.staffId + 1 })).toBeUndefined();
    await expect(holdOffer(other.ctx, { offerId: offer?.id ?? 0 })).rejects.toMatchObject({
      code: "offer.not_found",
    });
  });

  test("made again for the same time is the same offer; all rows come in the order of the slots", async () => {
    const business = await createBusiness();
    const { ctx, callId } = await createCall(business);
    const slots = (await slotsAt(business)).slice(0, 3);
    const first = await makeOffers(ctx, { callId, slots: slots.slice(0, 2) });
    const again = await makeOffers(ctx, { callId, slots: slots.toReversed() });
    expect(again.map((row) => row.startTime)).toEqual(slots.map(({ start }) => start).toReversed());
    expect(again.slice(1).map(({ id }) => id)).toEqual(first.map(({ id }) => id).toReversed());
    const [rows] = await ctx.db.select({ n: count() }).from(offers).where(eq(offers.callId, callId));
    expect(rows?.n).toBe(3);
  });
});

describe("a held time", () => {
  test("is offered to nobody else and booked by nobody else, but free for its own caller", async () => {
    const business = await createBusiness();
    const call = await createCall(business);
    const other = await createCall(business);
    const slots = await slotsAt(business);
    const [offer] = await makeOffers(call.ctx, { callId: call.callId, slots, hold: "first" });
    expect(offer?.heldUntil?.getTime()).toBeGreaterThan(Date.now() + 2 * minuteMs);
    const wish = { serviceId: business.serviceId, start: tenAm };
    for (const stranger of [other.ctx, business.ctx]) {
      expect(await checkSlot(stranger, wish)).toMatchObject({ available: false, reason: "taken" });
      await expect(book({ ...business, ctx: stranger })).rejects.toMatchObject(taken);
    }
    expect(
      (await slotsAt({ ...business, ctx: other.ctx })).some((s) => s.start.getTime() === tenAm.getTime()),
    ).toBe(false);
    expect(await checkSlot(call.ctx, wish)).toMatchObject({ available: true });
    const row = await book({ ...business, ctx: call.ctx }, tenAm, offer?.id);
    expect(row).toMatchObject({ startTime: tenAm, status: "scheduled", priceCents: 3900 });
    expect(await cellsOf(call.ctx, offer?.id ?? 0)).toBe(0);
    await expect(holdOffer(call.ctx, { offerId: offer?.id ?? 0 })).rejects.toMatchObject(taken);
  });

  test("does not block its own caller's booking without the offer, nor a move there", async () => {
    const business = await createBusiness();
    const { ctx, callId } = await createCall(business);
    const slots = await slotsAt(business);
    await makeOffers(ctx, { callId, slots, hold: "first" });
    // Overlaps the held half hour without being the same.
    const row = await book({ ...business, ctx }, new Date(tenAm.getTime() + 15 * minuteMs));
    await makeOffers(ctx, { callId, slots: slots.slice(6), hold: "first" });
    const moved = await moveAppointment(ctx, { appointmentId: row.id, start: slots[6]?.start as Date });
    expect(moved.startTime).toEqual(slots[6]?.start);
    const [held] = await ctx.db
      .select({ n: count() })
      .from(offers)
      .where(and(eq(offers.callId, callId), isNotNull(offers.heldUntil)));
    expect(held?.n).toBe(0);
  });

  test("is somebody's only once, whoever asks at the same moment, and the others hear what is free", async () => {
    const business = await createBusiness();
    const slots = (await slotsAt(business)).slice(0, 1);
    const rows = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const call = await createCall(business);
        const [offer] = await makeOffers(call.ctx, { callId: call.callId, slots, hold: "first" });
        return { ...call, offer };
      }),
    );
    expect(rows.filter(({ offer }) => offer?.heldUntil)).toHaveLength(1);
    const loser = rows.find(({ offer }) => !offer?.heldUntil);
    const refusal = await holdOffer(loser?.ctx as TenantContext, { offerId: loser?.offer?.id ?? 0 }).catch(
      (e) => e,
    );
    expect(refusal).toMatchObject(taken);
    expect(refusal.details.alternatives.length).toBeGreaterThanOrEqual(2);
  });

  test("ends by itself: what ran out blocks nobody, and its cells are gone with the next taker", async () => {
    const business = await createBusiness();
    const call = await createCall(business);
    const slots = await slotsAt(business);
    const [offer] = await makeOffers(call.ctx, { callId: call.callId, slots, hold: "first" });
    await call.ctx.db
      .update(offers)
      .set({ heldUntil: new Date(Date.now() - 1) })
      .where(eq(offers.id, offer?.id ?? 0));
    expect(await checkSlot(business.ctx, { serviceId: business.serviceId, start: tenAm })).toMatchObject({
      available: true,
    });
    expect(await cellsOf(call.ctx, offer?.id ?? 0)).toBe(6);
    await book(business);
    expect(await cellsOf(call.ctx, offer?.id ?? 0)).toBe(0);
  });

  test("is free again for everybody as soon as the call has ended", async () => {
    const business = await createBusiness();
    const call = phoneCall(business.phoneNumber);
    const { started, ended } = messagesOf(call);
    await post(started);
    await processInbox(business.ctx.tenant.id);
    const [row] = await business.ctx.db.select().from(calls).where(eq(calls.callId, call.call_id));
    const callId = row?.id as number;
    const ctx = as(business.ctx, { type: "voice", callId });
    await makeOffers(ctx, { callId, slots: await slotsAt(business), hold: "first" });
    await expect(book(business)).rejects.toMatchObject(taken);
    await post(ended);
    await processInbox(business.ctx.tenant.id);
    expect((await book(business)).startTime).toEqual(tenAm);
  });

  test("that ran out is swept away within a minute, one that was extended is not", async () => {
    const business = await createBusiness();
    const { ctx, callId } = await createCall(business);
    const slots = await slotsAt(business);
    const rows = await makeOffers(ctx, { callId, slots: [slots[0] as Slot, slots[4] as Slot] });
    for (const { id } of rows) await holdOffer(ctx, { offerId: id });
    const [over, alive] = rows.map(({ id }) => id) as [number, number];
    await ctx.db
      .update(offers)
      .set({ heldUntil: new Date(Date.now() - 1) })
      .where(eq(offers.id, over));
    expect(await releaseOverdueHolds(platformContext())).toBeGreaterThanOrEqual(1);
    expect([await cellsOf(ctx, over), await cellsOf(ctx, alive)]).toEqual([0, 6]);
  });

  test("is kept longer when held again and given back when the caller chooses another or the call ends", async () => {
    const business = await createBusiness();
    const { ctx, callId } = await createCall(business);
    const slots = await slotsAt(business);
    const [first, second] = await makeOffers(ctx, {
      callId,
      slots: [slots[0] as Slot, slots[4] as Slot],
      hold: "first",
    });
    await ctx.db
      .update(offers)
      .set({ heldUntil: new Date(Date.now() + 5_000) })
      .where(eq(offers.id, first?.id ?? 0));
    const longer = await holdOffer(ctx, { offerId: first?.id ?? 0 });
    expect(longer.heldUntil?.getTime()).toBeGreaterThan(Date.now() + 2 * minuteMs);
    await holdOffer(ctx, { offerId: second?.id ?? 0 });
    await releaseHolds(ctx, { callId, exceptOfferId: second?.id });
    expect([await cellsOf(ctx, first?.id ?? 0), await cellsOf(ctx, second?.id ?? 0)]).toEqual([0, 6]);
    await releaseHolds(ctx, { callId });
    expect(await cellsOf(ctx, second?.id ?? 0)).toBe(0);
  });
});

describe("booking an offer", () => {
  test("books what was offered even where the request says otherwise", async () => {
    const business = await createBusiness({}, 2);
    const { ctx, callId } = await createCall(business);
    const [slot] = (await slotsAt(business)) as [Slot];
    const [offer] = await makeOffers(ctx, { callId, slots: [slot] });
    const row = await book({ ...business, ctx }, localTime(3, "12:00"), offer?.id);
    expect(row).toMatchObject({ startTime: slot.start, staffId: slot.staffId, branchId: slot.branchId });
  });

  test.each([{ durationMinutes: 45 }, { priceCents: 4_200 }, { staffNeeded: 2 }])(
    "is refused as outdated once the service has %o",
    async (change) => {
      const business = await createBusiness({}, 2);
      const { ctx, callId } = await createCall(business);
      const [offer] = await makeOffers(ctx, { callId, slots: await slotsAt(business), hold: "first" });
      await ctx.db.update(services).set(change).where(eq(services.id, business.serviceId));
      await expect(book({ ...business, ctx }, tenAm, offer?.id)).rejects.toMatchObject({
        code: "offer.outdated",
      });
    },
  );

  const ownedBy = async (ctx: TenantContext, appointmentId: number) => {
    const own = and(
      eq(staffTimeCells.tenantId, ctx.tenant.id),
      eq(staffTimeCells.appointmentId, appointmentId),
    );
    const rows = await ctx.db.select().from(staffTimeCells).where(own);
    return rows
      .map(({ cellStart }) => (cellStart.getTime() - tenAm.getTime()) / minuteMs)
      .sort((a, b) => a - b);
  };
  const half = [0, 5, 10, 15, 20, 25];

  test("that is held gives its very cells to the appointment, with its people and its room", async () => {
    const business = await createBusiness({}, 2);
    const { ctx, callId } = await createCall(business);
    const tenantId = ctx.tenant.id;
    const [room] = await ctx.db
      .insert(resources)
      .values({ tenantId, branchId: business.branchId, name: "Raum 1" })
      .$returningId();
    const resourceId = (room as { id: number }).id;
    await ctx.db.insert(serviceResources).values({ tenantId, serviceId: business.serviceId, resourceId });
    await ctx.db.update(services).set({ staffNeeded: 2 }).where(eq(services.id, business.serviceId));
    const [offer] = await makeOffers(ctx, { callId, slots: await slotsAt(business), hold: "first" });
    const { result: row, statements } = await statementsOf(() =>
      book({ ...business, ctx }, tenAm, offer?.id),
    );
    expect(await ownedBy(ctx, row.id)).toEqual([...half, ...half].sort((a, b) => a - b));
    const rooms = await ctx.db
      .select()
      .from(resourceTimeCells)
      .where(eq(resourceTimeCells.tenantId, tenantId));
    expect(rooms.map((cell) => cell.appointmentId)).toEqual(half.map(() => row.id));
    expect(await cellsOf(ctx, offer?.id ?? 0)).toBe(0);
    expect(await findOffer(ctx, { callId, code: offer?.code ?? "" })).toMatchObject({ heldUntil: null });
    expect(statements.filter((text) => /^delete/i.test(text))).toEqual([]);
  });

  test("that is held takes the time that the service takes by now", async () => {
    const business = await createBusiness();
    const { ctx, callId } = await createCall(business);
    const [offer] = await makeOffers(ctx, { callId, slots: await slotsAt(business), hold: "first" });
    await ctx.db.update(services).set({ bufferAfterMinutes: 10 }).where(eq(services.id, business.serviceId));
    const row = await book({ ...business, ctx }, tenAm, offer?.id);
    expect(await ownedBy(ctx, row.id)).toEqual([...half, 30, 35]);
    expect(await cellsOf(ctx, offer?.id ?? 0)).toBe(0);
  });

  test("is refused where the hold was lost unseen, however sure its call is of it", async () => {
    const business = await createBusiness();
    const { ctx, callId } = await createCall(business);
    const [known] = await makeOffers(ctx, { callId, slots: await slotsAt(business), hold: "first" });
    await releaseHolds(ctx, { callId });
    const other = await book(business);
    const wish = { serviceId: business.serviceId, start: tenAm, source: "phone" as const };
    const customer = { name: "Erika Beispiel", phone: uniquePhone() };
    await expect(
      bookAppointment(ctx, { ...wish, customer, offerId: known?.id }, known),
    ).rejects.toMatchObject(taken);
    expect(await ownedBy(ctx, other.id)).toEqual(half);
  });

  test("holds against minimum notice that ran out while the caller decided", async () => {
    const business = await createBusiness();
    const { ctx, callId } = await createCall(business);
    const [offer] = await makeOffers(ctx, { callId, slots: await slotsAt(business), hold: "first" });
    await ctx.db
      .update(tenants)
      .set({ minNoticeMinutes: (10 * dayMs) / minuteMs })
      .where(eq(tenants.id, ctx.tenant.id));
    expect((await book({ ...business, ctx }, tenAm, offer?.id)).startTime).toEqual(tenAm);
  });
});

test("a move to what was offered holds against minimum notice that ran out; one to another time does not", async () => {
  const business = await createBusiness();
  const { ctx, callId } = await createCall(business);
  const { id: appointmentId } = await book({ ...business, ctx }, localTime(3, "10:00"));
  const slots = await slotsAt(business);
  await makeOffers(ctx, { callId, slots: slots.slice(0, 1), hold: "first" });
  await ctx.db
    .update(tenants)
    .set({ minNoticeMinutes: (10 * dayMs) / minuteMs })
    .where(eq(tenants.id, ctx.tenant.id));
  const unoffered = moveAppointment(ctx, { appointmentId, start: slots[4]?.start as Date });
  await expect(unoffered).rejects.toMatchObject({ code: "appointment.too_soon" });
  const elsewhere = await createCall(business);
  const stranger = moveAppointment(elsewhere.ctx, { appointmentId, start: tenAm });
  await expect(stranger).rejects.toMatchObject({ code: "appointment.too_soon" });
  expect((await moveAppointment(ctx, { appointmentId, start: tenAm })).startTime).toEqual(tenAm);
});
