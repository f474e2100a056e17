import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/mysql2";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { SlotCheck, SlotWish } from "@/contracts/appointments";
import { createPool } from "@/server/db/pool";
import { branchClosures, branches, publicHolidays, staffTimeOff } from "@/server/db/schema";
import { bookAppointment } from "@/server/domain/appointments/book-appointment";
import { workerDatabaseUrl } from "@/test/database";
import { as, createBusiness, uniquePhone } from "@/test/factories";
import { localDay, localTime } from "@/test/local-time";
import { checkSlot } from "./check-slot";
import { findSlots } from "./find-slots";

const tenAm = localTime(2, "10:00");
type Business = Awaited<ReturnType<typeof createBusiness>>;

const check = ({ ctx, serviceId }: Business, start = tenAm, more: Partial<SlotWish> = {}) =>
  checkSlot(ctx, { serviceId, start, ...more });
const refusal = (result: SlotCheck) =>
  result.available ? "available" : { reason: result.reason, label: result.label };
const book = ({ ctx, serviceId }: Business, start: Date, staffId?: number) =>
  bookAppointment(ctx, {
    serviceId,
    start,
    staffId,
    customer: { name: "Max", phone: uniquePhone() },
    source: "rest",
  });

describe("checking a time", () => {
  test("free gives the whole offer, and exactly that can be booked", async () => {
    const business = await createBusiness();
    const result = await check(business);
    expect(result).toEqual({
      available: true,
      slot: {
        start: tenAm,
        end: localTime(2, "10:30"),
        serviceId: business.serviceId,
        serviceName: "Massage",
        staffId: business.staffIds[0],
        staffName: "Person 1",
        furtherStaffIds: [],
        furtherStaffNames: [],
        resourceId: null,
        resourceName: null,
        branchId: business.branchId,
        branchName: "Mitte",
        timeZone: "Europe/Berlin",
        priceCents: 3900,
        calendarSource: "own",
        calcomEventTypeId: null,
      },
    });
    expect(await book(business, tenAm)).toMatchObject({ startTime: tenAm, staffId: business.staffIds[0] });
    expect(refusal(await check(business))).toEqual({ reason: "taken", label: undefined });
  });

  test("on a public holiday of the branch's Bundesland names it; the neighbour state is open", async () => {
    const [saxony, berlin] = [await createBusiness(), await createBusiness()];
    await saxony.ctx.db.update(branches).set({ federalState: "SN" }).where(eq(branches.id, saxony.branchId));
    await saxony.ctx.db
      .insert(publicHolidays)
      .values({ federalState: "SN", day: localDay(2), name: "Buß- und Bettag" })
      .onDuplicateKeyUpdate({ set: { name: "Buß- und Bettag" } });
    const result = await check(saxony);
    expect(refusal(result)).toEqual({ reason: "holiday", label: "Buß- und Bettag" });
    expect(result.available === false && result.alternatives[0]?.start).toEqual(localTime(3, "10:00"));
    expect(refusal(await check(berlin))).toBe("available");
    await expect(book(saxony, tenAm)).rejects.toMatchObject({
      code: "appointment.holiday",
      details: { reason: "holiday", label: "Buß- und Bettag" },
    });
  });

  test("in a closure gives its reason, in somebody's time off says so", async () => {
    const business = await createBusiness({}, 2);
    const { ctx, branchId, staffIds } = business;
    const tenantId = ctx.tenant.id;
    await ctx.db
      .insert(branchClosures)
      .values({ tenantId, branchId, startsOn: localDay(2), endsOn: localDay(3), reason: "Betriebsausflug" });
    await ctx.db.insert(staffTimeOff).values({
      tenantId,
      staffId: staffIds[0] as number,
      startsAt: localTime(4, "00:00"),
      endsAt: localTime(5, "00:00"),
    });
    expect(refusal(await check(business, localTime(3, "10:00")))).toEqual({
      reason: "closed",
      label: "Betriebsausflug",
    });
    const wish = { staffId: staffIds[0] };
    expect(refusal(await check(business, localTime(4, "10:00"), wish))).toMatchObject({
      reason: "staff_off",
    });
    expect(await check(business, localTime(4, "10:00"))).toMatchObject({
      available: true,
      slot: { staffId: staffIds[1] },
    });
    expect(refusal(await check(business, localTime(4, "19:00")))).toEqual({
      reason: "closed",
      label: undefined,
    });
  });

  test("a refused booking gives the same times instead as the check, in the first week or after it", async () => {
    const { ctx, serviceId, staffIds } = await createBusiness({}, 2);
    const staffId = staffIds[0] as number;
    for (const awayDays of [4, 12]) {
      await ctx.db.insert(staffTimeOff).values({
        tenantId: ctx.tenant.id,
        staffId,
        startsAt: localTime(2, "00:00"),
        endsAt: localTime(awayDays, "00:00"),
      });
      const wish = { serviceId, start: tenAm, staffId };
      const checked = await checkSlot(ctx, wish);
      if (checked.available) throw new Error("nobody is here");
      expect(checked.alternatives).toHaveLength(3);
      expect(checked.alternatives.every((slot) => slot.staffId === staffId)).toBe(true);
      const customer = { name: "Max", phone: uniquePhone() };
      await expect(bookAppointment(ctx, { ...wish, customer, source: "rest" })).rejects.toMatchObject({
        code: "appointment.staff_off",
        details: { alternatives: checked.alternatives },
      });
    }
  });

  test("applies notice and window to callers, not to the business itself", async () => {
    const business = await createBusiness({ minNoticeMinutes: 3 * 24 * 60, bookingWindowDays: 30 });
    expect(refusal(await check(business))).toMatchObject({ reason: "too_soon" });
    const far = await check(business, localTime(40, "10:00"));
    expect(far).toMatchObject({ available: false, reason: "too_far" });
    expect(far.available === false && far.alternatives).toHaveLength(3);
    expect(refusal(await check(business, localTime(-1, "10:00")))).toMatchObject({ reason: "past" });
    const counter = { ...business, ctx: as(business.ctx, { type: "user", userId: 1, role: "staff" }) };
    expect(refusal(await check(counter))).toBe("available");
    expect(refusal(await check(counter, localTime(40, "10:00")))).toBe("available");
    expect(refusal(await check(counter, localTime(-1, "10:00")))).toMatchObject({ reason: "past" });
  });

  test("stays at ten o'clock on the wall on both sides of a change of clocks", async () => {
    const business = await createBusiness({ bookingWindowDays: 400 });
    // The day before the change must not be over already.
    const change = Temporal.Now.zonedDateTimeISO("Europe/Berlin")
      .add({ days: 3 })
      .getTimeZoneTransition("next");
    const day = (change as Temporal.ZonedDateTime).toPlainDate();
    for (const days of [-1, 0, 1]) {
      const ten = day.add({ days }).toZonedDateTime({ timeZone: "Europe/Berlin", plainTime: "10:00" });
      const row = await book(business, new Date(ten.epochMilliseconds));
      expect(row.startTime.getTime()).toBe(ten.epochMilliseconds);
    }
    const open = day.toZonedDateTime({ timeZone: "Europe/Berlin", plainTime: "08:00" }).epochMilliseconds;
    const { ctx, serviceId } = business;
    const [first] = await findSlots(ctx, {
      serviceId,
      from: new Date(open - 3_600_000 * 6),
      to: new Date(open + 3_600_000),
    });
    expect(first?.start.getTime()).toBe(open);
  });
});

