import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { publicHolidays } from "@/server/db/schema";
import { createBusiness } from "@/test/factories";
import { localDay, localTime } from "@/test/local-time";
import { bookAppointment } from "../appointments/book-appointment";
import { findSlots } from "../availability/find-slots";
import { setActive } from "../catalog/set-active";
import { changeResource } from "../resources/change-resource";
import { createResource } from "../resources/create-resource";
import { listResources } from "../resources/list-resources";
import { addClosure } from "./add-closure";
import { changeBranch } from "./change-branch";
import { createBranch } from "./create-branch";
import { getBranch } from "./get-branch";
import { listBranchRows } from "./list-branch-rows";
import { listClosureAppointments } from "./list-closure-appointments";
import { listHoursOn } from "./list-hours-on";
import { listOutsideHours } from "./list-outside-hours";
import { removeClosure } from "./remove-closure";
import { setOpeningHours } from "./set-opening-hours";
import { setBranchSpecialHours } from "./set-special-hours";

type Business = Awaited<ReturnType<typeof createBusiness>>;

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const north = {
  name: "Nord",
  address: "Nordallee 48, 13158 Berlin",
  phone: "030 23125002",
  federalState: "BE",
  timeZone: "Europe/Berlin",
} as const;

async function freeTimes({ ctx, serviceId }: Business) {
  const slots = await findSlots(ctx, {
    serviceId,
    from: localTime(2, "00:00"),
    to: localTime(3, "00:00"),
    limit: 500,
  });
  return slots.length;
}

test("free times follow opening hours and closing days at once", async () => {
  const business = await createBusiness();
  const { ctx, branchId } = business;
  expect(await freeTimes(business)).toBe(39);
  const ranges = everyDay.flatMap((weekday) => [
    { weekday, from: "09:00", to: "10:00" },
    { weekday, from: "15:00", to: "16:00" },
  ]);
  await setOpeningHours(ctx, { branchId, version: 1, ranges });
  expect(await freeTimes(business)).toBe(6);
  const day = { fromDate: localDay(1), toDate: localDay(3), reason: "Betriebsferien" };
  const closure = await addClosure(ctx, { branchId, ...day });
  expect(await freeTimes(business)).toBe(0);
  await removeClosure(ctx, { branchId, closureId: closure.id });
  expect(await freeTimes(business)).toBe(6);
  await setActive(ctx, "branch", { id: branchId, version: 2, active: false });
  expect(await freeTimes(business)).toBe(0);
});

test("closing days keep the appointments in them in sight, before and after they are entered", async () => {
  const { ctx, branchId, serviceId } = await createBusiness();
  const booked = await bookAppointment(ctx, {
    serviceId,
    start: localTime(2, "17:30"),
    customer: { name: "Ada" },
    source: "dashboard",
  });
  const days = (day: number) => ({ branchId, fromDate: localDay(day), toDate: localDay(day) });
  expect(await listClosureAppointments(ctx, days(1))).toEqual([]);
  expect(await listClosureAppointments(ctx, days(2))).toMatchObject([
    { id: booked.id, staffName: "Person 1" },
  ]);
  await addClosure(ctx, { ...days(2), reason: null });
  await addClosure(ctx, { ...days(4), reason: null });
  const { closures } = await getBranch(ctx, branchId);
  expect(closures.map(({ appointments }) => appointments.map(({ id }) => id))).toEqual([[booked.id], []]);
});

test("one day has other hours, on a holiday too, until they are taken back; a closing day beats them", async () => {
  const business = await createBusiness();
  const { ctx, branchId } = business;
  const day = localDay(2);
  const short = { branchId, day, ranges: [{ from: "12:00", to: "14:00" }] };
  await setBranchSpecialHours(ctx, { ...short, version: 1 });
  expect((await getBranch(ctx, branchId)).specialHours).toEqual([{ day, from: "12:00", to: "14:00" }]);
  expect(await freeTimes(business)).toBe(7);
  await setOpeningHours(ctx, { branchId, version: 2, ranges: [] });
  expect(await freeTimes(business)).toBe(7);
  const closure = await addClosure(ctx, { branchId, fromDate: day, toDate: day, reason: null });
  expect(await freeTimes(business)).toBe(0);
  await removeClosure(ctx, { branchId, closureId: closure.id });
  expect(await freeTimes(business)).toBe(7);
  await setBranchSpecialHours(ctx, { branchId, day, ranges: [], version: 3 });
  expect(await freeTimes(business)).toBe(0);
  await expect(setBranchSpecialHours(ctx, { ...short, version: 3 })).rejects.toMatchObject({
    code: "branch.changed_meanwhile",
  });
});

test("a special day knows no overlaps and no times that are none", async () => {
  const { ctx, branchId } = await createBusiness();
  const set = (...ranges: { from: string; to: string }[]) =>
    setBranchSpecialHours(ctx, { branchId, version: 1, day: localDay(2), ranges });
  await expect(set({ from: "08:00", to: "12:00" }, { from: "11:00", to: "13:00" })).rejects.toMatchObject({
    issues: [{ path: ["ranges", 1, "from"], message: "range_overlap" }],
  });
  await expect(set({ from: "078:30", to: "12:00" })).rejects.toMatchObject({
    issues: expect.arrayContaining([
      expect.objectContaining({ path: ["ranges", 0, "from"], message: "time" }),
    ]),
  });
});

