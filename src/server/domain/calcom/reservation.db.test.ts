import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { calcomReservations, calls, offers } from "@/server/db/schema";
import { type CalcomBusiness, createCalcomBusiness } from "@/test/calcom";
import { as, uniquePhone } from "@/test/factories";
import { eventually } from "@/test/jobs";
import { localTime } from "@/test/local-time";
import { bookAppointment } from "../appointments/book-appointment";
import { readAppointment } from "../appointments/queries";
import { checkSlot } from "../availability/check-slot";
import { makeOffers } from "../offers/make-offers";
import { releaseHolds } from "../offers/release-holds";
import { refreshDueSlots } from "./refresh-slots";
import { releaseEndedReservations } from "./reserve-offer";

function workday(time: string, from = 7): Date {
  const start = localTime(from, time);
  return [0, 6].includes(start.getUTCDay()) ? workday(time, from + 2) : start;
}
const ten = workday("10:00");

let business: CalcomBusiness;
let callId: number;
beforeEach(async () => {
  business = await createCalcomBusiness();
  await refreshDueSlots(business.ctx);
  callId = await startCall();
});
afterEach(() => business.close());

async function startCall(): Promise<number> {
  const now = new Date();
  const [row] = await business.ctx.db
    .insert(calls)
    .values({
      tenantId: business.ctx.tenant.id,
      callId: crypto.randomUUID(),
      fromNumber: uniquePhone(),
      startTimestamp: now,
      lastActivityAt: now,
    })
    .$returningId();
  return (row as { id: number }).id;
}

const caller = (id = callId) => as(business.ctx, { type: "voice", callId: id });
const ask = (id = callId) => checkSlot(caller(id), { serviceId: business.serviceId, start: ten });
const reserved = () => business.sandbox.calcom.reservations.values();
const kept = () =>
  business.ctx.db
    .select()
    .from(calcomReservations)
    .where(eq(calcomReservations.tenantId, business.ctx.tenant.id));

async function hold() {
  const slot = await ask();
  if (!slot.available) throw new Error("not free");
  const [offer] = await makeOffers(caller(), { callId, slots: [slot.slot], hold: "first" });
  if (!offer) throw new Error("no offer");
  await eventually(async () => (await kept())[0]?.uid);
  return offer;
}
/** The appointment once Cal.com has answered: a caller does not wait for that. */
async function book(offerId?: number) {
  const { id } = await bookAppointment(caller(), {
    serviceId: business.serviceId,
    start: ten,
    customer: { name: "Max Mustermann", phone: uniquePhone() },
    source: "phone",
    callId,
    offerId,
  });
  return eventually(async () => {
    const row = await readAppointment(business.ctx, business.ctx.db, id);
    return row.syncState !== "pending" && row;
  });
}
const expireHold = (offerId: number) =>
  business.ctx.db
    .update(offers)
    .set({ heldUntil: new Date(Date.now() - 1_000) })
    .where(and(eq(offers.tenantId, business.ctx.tenant.id), eq(offers.id, offerId)));

describe("an offer that a call holds", () => {
  test("is kept at Cal.com too, for a bounded time, under a uid that is no booking's", async () => {
    await hold();
    expect(reserved()).toHaveLength(1);
    const [row] = await kept();
    expect(row?.uid).toBe(reserved()[0]?.uid);
    expect(row?.until.getTime()).toBeLessThanOrEqual(Date.now() + 11 * 60_000);
    expect(business.sandbox.calcom.bookings.values()).toEqual([]);
  });

  test("stands in nobody's way but others': its own call is still offered and can book it", async () => {
    const offer = await hold();
    await refreshDueSlots(business.ctx, Date.now() + 6 * 60_000);
    expect(await ask()).toMatchObject({ available: true });
    expect(await ask(await startCall())).toMatchObject({ available: false, reason: "taken" });
    expect(await book(offer.id)).toMatchObject({ status: "scheduled", syncState: "synced" });
    await releaseEndedReservations(business.ctx);
    expect(reserved()).toEqual([]);
  });

  test("is booked even where Cal.com takes our own reservation for somebody else's", async () => {
    const offer = await hold();
    business.sandbox.faults.set({
      calcom: [{ fault: "taken", method: "POST", endpoint: "/bookings", exact: true, times: 1 }],
    });
    expect(await book(offer.id)).toMatchObject({ status: "scheduled" });
    expect(reserved()).toEqual([]);
  });

  test("is given back when the hold ends", async () => {
    await hold();
    await releaseHolds(caller(), { callId });
    await releaseEndedReservations(business.ctx);
    expect(reserved()).toEqual([]);
    expect(await kept()).toEqual([]);
    const again = await hold();
    await expireHold(again.id);
    await releaseEndedReservations(business.ctx);
    expect(reserved()).toEqual([]);
  });

  test("is counted back in when the reservation was made unheard", async () => {
    business.sandbox.faults.set({
      calcom: [{ fault: "reset_after_success", endpoint: "/slots/reservations" }],
    });
    const slot = await ask();
    if (!slot.available) throw new Error("not free");
    await makeOffers(caller(), { callId, slots: [slot.slot], hold: "first" });
    await eventually(async () => reserved().length === 1);
    await refreshDueSlots(business.ctx, Date.now() + 6 * 60_000);
    expect(await ask()).toMatchObject({ available: true });
  });
});
