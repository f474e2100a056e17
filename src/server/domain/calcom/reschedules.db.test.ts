import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { appointments } from "@/server/db/schema";
import { type CalcomBusiness, createCalcomBusiness, settleWebhooks } from "@/test/calcom";
import { uniquePhone } from "@/test/factories";
import { localTime } from "@/test/local-time";
import { bookAppointment } from "../appointments/book-appointment";
import { compareWithCalcom } from "./compare-with-calcom";
import { pollBookings } from "./poll-bookings";

function workday(time: string, from = 7): Date {
  const start = localTime(from, time);
  return [0, 6].includes(start.getUTCDay()) ? workday(time, from + 2) : start;
}
const [ten, eleven, two] = [workday("10:00"), workday("11:00"), workday("14:00")];

let business: CalcomBusiness;
beforeEach(async () => {
  business = await createCalcomBusiness();
});
afterEach(() => business.close());

const book = () =>
  bookAppointment(business.ctx, {
    serviceId: business.serviceId,
    start: ten,
    customer: { name: "Max Mustermann", phone: uniquePhone() },
    source: "phone",
  });
const all = () =>
  business.ctx.db.select().from(appointments).where(eq(appointments.tenantId, business.ctx.tenant.id));
const live = async () => (await all()).filter(({ status }) => status !== "cancelled");
const moveThere = (uid: string | null, start: Date) =>
  business.atCalcom("POST", `/bookings/${uid}/reschedule`, { start: start.toISOString() });
const decide = (uid: string, decision: "confirm" | "decline") =>
  business.atCalcom("POST", `/bookings/${uid}/${decision}`, {});
const there = () =>
  business.sandbox.calcom.bookings
    .values()
    .filter(({ status }) => status === "accepted" || status === "pending");
/** Cal.com's own table changes; nothing is told. */
const change = (uid: string | null, values: Record<string, unknown>) => {
  const booking = business.sandbox.calcom.bookings.get(uid ?? "");
  if (!booking) throw new Error("no such booking");
  business.sandbox.calcom.bookings.set(booking.uid, { ...booking, ...values });
};
const loseWebhooks = () => business.sandbox.faults.set({ calcom: [{ fault: "lost_webhook" }] });
const hearWebhooks = () => business.sandbox.faults.set({ calcom: [] });
const wantConfirmation = () => {
  const { fixtures } = business.sandbox.calcom;
  business.sandbox.calcom.setFixtures({
    ...fixtures,
    eventTypes: fixtures.eventTypes.map((type) => ({ ...type, requiresConfirmation: true })),
  });
};

describe("a booking that is moved at Cal.com", () => {
  test("is followed over every uid it had, if only the poll tells", async () => {
    const { calcomBookingId } = await book();
    await settleWebhooks(business);
    loseWebhooks();
    const once = await moveThere(calcomBookingId, eleven);
    const twice = await moveThere(once.uid, two);
    await pollBookings(business.ctx);
    expect(await all()).toMatchObject([
      { status: "scheduled", syncState: "synced", startTime: two, calcomBookingId: twice.uid },
    ]);
    await pollBookings(business.ctx);
    expect(await all()).toHaveLength(1);
    expect(there().map(({ uid }) => uid)).toEqual([twice.uid]);
  });

  test("lives on here even if Cal.com does not name the successor of what it replaced", async () => {
    const { calcomBookingId } = await book();
    await settleWebhooks(business);
    loseWebhooks();
    const moved = await moveThere(calcomBookingId, eleven);
    change(calcomBookingId, { rescheduledToUid: undefined });
    await pollBookings(business.ctx);
    expect(await live()).toMatchObject([
      { status: "scheduled", syncState: "synced", startTime: eleven, calcomBookingId: moved.uid },
    ]);
    expect(there().map(({ uid }) => uid)).toEqual([moved.uid]);
  });

  test("after the host asked for another time, appears here at that time", async () => {
    const { calcomBookingId } = await book();
    await settleWebhooks(business);
    await business.atCalcom("POST", `/bookings/${calcomBookingId}/cancel`, {});
    await settleWebhooks(business);
    expect(await live()).toEqual([]);
    loseWebhooks();
    const again = await business.atCalcom("POST", "/bookings", {
      start: eleven.toISOString(),
      eventTypeId: business.eventTypeId,
      attendee: { name: "Max Mustermann", email: "max@example.com", timeZone: "Europe/Berlin" },
      metadata: business.sandbox.calcom.bookings.get(calcomBookingId ?? "")?.metadata,
    });
    change(again.uid, { rescheduledFromUid: calcomBookingId });
    await pollBookings(business.ctx);
    await pollBookings(business.ctx);
    expect(await live()).toMatchObject([
      { status: "scheduled", syncState: "synced", startTime: eleven, calcomBookingId: again.uid },
    ]);
    expect(there().map(({ uid }) => uid)).toEqual([again.uid]);
  });
});

describe("a booking at Cal.com that a host has to confirm", () => {
  const bookThere = () =>
    business.atCalcom("POST", "/bookings", {
      start: eleven.toISOString(),
      eventTypeId: business.eventTypeId,
      attendee: { name: "Max Mustermann", email: "max@example.com", timeZone: "Europe/Berlin" },
    });

  test("is an appointment that waits, and stands once it is confirmed", async () => {
    wantConfirmation();
    const { uid } = await bookThere();
    await settleWebhooks(business);
    expect(await live()).toMatchObject([{ status: "pending", startTime: eleven, calcomBookingId: uid }]);
    await decide(uid, "confirm");
    await settleWebhooks(business);
    expect(await live()).toMatchObject([{ status: "scheduled", syncState: "synced", calcomBookingId: uid }]);
  });

  test("is gone once it is declined", async () => {
    wantConfirmation();
    const { uid } = await bookThere();
    await settleWebhooks(business);
    await decide(uid, "decline");
    await settleWebhooks(business);
    expect(await live()).toEqual([]);
  });
});

describe("a move at Cal.com that a host has to confirm", () => {
  async function requested(heard: boolean) {
    const { calcomBookingId } = await book();
    await settleWebhooks(business);
    wantConfirmation();
    if (!heard) loseWebhooks();
    const moved = await moveThere(calcomBookingId, eleven);
    await settleWebhooks(business);
    hearWebhooks();
    return moved.uid;
  }

  test("waits at its new time, since Cal.com let go of the old one", async () => {
    const uid = await requested(true);
    const waiting = [{ status: "pending", syncState: "synced", startTime: eleven, calcomBookingId: uid }];
    expect(await live()).toMatchObject(waiting);
    await pollBookings(business.ctx);
    await compareWithCalcom(business.ctx);
    expect(await live()).toMatchObject(waiting);
  });

  test.each([true, false])("is taken over once it is confirmed, request heard: %s", async (heard) => {
    const uid = await requested(heard);
    await decide(uid, "confirm");
    await settleWebhooks(business);
    expect(await live()).toMatchObject([
      { status: "scheduled", syncState: "synced", startTime: eleven, calcomBookingId: uid },
    ]);
    expect(there().map((booking) => booking.uid)).toEqual([uid]);
  });

  test.each([true, false])("ends here too when it is declined, request heard: %s", async (heard) => {
    const uid = await requested(heard);
    await decide(uid, "decline");
    await settleWebhooks(business);
    await pollBookings(business.ctx);
    expect(await live()).toEqual([]);
    expect(there()).toEqual([]);
  });
});
