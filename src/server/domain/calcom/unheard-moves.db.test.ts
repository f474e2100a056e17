import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { appointments, calcomBookings, staff } from "@/server/db/schema";
import { type CalcomBusiness, createCalcomBusiness, settleWebhooks, storedWebhooks } from "@/test/calcom";
import { as, platformContext, uniquePhone } from "@/test/factories";
import { localTime } from "@/test/local-time";
import { untilWaiting } from "@/test/lock-waits";
import { bookAppointment } from "../appointments/book-appointment";
import { moveAppointment } from "../appointments/move-appointment";
import { recordOutsideAppointment } from "../appointments/record-outside-appointment";
import { compareWithCalcom } from "./compare-with-calcom";
import { pollBookings } from "./poll-bookings";
import { processCalcomWebhook } from "./process-calcom-webhook";
import { syncAppointment } from "./sync-appointment";

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

const bookHere = () =>
  bookAppointment(business.ctx, {
    serviceId: business.serviceId,
    start: ten,
    customer: { name: "Max Mustermann", phone: uniquePhone() },
    source: "phone",
  });
const bookThere = (start = ten) =>
  business.atCalcom("POST", "/bookings", {
    start: start.toISOString(),
    eventTypeId: business.eventTypeId,
    attendee: { name: "Erika Beispiel", email: "erika@example.com", timeZone: "Europe/Berlin" },
  });
const moveThere = (uid: string | null, start: Date) =>
  business.atCalcom("POST", `/bookings/${uid}/reschedule`, { start: start.toISOString() });
const cancelThere = (uid: string) => business.atCalcom("POST", `/bookings/${uid}/cancel`, {});
const loseWebhooks = () => business.sandbox.faults.set({ calcom: [{ fault: "lost_webhook" }] });
const hearWebhooks = () => business.sandbox.faults.set({ calcom: [] });
const ofTenant = () => eq(appointments.tenantId, business.ctx.tenant.id);
const all = () => business.ctx.db.select().from(appointments).where(ofTenant());
const live = async () => (await all()).filter(({ status }) => status !== "cancelled");
/** What was agreed long ago counts as settled, and pauses and leases are over. */
const waitLong = () =>
  business.ctx.db
    .update(appointments)
    .set({ updatedAt: new Date(Date.now() - 600_000), syncLockedUntil: null })
    .where(ofTenant());
const hear = {
  poll: () => pollBookings(business.ctx),
  comparison: async () => {
    await waitLong();
    await compareWithCalcom(business.ctx);
  },
};
const attempt = async (appointmentId: number) => {
  await waitLong();
  return syncAppointment(business.ctx, appointmentId, 2_000);
};

describe("a booking that is moved at Cal.com several times unheard", () => {
  test.each(["poll", "comparison"] as const)("and cancelled ends here too, by the %s", async (which) => {
    const { calcomBookingId } = await bookHere();
    await settleWebhooks(business);
    loseWebhooks();
    const once = await moveThere(calcomBookingId, eleven);
    const twice = await moveThere(once.uid, two);
    await cancelThere(twice.uid);
    await hear[which]();
    expect(await all()).toMatchObject([{ status: "cancelled", syncState: "synced" }]);
  });

  test("and cancelled ends here too if the cancellation was told first", async () => {
    const { uid } = await bookThere();
    await settleWebhooks(business);
    loseWebhooks();
    const once = await moveThere(uid, eleven);
    const twice = await moveThere(once.uid, two);
    hearWebhooks();
    await cancelThere(twice.uid);
    await settleWebhooks(business);
    await hear.poll();
    expect(await all()).toMatchObject([{ status: "cancelled", syncState: "synced" }]);
  });

  test.each(["ours", "theirs"])("stays one appointment if only its last uid is listed: %s", async (whose) => {
    const uid = whose === "ours" ? (await bookHere()).calcomBookingId : (await bookThere()).uid;
    await settleWebhooks(business);
    loseWebhooks();
    const once = await moveThere(uid, eleven);
    const twice = await moveThere(once.uid, two);
    await hear.comparison();
    expect(await all()).toMatchObject([
      { status: "scheduled", syncState: "synced", startTime: two, calcomBookingId: twice.uid },
    ]);
  });

  test("stays one appointment if only the webhook of its last move arrives, even while Cal.com is away", async () => {
    const { uid } = await bookThere();
    await settleWebhooks(business);
    loseWebhooks();
    const once = await moveThere(uid, eleven);
    hearWebhooks();
    const twice = await moveThere(once.uid, ten);
    const [inboxId = 0] = await storedWebhooks(business);
    const job = platformContext({ type: "job", name: "process-webhook" });
    business.sandbox.faults.set({ calcom: [{ fault: "500" }] });
    await expect(processCalcomWebhook(job, inboxId)).rejects.toThrow("Internal server error");
    expect(await all()).toMatchObject([{ calcomBookingId: uid }]);
    hearWebhooks();
    await processCalcomWebhook(job, inboxId);
    expect(await all()).toMatchObject([
      { status: "scheduled", syncState: "synced", startTime: ten, calcomBookingId: twice.uid },
    ]);
  });
});

