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
import { removeClosure } from "./remove-closure";
import { setOpeningHours } from "./set-opening-hours";

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
  expect(branch).toMatchObject({ phone: "+493023125002", openingHours: [], closures: [], upcoming: 0 });
  const names = branch.holidays.map(({ name }) => name);
  expect(names).toContain("Weltkindertag");
  expect(names).not.toContain("Fronleichnam");
  expect((await listBranchRows(ctx)).find((row) => row.id === id)).toMatchObject({ weekdays: [], people: 0 });
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
