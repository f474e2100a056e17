import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { appointments, callbacks, events, staffTimeCells } from "@/server/db/schema";
import { type CalcomBusiness, createCalcomBusiness, settleWebhooks } from "@/test/calcom";
import { as, uniquePhone } from "@/test/factories";
import { localTime } from "@/test/local-time";
import { bookAppointment } from "../appointments/book-appointment";
import { cancelAppointment } from "../appointments/cancel-appointment";
import { moveAppointment } from "../appointments/move-appointment";
import { readAppointment } from "../appointments/queries";
import { recordOutsideAppointment } from "../appointments/record-outside-appointment";
import { cancelBoth } from "./cancel-both";
import { compareWithCalcom } from "./compare-with-calcom";
import { keepOurs } from "./keep-ours";
import { listDrifts } from "./list-drifts";
import { pollBookings } from "./poll-bookings";
import { syncAppointment } from "./sync-appointment";
import { takeTheirs } from "./take-theirs";

function workday(time: string, from = 7): Date {
  const start = localTime(from, time);
  return [0, 6].includes(start.getUTCDay()) ? workday(time, from + 2) : start;
}
const ten = workday("10:00");
const eleven = workday("11:00");

let business: CalcomBusiness;
beforeEach(async () => {
  business = await createCalcomBusiness();
  business.sandbox.faults.set({ calcom: [{ fault: "lost_webhook" }] });
});
afterEach(() => business.close());

const book = (start = ten) =>
  bookAppointment(business.ctx, {
    serviceId: business.serviceId,
    start,
    customer: { name: "Max Mustermann", phone: uniquePhone() },
    source: "phone",
  });
const bookThere = (start = ten) =>
  business.atCalcom("POST", "/bookings", {
    start: start.toISOString(),
    eventTypeId: business.eventTypeId,
    attendee: { name: "Erika Beispiel", email: "erika@example.com", timeZone: "Europe/Berlin" },
  });
const t = () => business.ctx.tenant.id;
const all = () => business.ctx.db.select().from(appointments).where(eq(appointments.tenantId, t()));
const live = async () => (await all()).filter((row) => row.status !== "cancelled");
const read = (id: number) => readAppointment(business.ctx, business.ctx.db, id);
const there = () =>
  business.sandbox.calcom.bookings.values().filter((booking) => booking.status === "accepted");
/** What was agreed long ago counts as settled. */
const settleDown = () =>
  business.ctx.db
    .update(appointments)
    .set({ updatedAt: new Date(Date.now() - 600_000) })
    .where(eq(appointments.tenantId, t()));
const compare = async () => {
  await settleDown();
  return compareWithCalcom(business.ctx);
};
/** Somebody changes Cal.com's own table: nothing is told, not even by the poll. */
const changeSilently = (uid: string | null, change: Record<string, string>) => {
  const booking = business.sandbox.calcom.bookings.get(uid ?? "");
  if (!booking) throw new Error("no such booking");
  business.sandbox.calcom.bookings.set(booking.uid, { ...booking, ...change });
};
const vanish = (uid: string | null) => business.sandbox.calcom.bookings.delete(uid ?? "");
const drifts = () => listDrifts(business.ctx);
const push = async (id: number) => {
  await business.ctx.db.update(appointments).set({ syncLockedUntil: null }).where(eq(appointments.id, id));
  return syncAppointment(business.ctx, id, 2_000);
};

describe("a comparison takes over what is safe", () => {
  test("made, moved and cancelled at Cal.com unheard", async () => {
    const moved = await bookThere(ten);
    const cancelled = await bookThere(eleven);
    await compare();
    expect(await live()).toHaveLength(2);
    await business.atCalcom("POST", `/bookings/${moved.uid}/reschedule`, {
      start: workday("14:00").toISOString(),
    });
    await business.atCalcom("POST", `/bookings/${cancelled.uid}/cancel`, {});
    await compare();
    expect(await live()).toMatchObject([{ startTime: workday("14:00"), syncState: "synced" }]);
    expect(await drifts()).toEqual([]);
  });

  test("and a second comparison changes nothing", async () => {
    await book();
    await bookThere(eleven);
    await compare();
    const before = await all();
    expect(await compare()).toBe(0);
    expect((await all()).map(({ version }) => version)).toEqual(before.map(({ version }) => version));
  });

  test("a booking of ours that was made twice is cancelled once", async () => {
    const row = await book();
    const made = business.sandbox.calcom.bookings.get(row.calcomBookingId ?? "");
    if (!made) throw new Error("not booked");
    const late = { ...made, uid: "late-twin", id: made.id + 1_000, hostId: 99 };
    business.sandbox.calcom.bookings.set(late.uid, late);
    await compare();
    expect(there().map(({ uid }) => uid)).toEqual([row.calcomBookingId]);
    expect(await live()).toHaveLength(1);
  });

  test("a move whose new uid was never heard is followed, not taken for a cancellation", async () => {
    const row = await book();
    const moved = await business.atCalcom("POST", `/bookings/${row.calcomBookingId}/reschedule`, {
      start: eleven.toISOString(),
    });
    await pollBookings(business.ctx);
    expect(await read(row.id)).toMatchObject({
      status: "scheduled",
      startTime: eleven,
      calcomBookingId: moved.uid,
    });
  });
});

