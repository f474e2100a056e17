import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { apiScopes } from "@/contracts/permissions";
import {
  appointments,
  calcomConnections,
  calcomEventTypes,
  customers,
  staffTimeCells,
  tenants,
} from "@/server/db/schema";
import { type CalcomBusiness, createCalcomBusiness, settleWebhooks, storedWebhooks } from "@/test/calcom";
import { as, platformContext, uniquePhone } from "@/test/factories";
import { localTime } from "@/test/local-time";
import { bookAppointment } from "../appointments/book-appointment";
import { cancelAppointment } from "../appointments/cancel-appointment";
import { moveAppointment } from "../appointments/move-appointment";
import { readAppointment } from "../appointments/queries";
import { recordOutsideAppointment } from "../appointments/record-outside-appointment";
import { activateCalcom } from "./activate-calcom";
import { importEventTypes } from "./import-event-types";
import { listMissingMappings } from "./list-missing-mappings";
import { pollBookings } from "./poll-bookings";
import { processCalcomWebhook } from "./process-calcom-webhook";
import { syncAppointment } from "./sync-appointment";

/** Cal.com's host works Monday to Friday. */
function workday(time: string, from = 7): Date {
  const start = localTime(from, time);
  return [0, 6].includes(start.getUTCDay()) ? workday(time, from + 2) : start;
}
const ten = workday("10:00");
const eleven = workday("11:00");

