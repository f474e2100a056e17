import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
  branchClosures,
  branches,
  branchSpecialHours,
  openingHours,
  staffServices,
  staffTimeOff,
  staffWorkingHours,
} from "@/server/db/schema";
import { createBusiness } from "@/test/factories";
import { bookAppointment } from "./book-appointment";
import { cancelAppointment } from "./cancel-appointment";
import { findFreeTimes } from "./find-free-times";
import { getWishedSlot } from "./get-wished-slot";
import { moveAppointment } from "./move-appointment";
import { readQuickEntry } from "./read-quick-entry";

const dayMs = 86_400_000;
const day = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
const at = (days: number, time: string) => new Date(`${day(days)}T${time}:00Z`);

async function business(people = 1) {
  const made = await createBusiness({ timeZone: "UTC" }, people);
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

describe("free times", () => {
  test("of an appointment that moves include what overlaps its own time, but not that time itself", async () => {
    const { ctx, book, staffIds } = await business();
    const { id } = await book(at(3, "09:00"));
    const other = await book(at(3, "10:00"));
    const times = async () => {
      const found = await findFreeTimes(ctx, {
        wish: { movingAppointmentId: id },
        staffId: staffIds[0],
        fromDate: day(3),
      });
      return found.days[0]?.slots.map(({ start }) => start.toISOString().slice(11, 16)) ?? [];
    };
    expect(await times()).toContain("09:15");
    expect(await times()).not.toContain("09:00");
    expect(await times()).not.toContain(other.startTime.toISOString().slice(11, 16));
  });

  test("say where to look when a week has none", async () => {
    const { ctx, branchId, serviceId } = await business();
    await ctx.db.insert(branchClosures).values({
      tenantId: ctx.tenant.id,
      branchId,
      startsOn: day(1),
      endsOn: day(9),
      reason: null,
    });
    const { days, next } = await findFreeTimes(ctx, { wish: { serviceId }, fromDate: day(2) });
    expect(days.flatMap(({ slots }) => slots)).toEqual([]);
    expect(next?.date).toBe(day(10));
  });

  test("are refused for what is cancelled", async () => {
    const { ctx, book } = await business();
    const { id } = await book(at(3, "09:00"));
    await cancelAppointment(ctx, { appointmentId: id });
    await expect(
      findFreeTimes(ctx, { wish: { movingAppointmentId: id }, fromDate: day(3) }),
    ).rejects.toMatchObject({ code: "appointment.not_movable" });
  });
});

describe("a day without a free time", () => {
  const reasons = async (
    request: Parameters<typeof findFreeTimes>[1],
    ctx: Parameters<typeof findFreeTimes>[0],
  ) => (await findFreeTimes(ctx, request)).days.map(({ empty }) => empty);

  test("says who is away, and that what is closed is closed", async () => {
    const { ctx, branchId, serviceId, staffIds } = await business();
    const tenantId = ctx.tenant.id;
    await ctx.db.insert(staffTimeOff).values({
      tenantId,
      staffId: staffIds[0] as number,
      startsAt: at(2, "00:00"),
      endsAt: at(3, "00:00"),
      reason: "Urlaub",
    });
    const closed = { startsOn: day(3), endsOn: day(3), reason: "Betriebsausflug" };
    await ctx.db.insert(branchClosures).values({ tenantId, branchId, ...closed });
    expect(await reasons({ wish: { serviceId }, fromDate: day(2) }, ctx)).toEqual([
      { reason: "staff_away" },
      { reason: "closed", label: "Betriebsausflug" },
      ...Array(5).fill(null),
    ]);
  });

  test("is past, taken, or not a day of this person", async () => {
    const { ctx, serviceId, staffIds, book } = await business(2);
    const [full, elsewhere] = staffIds as [number, number];
    for (let half = 0; half < 20; half++) {
      const minutes = 480 + half * 30;
      const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0"));
      await book(at(2, clock.join(":")), full);
    }
    await ctx.db.delete(staffWorkingHours).where(eq(staffWorkingHours.staffId, elsewhere));
    const one = { wish: { serviceId }, fromDate: day(2) };
    expect((await reasons({ ...one, staffId: full }, ctx))[0]).toEqual({ reason: "taken" });
    expect((await reasons({ ...one, staffId: elsewhere }, ctx))[0]).toEqual({ reason: "staff_off" });
    expect((await reasons({ ...one, fromDate: day(-2) }, ctx))[0]).toEqual({ reason: "past" });
    await ctx.db.delete(staffServices).where(eq(staffServices.staffId, full));
    expect((await reasons({ ...one, staffId: full }, ctx))[0]).toEqual({ reason: "staff_not_qualified" });
  });

  test("leaves too little room", async () => {
    const { ctx, serviceId } = await business();
    await ctx.db
      .update(openingHours)
      .set({ startsMinute: 600, endsMinute: 615 })
      .where(eq(openingHours.tenantId, ctx.tenant.id));
    expect((await reasons({ wish: { serviceId }, fromDate: day(2) }, ctx))[0]).toEqual({
      reason: "too_short",
    });
  });
});

describe("an appointment that moves", () => {
  /** Two branches, with one person in each. */
  async function twoBranches() {
    const made = await business(2);
    const { ctx, staffIds } = made;
    const tenantId = ctx.tenant.id;
    const [{ id: nord }] = (await ctx.db
      .insert(branches)
      .values({ tenantId, name: "Nord", federalState: "BE", timeZone: "UTC" })
      .$returningId()) as [{ id: number }];
    const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startsMinute: 480, endsMinute: 1080 }));
    await ctx.db.insert(openingHours).values(week.map((hours) => ({ tenantId, branchId: nord, ...hours })));
    const [here, there] = staffIds as [number, number];
    await ctx.db
      .update(staffWorkingHours)
      .set({ branchId: nord })
      .where(eq(staffWorkingHours.staffId, there));
    return { ...made, nord, here, there };
  }

  test("is offered free times of another branch only when that branch is asked for", async () => {
    const { ctx, nord, here, there, book } = await twoBranches();
    const { id } = await book(at(3, "09:00"), here);
    const offered = async (more: { staffId: number; branchId?: number }) => {
      const asked = { wish: { movingAppointmentId: id }, fromDate: day(3), ...more };
      const [first] = (await findFreeTimes(ctx, asked)).days;
      return { branches: [...new Set(first?.slots.map((slot) => slot.branchId))], empty: first?.empty };
    };
    expect(await offered({ staffId: there })).toEqual({ branches: [], empty: { reason: "staff_off" } });
    expect(await offered({ staffId: there, branchId: nord })).toEqual({ branches: [nord], empty: null });
    const moved = await moveAppointment(ctx, {
      appointmentId: id,
      start: at(3, "09:00"),
      staffId: there,
      branchId: nord,
    });
    expect(moved).toMatchObject({ staffId: there, branchId: nord });
  });
});