describe("finding times", () => {
  test("every one of them can be booked until none is left", async () => {
    const business = await createBusiness({ slotStepMinutes: 30 }, 2);
    const { ctx, serviceId } = business;
    const day = { serviceId, from: localTime(2, "00:00"), to: localTime(3, "00:00") };
    for (;;) {
      const [slot] = await findSlots(ctx, day);
      if (!slot) break;
      await book(business, slot.start, slot.staffId);
    }
    expect(refusal(await check(business))).toMatchObject({ reason: "taken" });
    expect((await findSlots(ctx, { ...day, to: localTime(4, "00:00") }))[0]?.start).toEqual(
      localTime(3, "08:00"),
    );
  });

  test("counts all of another appointment's own time, however far before the range it began", async () => {
    const business = await createBusiness();
    await book(business, localTime(2, "09:45"));
    const slots = await findSlots(business.ctx, {
      serviceId: business.serviceId,
      from: tenAm,
      to: localTime(2, "11:00"),
    });
    expect(slots.map((slot) => slot.start)).toEqual(["10:15", "10:30", "10:45"].map((t) => localTime(2, t)));
  });

  test("refuses a range that ends before it begins or spans more than two months", async () => {
    const { ctx, serviceId } = await createBusiness();
    for (const to of [tenAm, localTime(70, "10:00")]) {
      await expect(findSlots(ctx, { serviceId, from: tenAm, to })).rejects.toMatchObject({
        code: "availability.range_invalid",
      });
    }
  });
});

test("a check or a search takes two queries, however many people, days and appointments", async () => {
  const business = await createBusiness({ slotStepMinutes: 60 }, 6);
  for (const staffId of business.staffIds) {
    for (const days of [2, 3, 9]) await book(business, localTime(days, "11:00"), staffId);
  }
  let queries = 0;
  const pool = createPool(workerDatabaseUrl(), 5);
  const db = drizzle(pool, { logger: { logQuery: () => void queries++ } });
  const counted = { ...business, ctx: { ...business.ctx, db } };
  await check(counted, localTime(2, "11:00"));
  expect(queries).toBe(2);
  queries = 0;
  const { serviceId } = business;
  await findSlots(counted.ctx, {
    serviceId,
    from: localTime(1, "00:00"),
    to: localTime(60, "00:00"),
    limit: 2000,
  });
  expect(queries).toBe(2);
  queries = 0;
  await book(counted, localTime(4, "11:00"));
  expect(queries).toBeLessThanOrEqual(16);
  await pool.end();
});

test("another tenant's calendar is neither seen nor counted", async () => {
  const [mine, theirs] = [await createBusiness(), await createBusiness()];
  await book(theirs, tenAm);
  expect(refusal(await check(mine))).toBe("available");
  for (const [more, code] of [
    [{ serviceId: theirs.serviceId }, "service.not_found"],
    [{ branchId: theirs.branchId }, "branch.not_found"],
    [{ staffId: theirs.staffIds[0] }, "staff.not_found"],
  ] as const) {
    await expect(check(mine, tenAm, more)).rejects.toMatchObject({ code });
  }
});
