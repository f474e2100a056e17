import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events, staff } from "@/server/db/schema";
import { as, createBusiness } from "@/test/factories";
import { localDay, localTime } from "@/test/local-time";
import { bookAppointment } from "../appointments/book-appointment";
import { findSlots } from "../availability/find-slots";
import { setActive } from "../catalog/set-active";
import { addTimeOff } from "./add-time-off";
import { changeQualifications } from "./change-qualifications";
import { changeStaffMember } from "./change-staff-member";
import { createStaffMember } from "./create-staff-member";
import { getStaffMember } from "./get-staff-member";
import { listAbsenceAppointments } from "./list-absence-appointments";
import { listStaffMembers } from "./list-staff-members";
import { removeTimeOff } from "./remove-time-off";
import { setSpecialHours } from "./set-special-hours";
import { setWorkingHours } from "./set-working-hours";

type Business = Awaited<ReturnType<typeof createBusiness>>;

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const week = (branchId: number, from: string, to: string) =>
  everyDay.map((weekday) => ({ weekday, branchId, from, to }));

/** The times on the wall that can be booked in two days, first and last. */
async function freeTimes({ ctx, serviceId }: Business, staffId?: number) {
  const slots = await findSlots(ctx, {
    serviceId,
    staffId,
    from: localTime(2, "00:00"),
    to: localTime(3, "00:00"),
    limit: 500,
  });
  const clock = new Intl.DateTimeFormat("de", { timeStyle: "short", timeZone: "Europe/Berlin" });
  const times = slots.map(({ start }) => clock.format(start));
  return times.length === 0 ? "none" : `${times[0]}–${times.at(-1)}`;
}

const versionOf = async ({ ctx }: Business, staffId: number) => (await getStaffMember(ctx, staffId)).version;

describe("free times follow at once", () => {
  test("somebody new: bookable as soon as they are qualified and have hours", async () => {
    const business = await createBusiness();
    const { ctx, branchId, serviceId } = business;
    const { id } = await createStaffMember(ctx, {
      name: "  Nora Neu ",
      email: "nora@example.test",
      phone: "0176 / 1234 5678",
      homeBranchId: branchId,
      serviceIds: [serviceId],
    });
    expect(await getStaffMember(ctx, id)).toMatchObject({ name: "Nora Neu", phone: "+4917612345678" });
    expect(await freeTimes(business, id)).toBe("none");
    await setWorkingHours(ctx, { staffId: id, version: 1, ranges: week(branchId, "09:00", "11:00") });
    expect(await freeTimes(business, id)).toBe("09:00–10:30");
    await changeQualifications(ctx, { staffId: id, version: 2, serviceIds: [] });
    expect(await freeTimes(business, id)).toBe("none");
  });

  test("other hours, a day off, some hours off, back again, gone", async () => {
    const business = await createBusiness();
    const { ctx, branchId, staffIds } = business;
    const staffId = staffIds[0] as number;
    expect(await freeTimes(business)).toBe("08:00–17:30");
    await setWorkingHours(ctx, { staffId, version: 1, ranges: week(branchId, "10:00", "16:00") });
    expect(await freeTimes(business)).toBe("10:00–15:30");
    const days = { fromDate: localDay(2), toDate: localDay(2), reason: null };
    const off = await addTimeOff(ctx, { staffId, ...days, times: null });
    expect(await freeTimes(business)).toBe("none");
    await removeTimeOff(ctx, { staffId, timeOffId: off.id });
    await addTimeOff(ctx, { staffId, ...days, times: { from: "10:00", to: "14:00" } });
    expect(await freeTimes(business)).toBe("14:00–15:30");
    await setActive(ctx, "staff", { id: staffId, version: 2, active: false });
    expect(await freeTimes(business)).toBe("none");
  });
});