describe("a time that somebody names", () => {
  test("is judged on every five minutes, not only those of the list", async () => {
    const { ctx, serviceId, branchId, staffIds } = await business();
    const wish = { wish: { serviceId }, date: day(3) };
    expect(await getWishedSlot(ctx, { ...wish, time: "09:05" })).toMatchObject({
      start: at(3, "09:05"),
      staffId: staffIds[0],
      branchId,
    });
    await expect(getWishedSlot(ctx, { ...wish, time: "07:55" })).rejects.toMatchObject({
      code: "appointment.closed",
    });
  });

  test("of what moves may overlap its own, keeps its length, and is refused with what is free instead", async () => {
    const { ctx, book } = await business();
    const { id } = await book(at(3, "09:00"));
    await book(at(3, "10:00"));
    const wish = { wish: { movingAppointmentId: id }, date: day(3) };
    expect(await getWishedSlot(ctx, { ...wish, time: "09:20" })).toMatchObject({ end: at(3, "09:50") });
    const refused = await getWishedSlot(ctx, { ...wish, time: "09:45" }).catch((error) => error);
    expect(refused).toMatchObject({ code: "appointment.slot_taken" });
    expect(refused.details.alternatives).not.toHaveLength(0);
  });

  test("is one of the branch's wall", async () => {
    const { ctx, serviceId, branchId } = await business();
    await ctx.db.update(branches).set({ timeZone: "Asia/Tokyo" }).where(eq(branches.id, branchId));
    const slot = await getWishedSlot(ctx, { wish: { serviceId }, branchId, date: day(3), time: "09:00" });
    expect(slot.start).toEqual(at(3, "00:00"));
  });
});

test("a line at the counter goes by the hours of its day", async () => {
  const { ctx, branchId } = await business();
  const date = new Date(`${day(5)}T12:00:00Z`).toLocaleDateString("de", { day: "numeric", month: "numeric" });
  const read = async () =>
    (await readQuickEntry(ctx, { text: `${date}. um acht`, branchId, language: "de" })).time;
  expect(await read()).toMatchObject({ kind: "instant", start: at(5, "08:00") });
  const evening = { startsMinute: 900, endsMinute: 1260 };
  await ctx.db
    .insert(branchSpecialHours)
    .values({ tenantId: ctx.tenant.id, branchId, day: day(5), ...evening });
  expect(await read()).toMatchObject({ kind: "instant", start: at(5, "20:00") });
});
