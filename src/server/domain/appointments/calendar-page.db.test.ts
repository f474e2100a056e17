import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { weekdayOf } from "@/lib/plain-date";
import {
  appointments,
  branchClosures,
  branches,
  branchSpecialHours,
  openingHours,
  staffSpecialHours,
  staffTimeOff,
} from "@/server/db/schema";
import { createBusiness } from "@/test/factories";
import { bookAppointment } from "./book-appointment";
import { cancelAppointment } from "./cancel-appointment";
import { listAppointmentRows } from "./list-appointment-rows";
import { listCalendar } from "./list-calendar";
import { listHistory } from "./list-history";
import { moveAppointment } from "./move-appointment";

const dayMs = 86_400_000;
const day = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
const at = (days: number, time: string) => new Date(`${day(days)}T${time}:00Z`);

async function business() {
  const made = await createBusiness({ timeZone: "UTC" });
  const { ctx, serviceId, staffIds } = made;
  const book = (start: Date, staffId = staffIds[0]) =>
    bookAppointment(ctx, {
      serviceId,
      staffId,
      start,
      customer: { name: "Ada Lovelace" },
      source: "dashboard",
    });
  return { ...made, book };
}

describe("the calendar", () => {
  test("shows what occupies time in the days asked for, and nothing cancelled", async () => {
    const { ctx, book } = await business();
    const shown = await book(at(3, "09:00"));
    const cancelled = await book(at(3, "11:00"));
    await cancelAppointment(ctx, { appointmentId: cancelled.id });
    await book(at(5, "09:00"));
    const { appointments: items, complete } = await listCalendar(ctx, { fromDate: day(3), days: 2 });
    expect(complete).toBe(true);
    expect(items).toMatchObject([
      { id: shown.id, date: day(3), startMinute: 540, endMinute: 570, name: "Ada Lovelace" },
    ]);
  });

  test("counts days and minutes on the wall of the branch, not of the business", async () => {
    const { ctx, branchId, book } = await business();
    const { id } = await book(at(3, "17:30"));
    await ctx.db.update(branches).set({ timeZone: "Asia/Tokyo" }).where(eq(branches.id, branchId));
    const on = async (days: number) =>
      (await listCalendar(ctx, { fromDate: day(days), days: 1 })).appointments;
    expect(await on(3)).toEqual([]);
    expect(await on(4)).toMatchObject([{ id, date: day(4), startMinute: 150 }]);
  });

  test("names the branch that is closed, and opens only with those that are not", async () => {
    const { ctx, branchId } = await business();
    await ctx.db.insert(branchClosures).values({
      tenantId: ctx.tenant.id,
      branchId,
      startsOn: day(2),
      endsOn: day(2),
      reason: "Betriebsausflug",
    });
    const { days, openWeekdays } = await listCalendar(ctx, { fromDate: day(2), days: 2 });
    expect(days[0]).toMatchObject({
      open: [],
      allClosed: true,
      closed: [{ branchName: "Mitte", kind: "closure", label: "Betriebsausflug" }],
    });
    expect(openWeekdays).toHaveLength(7);
  });

  test("a day has the hours that count on it, and is shown although its weekday is closed", async () => {
    const { ctx, branchId } = await business();
    await ctx.db.delete(openingHours).where(eq(openingHours.tenantId, ctx.tenant.id));
    const stretch = { startsMinute: 600, endsMinute: 840 };
    await ctx.db
      .insert(branchSpecialHours)
      .values({ tenantId: ctx.tenant.id, branchId, day: day(2), ...stretch });
    const { days, openWeekdays } = await listCalendar(ctx, { fromDate: day(2), days: 2 });
    expect(days).toMatchObject([
      { open: [stretch], allClosed: false, closed: [] },
      { open: [], allClosed: false },
    ]);
    expect(openWeekdays).toEqual([weekdayOf(day(2))]);
  });

  test("says when each person works and is away on the wall, special hours before weekly ones", async () => {
    const { ctx, branchId, staffIds } = await createBusiness({ timeZone: "UTC" }, 2);
    const [working, away] = staffIds as [number, number];
    const tenantId = ctx.tenant.id;
    await ctx.db
      .insert(staffSpecialHours)
      .values({ tenantId, staffId: working, branchId, day: day(3), startsMinute: 600, endsMinute: 720 });
    await ctx.db
      .insert(staffTimeOff)
      .values({ tenantId, staffId: away, startsAt: at(2, "16:00"), endsAt: at(4, "00:00"), reason: "Krank" });
    const { days } = await listCalendar(ctx, { fromDate: day(2), days: 3 });
    const of = (staffId: number) =>
      days.map(({ staff }) => staff.find((person) => person.staffId === staffId));
    const usual = [{ startsMinute: 480, endsMinute: 1080 }];
    expect(of(working).map((person) => person?.work)).toEqual([
      usual,
      [{ startsMinute: 600, endsMinute: 720 }],
      usual,
    ]);
    expect(of(away)).toEqual([
      { staffId: away, work: usual, away: [{ startsMinute: 960, endsMinute: 1440 }], awayAllDay: false },
      { staffId: away, work: usual, away: [{ startsMinute: 0, endsMinute: 1440 }], awayAllDay: true },
      { staffId: away, work: usual, away: [], awayAllDay: false },
    ]);
    expect(JSON.stringify(days)).not.toContain("Krank");
  });

  test("knows nobody of another business", async () => {
    const other = await createBusiness({ timeZone: "UTC" });
    const { ctx, staffIds } = await business();
    const { days } = await listCalendar(ctx, { fromDate: day(2), days: 1 });
    expect(days[0]?.staff.map(({ staffId }) => staffId)).toEqual(staffIds);
    expect(staffIds).not.toContain(other.staffIds[0]);
  });
});