describe("what Cal.com lost", () => {
  test("is marked once, and can be entered there again or cancelled here", async () => {
    const [kept, dropped] = [await book(ten), await book(eleven)];
    vanish(kept.calcomBookingId);
    vanish(dropped.calcomBookingId);
    expect(await compare()).toBe(2);
    expect(await compare()).toBe(0);
    expect((await drifts()).map(({ kind }) => kind)).toEqual(["missing_there", "missing_there"]);

    const again = await keepOurs(business.ctx, { appointmentId: kept.id });
    expect(again).toMatchObject({ status: "scheduled", syncState: "synced" });
    expect(there().map(({ uid }) => uid)).toEqual([again.calcomBookingId]);
    expect(await takeTheirs(business.ctx, { appointmentId: dropped.id })).toMatchObject({
      status: "cancelled",
      syncState: "synced",
    });
    expect(await drifts()).toEqual([]);
  });

  test("and has given away meanwhile is told instead of booked twice", async () => {
    const row = await book();
    vanish(row.calcomBookingId);
    await compare();
    await bookThere();
    await expect(keepOurs(business.ctx, { appointmentId: row.id })).rejects.toMatchObject({
      code: "calcom.refused",
    });
    expect(there()).toHaveLength(1);
  });
});

describe("two different times", () => {
  /** Our move never got through, until nobody tried any more. */
  async function differing() {
    const row = await book();
    await business.ctx.db
      .update(appointments)
      .set({ startTime: eleven, endTime: new Date(eleven.getTime() + 1_800_000), syncState: "failed" })
      .where(eq(appointments.id, row.id));
    expect(await drifts()).toMatchObject([
      { kind: "differs", ours: { startTime: eleven }, theirs: { startTime: ten } },
    ]);
    return row;
  }

  test("end at ours", async () => {
    const { id } = await differing();
    expect(await keepOurs(business.ctx, { appointmentId: id })).toMatchObject({
      startTime: eleven,
      syncState: "synced",
    });
    expect(there().map(({ start }) => start)).toEqual([eleven.toISOString()]);
  });

  test("end at theirs", async () => {
    const { id } = await differing();
    expect(await takeTheirs(business.ctx, { appointmentId: id })).toMatchObject({
      startTime: ten,
      syncState: "synced",
    });
    expect(await drifts()).toEqual([]);
  });

  test("end at none", async () => {
    const { id } = await differing();
    expect(await cancelBoth(business.ctx, { appointmentId: id })).toMatchObject({
      status: "cancelled",
      syncState: "synced",
    });
    expect(there()).toEqual([]);
  });
});

describe("cancelled here, open there", () => {
  async function openThere() {
    const row = await book();
    await cancelAppointment(business.ctx, { appointmentId: row.id });
    await push(row.id);
    changeSilently(row.calcomBookingId, { status: "accepted" });
    expect(await compare()).toBe(1);
    expect(await drifts()).toMatchObject([{ kind: "open_there" }]);
    return row;
  }

  test("is cancelled there too", async () => {
    const { id } = await openThere();
    expect(await keepOurs(business.ctx, { appointmentId: id })).toMatchObject({ syncState: "synced" });
    expect(there()).toEqual([]);
    expect(await drifts()).toEqual([]);
  });

  test("or lives here again, as an appointment of its own with its time", async () => {
    const { id } = await openThere();
    const again = await takeTheirs(business.ctx, { appointmentId: id });
    expect(again.id).not.toBe(id);
    expect(again).toMatchObject({ status: "scheduled", startTime: ten, syncState: "synced" });
    const cells = await business.ctx.db.select().from(staffTimeCells).where(eq(staffTimeCells.tenantId, t()));
    expect(new Set(cells.map(({ appointmentId }) => appointmentId))).toEqual(new Set([again.id]));
    expect(await compare()).toBe(0);
  });
});

