import { and, eq, isNotNull } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Slot } from "@/contracts/appointments";
import { offers, staffTimeCells } from "@/server/db/schema";
import type { TenantContext } from "@/server/domain/_core/context";
import { createBusiness, createCall, uniquePhone } from "@/test/factories";
import { localTime } from "@/test/local-time";
import { bookAppointment } from "../appointments/book-appointment";
import { bookSeries } from "../appointments/book-series";
import { checkSlot } from "../availability/check-slot";
import { holdOffer } from "./hold-offer";
import { holdTogether, holdTogetherLonger } from "./hold-together";
import { makeOffers } from "./make-offers";
import { releaseHolds } from "./release-holds";

type Business = Awaited<ReturnType<typeof createBusiness>>;

/** The same time of six weeks, or another one. */
const weekly = async ({ ctx, serviceId }: Business, time = "10:00", times = 6): Promise<Slot[]> => {
  const checks = await Promise.all(
    Array.from({ length: times }, (_, week) =>
      checkSlot(ctx, { serviceId, start: localTime(2 + 7 * week, time) }),
    ),
  );
  return checks.flatMap((check) => (check.available ? [check.slot] : []));
};

const course = (slots: Slot[]) => slots.map(({ start, staffId, branchId }) => ({ start, staffId, branchId }));
const customer = () => ({ name: "Erika Beispiel", phone: uniquePhone() });
const bookOne = ({ ctx, serviceId }: Business, start: Date) =>
  bookAppointment(ctx, { serviceId, start, source: "phone", customer: customer() });
const bookAll = (ctx: TenantContext, { serviceId }: Business, slots: Slot[]) =>
  bookSeries(ctx, { serviceId, slots: course(slots), source: "phone", customer: customer() });

const heldBy = (ctx: TenantContext, callId: number) =>
  ctx.db
    .select()
    .from(offers)
    .where(and(eq(offers.tenantId, ctx.tenant.id), eq(offers.callId, callId), isNotNull(offers.heldUntil)));
const heldCells = async ({ ctx }: Business) =>
  ctx.db.$count(
    staffTimeCells,
    and(eq(staffTimeCells.tenantId, ctx.tenant.id), isNotNull(staffTimeCells.offerId)),
  );

test("six times kept together are taken for everybody else, and booked by their own call, which then keeps nothing", async () => {
  const business = await createBusiness();
  const call = await createCall(business);
  const slots = await weekly(business);
  expect(await holdTogether(call.ctx, { callId: call.callId, groupKey: "course", slots })).toBe(true);
  for (const { start } of slots) {
    const other = await createCall(business);
    expect(await checkSlot(other.ctx, { serviceId: business.serviceId, start })).toMatchObject({
      available: false,
      reason: "taken",
    });
    await expect(bookOne(business, start)).rejects.toMatchObject({ code: "appointment.slot_taken" });
  }
  const { appointments } = await bookAll(call.ctx, business, slots);
  expect(appointments.map(({ startTime }) => startTime)).toEqual(slots.map(({ start }) => start));
  expect(await heldBy(call.ctx, call.callId)).toEqual([]);
  expect(await heldCells(business)).toBe(0);
});

test("control: what was only offered is gone when somebody else was faster, and with it the course", async () => {
  const business = await createBusiness();
  const call = await createCall(business);
  const slots = await weekly(business);
  await makeOffers(call.ctx, { callId: call.callId, slots });
  await bookOne(business, slots[4]?.start as Date);
  await expect(bookAll(call.ctx, business, slots)).rejects.toMatchObject({ code: "series.conflict" });
});

test("one that is taken, or two that overlap: nothing is kept", async () => {
  const business = await createBusiness();
  const call = await createCall(business);
  const slots = await weekly(business);
  await bookOne(business, slots[5]?.start as Date);
  expect(await holdTogether(call.ctx, { callId: call.callId, groupKey: "course", slots })).toBe(false);
  const overlapping = [...(await weekly(business, "14:00", 1)), ...(await weekly(business, "14:15", 1))];
  expect(overlapping).toHaveLength(2);
  const twice = { callId: call.callId, groupKey: "twice", slots: overlapping };
  expect(await holdTogether(call.ctx, twice)).toBe(false);
  expect(await heldBy(call.ctx, call.callId)).toEqual([]);
  expect(await heldCells(business)).toBe(0);
});