test("a move before that Cal.com shows unreadably holds nothing up, and is put right by the next poll", async () => {
  const { uid } = await bookThere();
  await settleWebhooks(business);
  loseWebhooks();
  const once = await moveThere(uid, eleven);
  business.sandbox.faults.set({ calcom: [{ fault: "malformed", endpoint: "/bookings/", method: "GET" }] });
  const twice = await moveThere(once.uid, two);
  await settleWebhooks(business);
  expect(await live()).toMatchObject([{ calcomBookingId: uid }, { calcomBookingId: twice.uid }]);
  hearWebhooks();
  await hear.poll();
  expect(await live()).toMatchObject([
    { status: "scheduled", syncState: "synced", startTime: two, calcomBookingId: twice.uid },
  ]);
});

describe("a move of ours that is on its way to a booking", () => {
  async function moveOnItsWay() {
    const { id, calcomBookingId } = await bookHere();
    await settleWebhooks(business);
    business.sandbox.faults.set({ calcom: [{ fault: "500" }] });
    await moveAppointment(business.ctx, { appointmentId: id, start: two });
    loseWebhooks();
    return { id, once: await moveThere(calcomBookingId, eleven) };
  }

  test("ends with it when it was moved there twice and cancelled", async () => {
    const { id, once } = await moveOnItsWay();
    await cancelThere((await moveThere(once.uid, ten)).uid);
    await attempt(id);
    expect(await all()).toMatchObject([{ status: "cancelled", syncState: "synced" }]);
  });

  test("goes back to where it was moved there when Cal.com refuses ours", async () => {
    const { id, once } = await moveOnItsWay();
    await bookThere(two);
    await attempt(id);
    expect(await live()).toMatchObject([
      { id, status: "scheduled", syncState: "synced", startTime: eleven, calcomBookingId: once.uid },
    ]);
  });
});

describe("a booking at Cal.com and its move", () => {
  test("told while the first is still being written down are one appointment", async () => {
    const { uid } = await bookThere();
    await business.sandbox.calcomWebhooks.settled();
    loseWebhooks();
    const moved = await moveThere(uid, eleven);
    const tellings: Promise<unknown>[] = [];
    await business.ctx.db.transaction(async (tx) => {
      await tx
        .select()
        .from(staff)
        .where(and(eq(staff.tenantId, business.ctx.tenant.id), eq(staff.id, business.staffIds[0] ?? 0)))
        .for("update");
      tellings.push(settleWebhooks(business));
      await untilWaiting(business.ctx.db, 1);
      tellings.push(pollBookings(business.ctx));
      await untilWaiting(business.ctx.db, 2);
    });
    await Promise.all(tellings);
    expect(await all()).toMatchObject([
      { status: "scheduled", syncState: "synced", startTime: eleven, calcomBookingId: moved.uid },
    ]);
  });

  test("that became two appointments once are one again after the next telling", async () => {
    const { uid } = await bookThere();
    await settleWebhooks(business);
    const [first] = await all();
    loseWebhooks();
    const moved = await moveThere(uid, eleven);
    const booking = { start: eleven, end: new Date(eleven.getTime() + 1_800_000), source: "calcom" as const };
    const { appointment: second } = await recordOutsideAppointment(
      as(business.ctx, { type: "webhook", provider: "calcom" }),
      { ...booking, staffId: business.staffIds[0], calcomBookingId: moved.uid },
    );
    await business.ctx.db.insert(calcomBookings).values({
      tenantId: business.ctx.tenant.id,
      appointmentId: second.id,
      uid: moved.uid,
      startTime: booking.start,
      endTime: booking.end,
      status: "accepted",
    });
    await hear.poll();
    expect(await all()).toMatchObject([
      { id: first?.id, status: "cancelled", syncState: "synced" },
      { id: second.id, status: "scheduled", syncState: "synced", startTime: eleven },
    ]);
  });
});