describe("a booking over an appointment of ours", () => {
  async function overlapping() {
    const { ctx, serviceId, staffIds } = business;
    const end = new Date(ten.getTime() + 1_800_000);
    const ours = await recordOutsideAppointment(ctx, {
      serviceId,
      staffId: staffIds[0],
      start: ten,
      end,
      calcomBookingId: "id-1",
      source: "calcom",
    });
    const { uid } = await bookThere();
    await compare();
    expect(await drifts()).toMatchObject([{ kind: "overlaps", overlapped: [{ id: ours.appointment.id }] }]);
    const theirs = (await all()).find((row) => row.calcomBookingId === uid);
    if (!theirs) throw new Error("not recorded");
    return { ours: ours.appointment.id, theirs: theirs.id };
  }

  test("is recorded as a conflict once, however often it is told", async () => {
    const { theirs } = await overlapping();
    for (let i = 0; i < 3; i++) await compare();
    await pollBookings(business.ctx);
    const told = await business.ctx.db
      .select()
      .from(events)
      .where(and(eq(events.tenantId, t()), eq(events.type, "calcom.conflict_found")));
    expect(told.map(({ entityId }) => entityId)).toEqual([theirs]);
  });

  test("is cancelled there when ours counts", async () => {
    const { ours, theirs } = await overlapping();
    await keepOurs(business.ctx, { appointmentId: theirs });
    expect(there()).toEqual([]);
    expect((await live()).map(({ id }) => id)).toEqual([ours]);
  });

  test("takes the time when theirs counts", async () => {
    const { ours, theirs } = await overlapping();
    const row = await takeTheirs(business.ctx, { appointmentId: theirs });
    expect(row).toMatchObject({ status: "scheduled", syncState: "synced" });
    expect(await read(ours)).toMatchObject({ status: "cancelled" });
  });
});

describe("a decision", () => {
  test("is refused where nothing is to be decided, for an older version, and to whoever may only look", async () => {
    const row = await book();
    const decide = (ctx = business.ctx, version?: number) =>
      keepOurs(ctx, { appointmentId: row.id, version });
    await expect(decide()).rejects.toMatchObject({ code: "calcom.in_step" });
    vanish(row.calcomBookingId);
    await compare();
    await expect(decide(business.ctx, row.version + 7)).rejects.toMatchObject({
      code: "appointment.changed_meanwhile",
    });
    await expect(decide(as(business.ctx, { type: "user", userId: 1, role: "viewer" }))).rejects.toMatchObject(
      { code: "forbidden" },
    );
  });
});

test("a time that was noted and is refused later makes the business call back, once", async () => {
  business.sandbox.faults.set({ calcom: [{ fault: "500" }, { fault: "lost_webhook" }] });
  const row = await book();
  expect(row.status).toBe("pending");
  business.sandbox.faults.set({ calcom: [{ fault: "lost_webhook" }] });
  await bookThere();
  await push(row.id);
  await push(row.id);
  expect(await read(row.id)).toMatchObject({ status: "cancelled" });
  const asked = await business.ctx.db.select().from(callbacks).where(eq(callbacks.tenantId, t()));
  expect(asked).toMatchObject([
    { priority: "high", name: "Max Mustermann", reason: expect.stringContaining("schon vergeben") },
  ]);
});

test("a move that was noted and cannot be entered makes the business call back, once, and stands as not in step", async () => {
  const row = await book();
  vanish(row.calcomBookingId);
  const noted = await moveAppointment(business.ctx, { appointmentId: row.id, start: eleven });
  expect(noted).toMatchObject({ status: "pending", syncState: "failed" });
  await push(row.id);
  const asked = await business.ctx.db.select().from(callbacks).where(eq(callbacks.tenantId, t()));
  expect(asked).toMatchObject([
    { priority: "high", name: "Max Mustermann", reason: expect.stringContaining("Verschiebung auf") },
  ]);
  expect(await drifts()).toHaveLength(1);
});

test("a caller hears that the time is noted long before a slow Cal.com has answered, and it is booked then", async () => {
  business.sandbox.faults.set({
    calcom: [{ fault: "slow", delayMs: 4_000, endpoint: "/bookings", times: 1 }],
  });
  const began = Date.now();
  const row = await bookAppointment(as(business.ctx, { type: "voice", callId: 1 }), {
    serviceId: business.serviceId,
    start: ten,
    customer: { name: "Max Mustermann", phone: uniquePhone() },
    source: "phone",
  });
  expect(Date.now() - began).toBeLessThan(3_000);
  expect(row.status).toBe("pending");
  await syncAppointment(business.ctx, row.id, 10_000);
  expect(await read(row.id)).toMatchObject({ status: "scheduled", syncState: "synced" });
  await settleWebhooks(business);
  expect(await live()).toHaveLength(1);
});