test("appointments outside the hours are listed before the hours are changed and after it, until dealt with", async () => {
  const { ctx, branchId, serviceId } = await createBusiness();
  const book = async (day: number, time: string) => {
    const start = localTime(day, time);
    const { id } = await bookAppointment(ctx, {
      ...{ serviceId, start, customer: { name: "Ada" } },
      source: "dashboard",
    });
    return id;
  };
  const [noon, evening] = [await book(2, "12:00"), await book(2, "17:30")];
  const later = await book(9, "17:30");
  const outside = async (change = {}) =>
    (await listOutsideHours(ctx, { branchId, ...change })).map(({ id }) => id);
  const week = everyDay.map((weekday) => ({ weekday, from: "09:00", to: "13:00" }));
  const special = (from: string, to: string) => ({ day: localDay(2), ranges: [{ from, to }] });

  expect(await outside()).toEqual([]);
  expect(await outside({ week })).toEqual([evening, later]);
  expect(await outside({ special: special("09:00", "13:00") })).toEqual([evening]);
  await setOpeningHours(ctx, { branchId, version: 1, ranges: week });
  expect(await outside()).toEqual([evening, later]);
  await setBranchSpecialHours(ctx, { branchId, version: 2, ...special("16:00", "18:00") });
  expect(await listOutsideHours(ctx, { branchId })).toMatchObject([
    { id: noon, day: localDay(2), special: true, staffName: "Person 1" },
    { id: later, day: localDay(9), special: false },
  ]);
  await addClosure(ctx, { branchId, fromDate: localDay(9), toDate: localDay(9), reason: null });
  expect(await outside()).toEqual([noon]);
});

test("a new branch has its Bundesland's holidays, its phone in one spelling, and no hours yet", async () => {
  const { ctx } = await createBusiness();
  await ctx.db
    .insert(publicHolidays)
    .values([
      { federalState: "SL", day: localDay(20), name: "Weltkindertag" },
      { federalState: "TH", day: localDay(21), name: "Fronleichnam" },
    ])
    .onDuplicateKeyUpdate({ set: { day: sql`VALUES(${publicHolidays.day})` } });
  const { id } = await createBranch(ctx, { ...north, federalState: "SL" });
  const branch = await getBranch(ctx, id);
  expect(branch).toMatchObject({
    phone: "+493023125002",
    openingHours: [],
    specialHours: [],
    closures: [],
    upcoming: 0,
  });
  const names = branch.holidays.map(({ name }) => name);
  expect(names).toContain("Weltkindertag");
  expect(names).not.toContain("Fronleichnam");
  expect((await listBranchRows(ctx)).find((row) => row.id === id)).toMatchObject({ weekdays: [], people: 0 });
});

test("the hours of one day are those that count on it", async () => {
  const { ctx, branchId } = await createBusiness();
  const set = (day: string, version: number, ranges: { from: string; to: string }[]) =>
    setBranchSpecialHours(ctx, { branchId, version, day, ranges });
  await set(localDay(6), 1, [{ from: "10:00", to: "12:30" }]);
  await addClosure(ctx, { branchId, fromDate: localDay(7), toDate: localDay(7), reason: "" });
  const on = async (days: number) => (await listHoursOn(ctx, { day: localDay(days) }))[0]?.openingHours;
  expect(await on(5)).toEqual([{ startsMinute: 480, endsMinute: 1080 }]);
  expect(await on(6)).toEqual([{ startsMinute: 600, endsMinute: 750 }]);
  expect(await on(7)).toEqual([]);
});

test("the second of two who change the same branch is told, a wrong zone or phone too", async () => {
  const { ctx, branchId } = await createBusiness();
  await changeBranch(ctx, { ...north, branchId, version: 1 });
  await expect(changeBranch(ctx, { ...north, name: "Süd", branchId, version: 1 })).rejects.toMatchObject({
    code: "branch.changed_meanwhile",
  });
  await expect(setOpeningHours(ctx, { branchId, version: 1, ranges: [] })).rejects.toMatchObject({
    code: "branch.changed_meanwhile",
  });
  await expect(createBranch(ctx, { ...north, timeZone: "Europe/Nirgendwo" })).rejects.toMatchObject({
    issues: [{ path: ["timeZone"], message: "time_zone" }],
  });
  await expect(createBranch(ctx, { ...north, phone: "030" })).rejects.toMatchObject({
    details: { fields: { phone: "phone" } },
  });
});

test("a room belongs to a branch of one's own and can be renamed and taken out of use", async () => {
  const [{ ctx, branchId }, theirs] = [await createBusiness(), await createBusiness()];
  await expect(createResource(ctx, { name: "Raum", branchId: theirs.branchId })).rejects.toMatchObject({
    code: "branch.not_found",
  });
  const { id } = await createResource(ctx, { name: " Raum 1 ", branchId });
  await changeResource(ctx, { resourceId: id, version: 1, name: "Ultraschall", branchId });
  await setActive(ctx, "resource", { id, version: 2, active: false });
  expect(await listResources(ctx)).toMatchObject([
    { id, name: "Ultraschall", branchName: "Mitte", active: false, serviceNames: [], version: 3 },
  ]);
});
