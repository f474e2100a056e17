import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { branchClosures, branches, events, openingHours, staffSpecialHours } from "@/server/db/schema";
import { createBusiness } from "@/test/factories";
import { bookAppointment } from "./book-appointment";
import { listCalendar } from "./list-calendar";
import { moveAppointment } from "./move-appointment";

const dayMs = 86_400_000;
const day = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
const at = (days: number, time: string) => new Date(`${day(days)}T${time}:00Z`);

describe("a move to another branch", () => {
  /** "Nord" beside "Mitte"; the first person works in both, in turns through the day, the second in "Mitte" only. */
  async function twoBranches() {
    const made = await createBusiness({ timeZone: "UTC" }, 2);
    const { ctx, branchId: mitte, serviceId, staffIds } = made;
    const tenantId = ctx.tenant.id;
    const [{ id: nord }] = (await ctx.db
      .insert(branches)
      .values({ tenantId, name: "Nord", federalState: "BE", timeZone: "UTC" })
      .$returningId()) as [{ id: number }];
    const everyDay = [1, 2, 3, 4, 5, 6, 7];
    const hours = { startsMinute: 480, endsMinute: 1080 };
    await ctx.db
      .insert(openingHours)
      .values(everyDay.map((weekday) => ({ tenantId, branchId: nord, weekday, ...hours })));
    const [both, onlyMitte] = staffIds as [number, number];
    await ctx.db.insert(staffSpecialHours).values([
      { tenantId, staffId: both, branchId: mitte, day: day(3), startsMinute: 480, endsMinute: 720 },
      { tenantId, staffId: both, branchId: nord, day: day(3), startsMinute: 720, endsMinute: 1080 },
    ]);
    const bookWith = (staffId: number, time: string) =>
      bookAppointment(ctx, {
        serviceId,
        staffId,
        branchId: mitte,
        start: at(3, time),
        customer: { name: "Ada Lovelace" },
        source: "dashboard",
      });
    return { ctx, mitte, nord, both, onlyMitte, bookWith };
  }

  test("happens where the person works there at that time, and is remembered with both branches", async () => {
    const { ctx, mitte, nord, both, bookWith } = await twoBranches();
    const { id } = await bookWith(both, "09:00");
    const moved = await moveAppointment(ctx, { appointmentId: id, start: at(3, "13:00"), branchId: nord });
    expect(moved).toMatchObject({ branchId: nord, staffId: both, startTime: at(3, "13:00") });
    const [event] = await ctx.db
      .select({ data: events.data })
      .from(events)
      .where(and(eq(events.tenantId, ctx.tenant.id), eq(events.type, "appointment.moved")));
    expect(event?.data).toMatchObject({ fromBranchId: mitte, toBranchId: nord });
    const [shown] = (await listCalendar(ctx, { fromDate: day(3), days: 1 })).appointments;
    expect(shown).toMatchObject({ id, branchId: nord });
  });

  test("is refused where the person does not work, even at the same time, and changes nothing", async () => {
    const { ctx, mitte, nord, onlyMitte, bookWith } = await twoBranches();
    const { id } = await bookWith(onlyMitte, "09:00");
    await expect(
      moveAppointment(ctx, { appointmentId: id, start: at(3, "09:00"), branchId: nord }),
    ).rejects.toMatchObject({ code: "appointment.staff_off" });
    const [shown] = (await listCalendar(ctx, { fromDate: day(3), days: 1 })).appointments;
    expect(shown).toMatchObject({ id, branchId: mitte, startMinute: 540 });
  });

  test("never reaches a branch of another business", async () => {
    const stranger = await createBusiness({ timeZone: "UTC" });
    const { ctx, both, bookWith } = await twoBranches();
    const { id } = await bookWith(both, "09:00");
    await expect(
      moveAppointment(ctx, { appointmentId: id, start: at(3, "10:00"), branchId: stranger.branchId }),
    ).rejects.toMatchObject({ code: "branch.not_found" });
  });

  test("the calendar tells each branch's own opening", async () => {
    const { ctx, mitte, nord } = await twoBranches();
    const tenantId = ctx.tenant.id;
    await ctx.db
      .insert(branchClosures)
      .values({ tenantId, branchId: nord, startsOn: day(3), endsOn: day(3), reason: "Umbau" });
    const { days } = await listCalendar(ctx, { fromDate: day(3), days: 1 });
    expect(days[0]?.branches).toMatchObject([
      { branchId: mitte, allClosed: false, open: [{ startsMinute: 480, endsMinute: 1080 }] },
      { branchId: nord, allClosed: true, open: [], closed: [{ label: "Umbau" }] },
    ]);
  });
});