describe("what is refused", () => {
  test("overlapping hours, a wrong phone, an end before the start", async () => {
    const { ctx, branchId, staffIds } = await createBusiness();
    const staffId = staffIds[0] as number;
    const range = { weekday: 1, branchId, from: "08:00", to: "12:00" };
    await expect(
      setWorkingHours(ctx, {
        staffId,
        version: 1,
        ranges: [range, { ...range, from: "11:00", to: "13:00" }],
      }),
    ).rejects.toMatchObject({ issues: [{ path: ["ranges", 1, "from"], message: "range_overlap" }] });
    const person = { name: "Nora", email: null, homeBranchId: branchId, serviceIds: [] };
    await expect(createStaffMember(ctx, { ...person, phone: "12" })).rejects.toMatchObject({
      details: { fields: { phone: "phone" } },
    });
    const times = { from: "12:00", to: "10:00" };
    await expect(
      addTimeOff(ctx, { staffId, fromDate: localDay(1), toDate: localDay(1), times, reason: null }),
    ).rejects.toMatchObject({ issues: [{ path: ["times", "to"], message: "range_order" }] });
  });

  test("the second of two who changed the same hours from the same state; the first one's stay", async () => {
    const business = await createBusiness();
    const { ctx, branchId, staffIds } = business;
    const staffId = staffIds[0] as number;
    const results = await Promise.allSettled(
      ["09:00", "10:00"].map((from) =>
        setWorkingHours(ctx, { staffId, version: 1, ranges: week(branchId, from, "12:00") }),
      ),
    );
    const lost = results.filter((result) => result.status === "rejected");
    expect(lost.map(({ reason }) => reason.code)).toEqual(["staff.changed_meanwhile"]);
    const { workingHours } = await getStaffMember(ctx, staffId);
    expect(workingHours).toHaveLength(7);
    expect(new Set(workingHours.map(({ from }) => from)).size).toBe(1);
  });

  test("branches and services of somebody else, and people who may only read", async () => {
    const [mine, theirs] = [await createBusiness(), await createBusiness()];
    const { ctx, branchId, staffIds } = mine;
    const staffId = staffIds[0] as number;
    const person = { name: "Nora", email: null, phone: null, homeBranchId: branchId, serviceIds: [] };
    await expect(createStaffMember(ctx, { ...person, homeBranchId: theirs.branchId })).rejects.toMatchObject({
      code: "branch.not_found",
    });
    await expect(
      setWorkingHours(ctx, { staffId, version: 1, ranges: week(theirs.branchId, "09:00", "10:00") }),
    ).rejects.toMatchObject({ code: "branch.not_found" });
    await expect(
      changeQualifications(ctx, { staffId, version: 1, serviceIds: [theirs.serviceId] }),
    ).rejects.toMatchObject({ code: "service.not_found" });
    const counter = as(ctx, { type: "user", userId: 1, role: "staff" });
    await expect(createStaffMember(counter, person)).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("time off keeps its appointments in sight until they are dealt with", async () => {
  const business = await createBusiness({}, 2);
  const { ctx, serviceId, staffIds } = business;
  const [staffId, other] = staffIds as [number, number];
  const book = (id: number, time: string) =>
    bookAppointment(ctx, {
      serviceId,
      staffId: id,
      start: localTime(2, time),
      customer: { name: "Ada" },
      source: "dashboard",
    });
  const inside = await book(staffId, "09:00");
  await book(staffId, "14:00");
  await book(other, "09:00");
  const absence = {
    staffId,
    fromDate: localDay(2),
    toDate: localDay(2),
    times: { from: "08:00", to: "12:00" },
  };
  const ahead = await listAbsenceAppointments(ctx, absence);
  expect(ahead).toMatchObject([{ id: inside.id, name: "Ada", serviceName: "Massage" }]);
  await addTimeOff(ctx, { ...absence, reason: "Fortbildung" });
  expect(await getStaffMember(ctx, staffId)).toMatchObject({
    upcoming: 2,
    timeOff: [{ reason: "Fortbildung", appointments: [{ id: inside.id }] }],
  });
});

test("a day with other hours replaces the weekly ones until it is taken back", async () => {
  const business = await createBusiness();
  const { ctx, branchId, staffIds } = business;
  const staffId = staffIds[0] as number;
  await setSpecialHours(ctx, {
    staffId,
    version: 1,
    day: localDay(2),
    ranges: [{ branchId, from: "12:00", to: "14:00" }],
  });
  expect((await getStaffMember(ctx, staffId)).specialHours).toEqual([
    { day: localDay(2), branchId, from: "12:00", to: "14:00" },
  ]);
  expect(await freeTimes(business)).toBe("12:00–13:30");
  await setSpecialHours(ctx, { staffId, version: 2, day: localDay(2), ranges: [] });
  expect(await freeTimes(business)).toBe("08:00–17:30");
  expect((await getStaffMember(ctx, staffId)).specialHours).toEqual([]);
});

test("a change names its fields in the audit trail and nothing of the person; without one there is none", async () => {
  const business = await createBusiness();
  const { ctx, branchId, staffIds } = business;
  const staffId = staffIds[0] as number;
  const values = { name: "Person 1", email: null, phone: null, homeBranchId: branchId };
  await changeStaffMember(ctx, { staffId, version: 1, ...values });
  await changeStaffMember(ctx, { staffId, version: 1, ...values, name: "Petra", email: "p@example.test" });
  const rows = await ctx.db
    .select({ type: events.type, data: events.data })
    .from(events)
    .where(eq(events.tenantId, ctx.tenant.id));
  expect(rows).toEqual([{ type: "staff.changed", data: { fields: ["name", "email"], changes: [] } }]);
  expect(await versionOf(business, staffId)).toBe(2);
});

test("the team's list says who works when and who is away", async () => {
  const { ctx, branchId, staffIds } = await createBusiness({}, 2);
  const [staffId, gone] = staffIds as [number, number];
  await addTimeOff(ctx, { staffId, fromDate: localDay(0), toDate: localDay(1), times: null, reason: null });
  await ctx.db.update(staff).set({ active: false }).where(eq(staff.id, gone));
  expect(await listStaffMembers(ctx)).toMatchObject([
    {
      id: staffId,
      services: 1,
      weekdays: everyDay,
      branchName: "Mitte",
      homeBranchId: branchId,
      awayUntil: localTime(2, "00:00"),
    },
    { id: gone, active: false },
  ]);
});