test("two calls want the same weeks at once: one keeps all of them, the other none", async () => {
  const business = await createBusiness();
  const slots = await weekly(business);
  const racers = await Promise.all(Array.from({ length: 6 }, () => createCall(business)));
  const kept = await Promise.all(
    racers.map(({ ctx, callId }, i) =>
      // In any order: who locks the same calendars never waits in a circle.
      holdTogether(ctx, { callId, groupKey: "course", slots: i % 2 === 0 ? slots : slots.toReversed() }),
    ),
  );
  expect(kept.filter(Boolean)).toHaveLength(1);
  const held = await Promise.all(racers.map(({ ctx, callId }) => heldBy(ctx, callId)));
  expect(held.map(({ length }) => length).sort()).toEqual([0, 0, 0, 0, 0, 6]);
});

test("is asked for again: kept longer, and as it was; another course takes its place", async () => {
  const business = await createBusiness();
  const { ctx, callId } = await createCall(business);
  const slots = await weekly(business);
  const [single] = await makeOffers(ctx, {
    callId,
    slots: await weekly(business, "16:00", 1),
    hold: "first",
  });
  expect(single?.heldUntil).not.toBeNull();
  await holdTogether(ctx, { callId, groupKey: "course", slots });
  const before = await heldBy(ctx, callId);
  expect(before).toHaveLength(6);
  const after = await holdTogetherLonger(ctx, { callId, groupKey: "course" });
  expect(after.map(({ startTime }) => startTime)).toEqual(slots.map(({ start }) => start));
  expect(Number(after[0]?.heldUntil)).toBeGreaterThan(Number(before[0]?.heldUntil));
  expect(await holdTogetherLonger(ctx, { callId, groupKey: "another" })).toEqual([]);
  const later = await weekly(business, "14:00", 4);
  await holdTogether(ctx, { callId, groupKey: "another", slots: later });
  expect((await heldBy(ctx, callId)).map(({ groupKey }) => groupKey)).toEqual(Array(4).fill("another"));
  await releaseHolds(ctx, { callId });
  expect(await heldCells(business)).toBe(0);
});

test("counts as one of the call's three, and leaves as one", async () => {
  const business = await createBusiness();
  const { ctx, callId } = await createCall(business);
  await holdTogether(ctx, { callId, groupKey: "course", slots: await weekly(business) });
  const singles = await makeOffers(ctx, {
    callId,
    slots: (await Promise.all(["12:00", "14:00", "16:00"].map((time) => weekly(business, time, 1)))).flat(),
  });
  const counts = [];
  for (const { id } of singles) {
    await holdOffer(ctx, { offerId: id });
    counts.push((await heldBy(ctx, callId)).length);
  }
  expect(counts).toEqual([7, 8, 3]);
});

test("counts as one of its number's six; who keeps six already is answered without", async () => {
  const business = await createBusiness();
  const number = uniquePhone();
  const times = ["08:00", "09:00", "11:00", "12:00", "13:00", "14:00"];
  const singles = (await Promise.all(times.map((time) => weekly(business, time, 1)))).flat();
  expect(singles).toHaveLength(6);
  const slots = await weekly(business);
  const holdSingles = async (wanted: Slot[]) => {
    const call = await createCall(business, number);
    for (const { id } of await makeOffers(call.ctx, { callId: call.callId, slots: wanted }))
      await holdOffer(call.ctx, { offerId: id });
  };
  const holdCourse = async () => {
    const call = await createCall(business, number);
    expect(await holdTogether(call.ctx, { callId: call.callId, groupKey: "course", slots })).toBe(true);
    const held = (await heldBy(call.ctx, call.callId)).length;
    await releaseHolds(call.ctx, { callId: call.callId });
    return held;
  };
  await holdSingles(singles.slice(0, 3));
  await holdSingles(singles.slice(3, 5));
  expect(await holdCourse()).toBe(6);
  await holdSingles(singles.slice(5));
  expect(await holdCourse()).toBe(0);
});
