import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { appointments, calcomBookings } from "@/server/db/schema";
import { type CalcomBusiness, createCalcomBusiness, settleWebhooks } from "@/test/calcom";
import { uniquePhone } from "@/test/factories";
import { localTime } from "@/test/local-time";
import { untilWaiting } from "@/test/lock-waits";
import { within } from "../_core/within";
import { bookAppointment } from "../appointments/book-appointment";
import { readAppointment } from "../appointments/queries";
import { applyBooking } from "./apply-booking";
import { compareWithCalcom } from "./compare-with-calcom";
import { getCalcomConnection } from "./connection";
import { rememberBooking } from "./remember-booking";

function workday(time: string, from = 7): Date {
  const start = localTime(from, time);
  return [0, 6].includes(start.getUTCDay()) ? workday(time, from + 2) : start;
}

let business: CalcomBusiness;
beforeEach(async () => {
  business = await createCalcomBusiness();
});
afterEach(() => business.close());

const t = () => business.ctx.tenant.id;
const there = () =>
  business.sandbox.calcom.bookings.values().filter((booking) => booking.status === "accepted");

/** Booked, and made at Cal.com a second time by a request that seemed lost. */
async function bookTwice() {
  const row = await bookAppointment(business.ctx, {
    serviceId: business.serviceId,
    start: workday("10:00"),
    customer: { name: "Max Mustermann", phone: uniquePhone() },
    source: "phone",
  });
  await settleWebhooks(business);
  const made = business.sandbox.calcom.bookings.get(row.calcomBookingId ?? "");
  if (!made) throw new Error("not booked");
  const twin = { ...made, uid: "late-twin", id: made.id + 1_000, hostId: 99 };
  business.sandbox.calcom.bookings.set(twin.uid, twin);
  return { id: row.id, uid: made.uid, twin };
}

/** Among few rows the database walks over all of them and locks them: nothing would meet. */
async function keepManyOthers() {
  const { db } = business.ctx;
  const [startTime, endTime] = [workday("15:00"), workday("15:30")];
  const others = Array.from({ length: 300 }, (_, i) => ({ calcomBookingId: i + 1, uid: `other-${i}` }));
  await db
    .insert(calcomBookings)
    .values(
      others.map((each) => ({ ...each, tenantId: t(), startTime, endTime, status: "cancelled" as const })),
    );
  await db.execute(sql`ANALYZE TABLE calcom_bookings`);
}

describe("of two bookings that we made for one appointment", () => {
  test("one is cancelled, even if both are told at the same moment", async () => {
    const { id, uid, twin } = await bookTwice();
    const { ctx } = business;
    const { client } = await getCalcomConnection(ctx, { timeoutMs: 2_000, urgency: "call" });
    const [first, second] = [await client.getBooking(uid), await client.getBooking(twin.uid)];
    await ctx.db.delete(calcomBookings).where(eq(calcomBookings.tenantId, t()));
    await ctx.db
      .update(appointments)
      .set({ status: "pending", syncState: "pending", calcomBookingId: null })
      .where(eq(appointments.tenantId, t()));

    await keepManyOthers();

    let telling: Promise<void> | undefined;
    await ctx.db.transaction(async (tx) => {
      await rememberBooking(within(ctx, tx), first, { adopt: id });
      telling = applyBooking(ctx, second);
      await Promise.race([telling, untilWaiting(ctx.db, 1)]);
    });
    await telling;
    await applyBooking(ctx, first);

    expect(there()).toMatchObject([{ uid }]);
    expect(await readAppointment(ctx, ctx.db, id)).toMatchObject({
      status: "scheduled",
      syncState: "synced",
      calcomBookingId: uid,
    });
  });

  test("one is cancelled, even if both were noted as the appointment's", async () => {
    const { id, uid, twin } = await bookTwice();
    await business.ctx.db.insert(calcomBookings).values({
      tenantId: t(),
      appointmentId: id,
      uid: twin.uid,
      startTime: new Date(twin.start),
      endTime: new Date(twin.end),
      status: "accepted",
    });
    await compareWithCalcom(business.ctx);
    expect(there()).toMatchObject([{ uid }]);
    await compareWithCalcom(business.ctx);
    expect(await readAppointment(business.ctx, business.ctx.db, id)).toMatchObject({
      status: "scheduled",
      syncState: "synced",
      calcomBookingId: uid,
    });
  });
});