describe("the list", () => {
  test("pages forth and back through every row exactly once, in both orders", async () => {
    const { ctx, serviceId, branchId, staffIds } = await business();
    const tenantId = ctx.tenant.id;
    const rows = Array.from({ length: 120 }, (_, n) => {
      // Every third starts together with the one before: ids decide between them.
      const startTime = new Date(at(2, "00:00").getTime() + Math.floor(n / 3) * 2 * 3_600_000);
      const endTime = new Date(startTime.getTime() + 1_800_000);
      const status = "scheduled" as const;
      return {
        tenantId,
        serviceId,
        branchId,
        staffId: staffIds[0],
        startTime,
        endTime,
        status,
        source: "rest" as const,
      };
    });
    await ctx.db.insert(appointments).values(rows);
    for (const sort of ["startTime", "-startTime"] as const) {
      const forth: number[][] = [];
      let page = await listAppointmentRows(ctx, { sort });
      expect(page.previous).toBeNull();
      for (;;) {
        forth.push(page.rows.map(({ id }) => id));
        if (!page.next) break;
        page = await listAppointmentRows(ctx, { sort, cursor: page.next });
      }
      expect(forth.map((ids) => ids.length)).toEqual([50, 50, 20]);
      expect(new Set(forth.flat()).size).toBe(120);
      const back = [page.rows.map(({ id }) => id)];
      while (page.previous) {
        page = await listAppointmentRows(ctx, { sort, cursor: page.previous });
        back.unshift(page.rows.map(({ id }) => id));
      }
      expect(back).toEqual(forth);
    }
  });

  test("refuses a cursor that it never handed out", async () => {
    const { ctx } = await business();
    await expect(listAppointmentRows(ctx, { sort: "startTime", cursor: "'; --" })).rejects.toMatchObject({
      code: "appointment.cursor_invalid",
    });
  });
});

test("the history tells what happened in order, from when to when", async () => {
  const { ctx, book } = await business();
  const { id } = await book(at(3, "09:00"));
  await moveAppointment(ctx, { appointmentId: id, start: at(3, "12:00") });
  await cancelAppointment(ctx, { appointmentId: id });
  expect(await listHistory(ctx, id)).toMatchObject([
    { type: "appointment.booked", actor: "job", actorName: null, from: undefined },
    { type: "appointment.moved", from: { start: at(3, "09:00") }, to: { start: at(3, "12:00") } },
    { type: "appointment.cancelled" },
  ]);
});
