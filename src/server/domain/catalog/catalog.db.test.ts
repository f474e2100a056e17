import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { branchClosures, branchSpecialHours, publicHolidays, services, staff } from "@/server/db/schema";
import { createBusiness } from "@/test/factories";
import { localDay, localTime } from "@/test/local-time";
import { matchBranch, matchService, matchStaff } from "./match-spoken";
import { getOpeningHours, getOpeningState } from "./opening-hours";
import { listBranches, listServices, listStaff } from "./queries";

test("services, staff and branches are this tenant's active ones, and found by what a caller says", async () => {
  const [mine, theirs] = [await createBusiness({}, 2), await createBusiness()];
  const { ctx, serviceId, branchId, staffIds } = mine;
  const gone = { tenantId: ctx.tenant.id, name: "Alt", active: false };
  await ctx.db.insert(services).values({ ...gone, durationMinutes: 30, synonyms: [] });
  await ctx.db.insert(staff).values(gone);
  expect(await listServices(ctx)).toMatchObject([{ id: serviceId, name: "Massage", synonyms: [] }]);
  expect(await listBranches(ctx)).toMatchObject([{ id: branchId, name: "Mitte" }]);
  expect(await listStaff(ctx)).toEqual(
    staffIds.map((id, i) => ({
      id,
      name: `Person ${i + 1}`,
      homeBranchId: branchId,
      serviceIds: [serviceId],
    })),
  );
  expect(await listStaff(ctx, { serviceId: theirs.serviceId })).toEqual([]);
  expect(await matchService(ctx, "eine Massage")).toMatchObject({ match: { id: serviceId } });
  expect(await matchService(ctx, "Alt")).toMatchObject({ candidates: [{ id: serviceId }] });
  expect(await matchStaff(ctx, "Person 2")).toMatchObject({ match: { id: staffIds[1] } });
  expect(await matchStaff(ctx, "Person")).toMatchObject({
    candidates: [{ id: staffIds[0] }, { id: staffIds[1] }],
  });
  expect(await matchBranch(ctx, "in der Filiale Mitte")).toMatchObject({ match: { id: branchId } });
});

test("opening days name their holidays and closures", async () => {
  const { ctx, branchId } = await createBusiness();
  const tenantId = ctx.tenant.id;
  await ctx.db
    .insert(branchClosures)
    .values({ tenantId, branchId, startsOn: localDay(1), endsOn: localDay(2), reason: "Umbau" });
  await ctx.db
    .insert(publicHolidays)
    .values({ federalState: "BE", day: localDay(3), name: "Feiertag" })
    .onDuplicateKeyUpdate({ set: { name: "Feiertag" } });
  const hours = await getOpeningHours(ctx, { branchId, from: localTime(0, "13:00"), days: 5 });
  await ctx.db.delete(publicHolidays).where(eq(publicHolidays.day, localDay(3)));
  const usual = [{ startsMinute: 480, endsMinute: 1080 }];
  expect(hours.week).toHaveLength(7);
  expect(hours.days.map(({ date, ranges, closed }) => ({ date, ranges, closed: closed?.label }))).toEqual([
    { date: localDay(0), ranges: usual, closed: undefined },
    { date: localDay(1), ranges: [], closed: "Umbau" },
    { date: localDay(2), ranges: [], closed: "Umbau" },
    { date: localDay(3), ranges: [], closed: "Feiertag" },
    { date: localDay(4), ranges: usual, closed: undefined },
  ]);
  expect(hours.exceptions).toHaveLength(2);
});

test("a special day has its own hours, and says so", async () => {
  const { ctx, branchId } = await createBusiness();
  const stretch = { startsMinute: 600, endsMinute: 840 };
  await ctx.db
    .insert(branchSpecialHours)
    .values({ tenantId: ctx.tenant.id, branchId, day: localDay(1), ...stretch });
  const { days } = await getOpeningHours(ctx, { branchId, from: localTime(0, "13:00"), days: 2 });
  expect(days).toMatchObject([{ special: false }, { special: true, ranges: [stretch] }]);
  expect(await getOpeningState(ctx, branchId, localTime(1, "15:00"))).toEqual({
    open: false,
    changesAt: localTime(2, "08:00"),
  });
});

test("a branch knows whether it is open, and until or from when", async () => {
  const [{ ctx, branchId }, theirs] = [await createBusiness(), await createBusiness()];
  expect(await getOpeningState(ctx, branchId, localTime(1, "12:00"))).toEqual({
    open: true,
    changesAt: localTime(1, "18:00"),
  });
  expect(await getOpeningState(ctx, branchId, localTime(1, "18:00"))).toEqual({
    open: false,
    changesAt: localTime(2, "08:00"),
  });
  await ctx.db.insert(branchClosures).values({
    tenantId: ctx.tenant.id,
    branchId,
    startsOn: localDay(1),
    endsOn: localDay(1),
    reason: "Umbau",
  });
  expect(await getOpeningState(ctx, branchId, localTime(1, "12:00"))).toEqual({
    open: false,
    changesAt: localTime(2, "08:00"),
    label: "Umbau",
  });
  await expect(getOpeningState(ctx, theirs.branchId)).rejects.toMatchObject({ code: "branch.not_found" });
});