let business: CalcomBusiness;
beforeEach(async () => {
  business = await createCalcomBusiness();
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
const all = () =>
  business.ctx.db.select().from(appointments).where(eq(appointments.tenantId, business.ctx.tenant.id));
const takenTime = () =>
  business.ctx.db.select().from(staffTimeCells).where(eq(staffTimeCells.tenantId, business.ctx.tenant.id));
const read = (id: number) => readAppointment(business.ctx, business.ctx.db, id);
const bookingsThere = () =>
  business.sandbox.calcom.bookings.values().filter((booking) => booking.status === "accepted");
const releaseLease = (id: number) =>
  business.ctx.db.update(appointments).set({ syncLockedUntil: null }).where(eq(appointments.id, id));

describe("an appointment that is booked here", () => {
  test("is scheduled once Cal.com has it, and Cal.com's own webhook doubles nothing", async () => {
    const row = await book();
    expect(row).toMatchObject({ status: "scheduled", syncState: "synced" });
    await settleWebhooks(business);
    expect(await all()).toHaveLength(1);
    expect(bookingsThere().map((booking) => booking.uid)).toEqual([row.calcomBookingId]);
  });

  test("stays pending when Cal.com answers too late, and the booking made there is found, not made again", async () => {
    business.sandbox.faults.set({
      calcom: [{ fault: "timeout_after_success", endpoint: "/bookings", times: 1 }],
    });
    const row = await book();
    expect(row).toMatchObject({ status: "pending", syncState: "pending" });
    expect(bookingsThere()).toHaveLength(1);
    await releaseLease(row.id);
    await syncAppointment(business.ctx, row.id, 2_000);
    expect(await read(row.id)).toMatchObject({ status: "scheduled", syncState: "synced" });
    expect(bookingsThere()).toHaveLength(1);
  }, 20_000);

  test("is confirmed by the webhook when the answer was lost", async () => {
    business.sandbox.faults.set({
      calcom: [{ fault: "timeout_after_success", endpoint: "/bookings", times: 1 }],
    });
    const row = await book();
    await settleWebhooks(business);
    expect(await read(row.id)).toMatchObject({ status: "scheduled", syncState: "synced" });
    expect(await all()).toHaveLength(1);
  }, 20_000);

  test("stays pending while Cal.com is away and is booked afterwards, exactly once", async () => {
    business.sandbox.faults.set({ calcom: [{ fault: "500", endpoint: "/bookings" }] });
    const row = await book();
    expect(row).toMatchObject({ status: "pending", syncState: "pending" });
    business.sandbox.faults.set({ calcom: [] });
    await releaseLease(row.id);
    await Promise.all([1, 2, 3].map(() => syncAppointment(business.ctx, row.id, 2_000)));
    expect(await read(row.id)).toMatchObject({ status: "scheduled" });
    expect(bookingsThere()).toHaveLength(1);
  });

  test("is refused with other times when it was taken at Cal.com meanwhile, and leaves nothing behind", async () => {
    await bookThere();
    await expect(book()).rejects.toMatchObject({ code: "appointment.slot_taken" });
    expect(await all()).toMatchObject([{ status: "cancelled" }]);
    await settleWebhooks(business);
    expect((await all()).filter((row) => row.status === "scheduled")).toHaveLength(1);
  });

  test("moves and cancels there too, following the new uid", async () => {
    const row = await book();
    const moved = await moveAppointment(business.ctx, { appointmentId: row.id, start: eleven });
    expect(moved).toMatchObject({ status: "scheduled", syncState: "synced", startTime: eleven });
    expect(moved.calcomBookingId).not.toBe(row.calcomBookingId);
    await settleWebhooks(business);
    expect(await read(row.id)).toMatchObject({ startTime: eleven, calcomBookingId: moved.calcomBookingId });
    await cancelAppointment(business.ctx, { appointmentId: row.id });
    await syncAppointment(business.ctx, row.id, 2_000);
    await settleWebhooks(business);
    expect(await read(row.id)).toMatchObject({ status: "cancelled", syncState: "synced" });
    expect(bookingsThere()).toEqual([]);
    expect(await all()).toHaveLength(1);
  });

  test("goes back to where it was when Cal.com refuses the move", async () => {
    const row = await book();
    await bookThere(eleven);
    await expect(
      moveAppointment(business.ctx, { appointmentId: row.id, start: eleven }),
    ).rejects.toMatchObject({
      code: "appointment.slot_taken",
    });
    expect(await read(row.id)).toMatchObject({ status: "scheduled", startTime: ten, syncState: "synced" });
  });

  test("does not count a caller's move that Cal.com refused, and counts the one it took", async () => {
    const row = await book();
    await bookThere(eleven);
    const byKey = as(business.ctx, { type: "apiKey", apiKeyId: null, scopes: apiScopes });
    const move = (start: Date) => moveAppointment(byKey, { appointmentId: row.id, start });
    await expect(move(eleven)).rejects.toMatchObject({ code: "appointment.slot_taken" });
    expect(await read(row.id)).toMatchObject({ startTime: ten, moveCount: 0 });
    await move(workday("14:00"));
    expect(await read(row.id)).toMatchObject({ startTime: workday("14:00"), moveCount: 1 });
  });
});

describe("a booking that is made at Cal.com", () => {
  test("appears here with its customer, once, however often it is told", async () => {
    business.sandbox.faults.set({ calcom: [{ fault: "duplicate" }] });
    const { uid } = await bookThere();
    await settleWebhooks(business);
    const rows = await all();
    expect(rows).toMatchObject([
      { status: "scheduled", calcomBookingId: uid, source: "calcom", serviceId: business.serviceId },
    ]);
    const [customer] = await business.ctx.db
      .select()
      .from(customers)
      .where(and(eq(customers.tenantId, business.ctx.tenant.id), eq(customers.id, rows[0]?.customerId ?? 0)));
    expect(customer).toMatchObject({ name: "Erika Beispiel", email: "erika@example.com" });
  });

  test("that claims to be one of ours moves nobody else's appointment", async () => {
    const ours = await book();
    await business.atCalcom("POST", "/bookings", {
      start: eleven.toISOString(),
      eventTypeId: business.eventTypeId,
      attendee: { name: "Erika Beispiel", email: "erika@example.com", timeZone: "Europe/Berlin" },
      metadata: { appointmentId: String(ours.id) },
    });
    await settleWebhooks(business);
    expect(await read(ours.id)).toMatchObject({ startTime: ten, status: "scheduled" });
    expect((await all()).map((row) => row.startTime)).toEqual([ten, eleven]);
  });

  test("is found by the poll when its webhook was lost, and a second poll changes nothing", async () => {
    business.sandbox.faults.set({ calcom: [{ fault: "lost_webhook" }] });
    await bookThere();
    await settleWebhooks(business);
    expect(await all()).toEqual([]);
    await pollBookings(business.ctx);
    const found = await all();
    expect(found).toMatchObject([{ status: "scheduled" }]);
    await pollBookings(business.ctx);
    expect(await all()).toEqual(found);
  });

  test("over an appointment of ours stays marked as in conflict, however often it is told", async () => {
    const { ctx, serviceId, staffIds } = business;
    const ours = { serviceId, staffId: staffIds[0], start: ten, end: new Date(ten.getTime() + 1_800_000) };
    await recordOutsideAppointment(ctx, { ...ours, calcomBookingId: "earlier", source: "calcom" });
    const { uid } = await bookThere();
    await settleWebhooks(business);
    const stateOf = async () => (await all()).find((row) => row.calcomBookingId === uid)?.syncState;
    expect(await stateOf()).toBe("failed");
    await pollBookings(ctx);
    expect(await stateOf()).toBe("failed");
  });

  test("that moves and is cancelled there does so here", async () => {
    const { uid } = await bookThere();
    await settleWebhooks(business);
    const moved = await business.atCalcom("POST", `/bookings/${uid}/reschedule`, {
      start: eleven.toISOString(),
    });
    await settleWebhooks(business);
    expect(await all()).toMatchObject([
      { startTime: eleven, calcomBookingId: moved.uid, status: "scheduled" },
    ]);
    await business.atCalcom("POST", `/bookings/${moved.uid}/cancel`, { cancellationReason: "krank" });
    await settleWebhooks(business);
    expect(await all()).toMatchObject([{ status: "cancelled", syncState: "synced" }]);
  });
});

/** [created, moved, cancelled] in each of the six orders. */
const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

test.each(orders)(
  "created, moved and cancelled end the same when told in the order %i %i %i",
  async (...order) => {
    const { uid } = await bookThere();
    const moved = await business.atCalcom("POST", `/bookings/${uid}/reschedule`, {
      start: eleven.toISOString(),
    });
    await business.atCalcom("POST", `/bookings/${moved.uid}/cancel`, {});
    const told = await storedWebhooks(business);
    expect(told).toHaveLength(3);
    for (const index of order) await processCalcomWebhook(platformContext(), told[index] ?? 0);
    const rows = await all();
    expect(rows.filter((row) => row.status !== "cancelled")).toEqual([]);
    expect(await takenTime()).toEqual([]);
  },
);

describe("the set-up", () => {
  test("imports event types, maps what is unmistakable, and names every service nobody can book", async () => {
    const { ctx, serviceId, staffIds } = business;
    await ctx.db.delete(calcomEventTypes).where(eq(calcomEventTypes.tenantId, ctx.tenant.id));
    expect(await listMissingMappings(ctx)).toEqual([{ serviceName: "Massage", staffName: "Person 1" }]);
    expect(await importEventTypes(ctx)).toBe(1);
    expect(await listMissingMappings(ctx)).toEqual([]);
    const [type] = await ctx.db
      .select()
      .from(calcomEventTypes)
      .where(eq(calcomEventTypes.tenantId, ctx.tenant.id));
    expect(type).toMatchObject({ serviceId, staffId: staffIds[0], calcomId: business.eventTypeId });
  });

  test("makes Cal.com the calendar only when every service can be booked there", async () => {
    const { ctx } = business;
    await ctx.db.update(tenants).set({ calendarSource: "own" }).where(eq(tenants.id, ctx.tenant.id));
    await ctx.db
      .update(calcomEventTypes)
      .set({ active: false })
      .where(eq(calcomEventTypes.tenantId, ctx.tenant.id));
    await expect(activateCalcom(ctx)).rejects.toMatchObject({
      code: "calcom.mappings_missing",
      details: { missing: [{ serviceName: "Massage", staffName: "Person 1" }] },
    });
    await importEventTypes(ctx);
    await activateCalcom(ctx);
    const [tenant] = await ctx.db.select().from(tenants).where(eq(tenants.id, ctx.tenant.id));
    expect(tenant?.calendarSource).toBe("calcom");
  });

  test("keeps the key encrypted", async () => {
    const [row] = await business.ctx.db
      .select()
      .from(calcomConnections)
      .where(eq(calcomConnections.tenantId, business.ctx.tenant.id));
    expect(row?.apiKeyEncrypted).not.toContain("cal_test_key");
  });
});
