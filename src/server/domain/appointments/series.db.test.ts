import { and, count, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { SeriesEntry, Slot } from "@/contracts/appointments";
import { appointmentSeries, appointments, branchClosures, staffTimeCells } from "@/server/db/schema";
import { createBusiness, uniquePhone } from "@/test/factories";
import { localTime } from "@/test/local-time";
import { bookAppointment } from "./book-appointment";
import { bookSeries } from "./book-series";
import { findSeries } from "./find-series";

type Business = Awaited<ReturnType<typeof createBusiness>>;
const tenAm = localTime(2, "10:00");
const customer = () => ({ name: "Erika Beispiel", phone: uniquePhone() });
const wall = (instant: Date) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO("Europe/Berlin");
const week = (n: number) => new Date(wall(tenAm).add({ weeks: n }).epochMilliseconds);

const book = ({ ctx, serviceId }: Business, starts: Date[], more: { requestKey?: string } = {}) =>
  bookSeries(ctx, {
    serviceId,
    source: "phone",
    customer: customer(),
    slots: starts.map((start) => ({ start })),
    ...more,
  });

const countOf = async ({ ctx }: Business, table: typeof appointments | typeof staffTimeCells) => {
  const [row] = await ctx.db.select({ n: count() }).from(table).where(eq(table.tenantId, ctx.tenant.id));
  return row?.n;
};

describe("a series that is looked for", () => {
  test("keeps the time on the wall for six weeks, across the change of clocks too, with one person", async () => {
    const business = await createBusiness({ bookingWindowDays: 400 }, 2);
    const { ctx, serviceId } = business;
    const entries = await findSeries(ctx, { serviceId, start: tenAm, times: 20, everyWeeks: 2 });
    expect(entries).toHaveLength(20);
    expect(entries.every(({ available }) => available)).toBe(true);
    expect(new Set(entries.map(({ start }) => wall(start).toPlainTime().toString()))).toEqual(
      new Set(["10:00:00"]),
    );
    expect(new Set(entries.map(({ start }) => wall(start).offset)).size).toBe(2);
    expect(new Set(entries.map((entry) => entry.available && entry.slot.staffId)).size).toBe(1);
  });

  test("offers times nearby where a week is closed, by name", async () => {
    const business = await createBusiness();
    const { ctx, serviceId, branchId } = business;
    const day = wall(week(2)).toPlainDate().toString();
    await ctx.db.insert(branchClosures).values({
      tenantId: ctx.tenant.id,
      branchId,
      startsOn: day,
      endsOn: day,
      reason: "Betriebsausflug",
    });
    const entries = await findSeries(ctx, { serviceId, start: tenAm, times: 6 });
    expect(entries.map(({ available }) => available)).toEqual([true, true, false, true, true, true]);
    const closed = entries[2] as Extract<SeriesEntry, { available: false }>;
    expect(closed).toMatchObject({ reason: "closed", label: "Betriebsausflug" });
    expect(closed.alternatives.length).toBeGreaterThanOrEqual(2);
    // All but the closed day, and its first alternative, can be booked together.
    const chosen = entries.map((entry) => (entry.available ? entry.slot : (entry.alternatives[0] as Slot)));
    const { appointments: rows } = await bookSeries(ctx, {
      serviceId,
      source: "phone",
      customer: customer(),
      slots: chosen.map(({ start, staffId, branchId }) => ({ start, staffId, branchId })),
    });
    expect(rows.map(({ startTime }) => startTime)).toEqual(chosen.map(({ start }) => start));
  });
});

describe("a series that is booked", () => {
  test("is one series of scheduled appointments with one customer", async () => {
    const business = await createBusiness({}, 2);
    const { seriesId, appointments: rows } = await book(business, [0, 1, 2, 3, 4, 5].map(week));
    expect(rows).toHaveLength(6);
    expect(rows.every((row) => row.seriesId === seriesId && row.status === "scheduled")).toBe(true);
    expect(new Set(rows.map(({ customerId }) => customerId)).size).toBe(1);
  });

  test("is all or nothing: one taken time and there is no trace, but an alternative for it", async () => {
    const business = await createBusiness();
    const { ctx, serviceId } = business;
    await bookAppointment(ctx, { serviceId, start: week(3), source: "rest", customer: customer() });
    const before = [await countOf(business, appointments), await countOf(business, staffTimeCells)];
    const refusal = await book(business, [0, 1, 2, 3].map(week)).catch((error) => error);
    expect(refusal).toMatchObject({ code: "series.conflict", kind: "conflict" });
    expect(refusal.details.conflicts).toMatchObject([{ start: week(3), reason: "taken" }]);
    expect(refusal.details.conflicts[0].alternatives.length).toBeGreaterThanOrEqual(2);
    expect([await countOf(business, appointments), await countOf(business, staffTimeCells)]).toEqual(before);
  });

  test("never meets itself", async () => {
    const business = await createBusiness();
    const again = new Date(tenAm.getTime() + 900_000);
    await expect(book(business, [tenAm, again])).rejects.toMatchObject({ code: "series.conflict" });
    const two = await createBusiness({}, 2);
    const { appointments: rows } = await book(two, [tenAm, again]);
    expect(new Set(rows.map(({ staffId }) => staffId)).size).toBe(2);
  });

  test("asked for twice, at once or again, is one series", async () => {
    const business = await createBusiness({}, 2);
    const starts = [0, 1, 2].map(week);
    const results = await Promise.all(
      Array.from({ length: 8 }, () => book(business, starts, { requestKey: "call-1:series" })),
    );
    expect(new Set(results.map(({ seriesId }) => seriesId)).size).toBe(1);
    expect(await countOf(business, appointments)).toBe(3);
    const [rows] = await business.ctx.db
      .select({ n: count() })
      .from(appointmentSeries)
      .where(eq(appointmentSeries.tenantId, business.ctx.tenant.id));
    expect(rows?.n).toBe(1);
  });

  test("and others that want the same weeks never overlap and never deadlock", async () => {
    const business = await createBusiness({}, 2);
    const orders = [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [2, 0, 3, 1],
      [1, 3],
    ];
    const results = await Promise.allSettled(
      Array.from({ length: 12 }, (_, i) => book(business, (orders[i % 4] as number[]).map(week))),
    );
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "series.conflict" });
    const booked = results.filter(({ status }) => status === "fulfilled").length;
    expect(booked).toBeGreaterThanOrEqual(2);
    const perWeek = await business.ctx.db
      .select({ start: appointments.startTime, n: count() })
      .from(appointments)
      .where(and(eq(appointments.tenantId, business.ctx.tenant.id), eq(appointments.status, "scheduled")))
      .groupBy(appointments.startTime);
    expect(perWeek.every(({ n }) => n <= 2)).toBe(true);
  });

  test("with Cal.com as calendar is refused clearly: nobody could promise all or nothing", async () => {
    const business = await createBusiness({ calendarSource: "calcom" });
    await expect(book(business, [0, 1].map(week))).rejects.toMatchObject({
      code: "series.calendar_unsupported",
    });
  });
});
