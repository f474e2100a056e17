import { expect, test } from "vitest";
import { mondayOf } from "@/lib/plain-date";
import { appointments, branchClosures } from "@/server/db/schema";
import { createBusiness } from "@/test/factories";
import { listMonth } from "./list-month";

test("counts what occupies time per day on the wall of the business, also where the clocks change", async () => {
  const { ctx, branchId, serviceId, staffIds } = await createBusiness({ timeZone: "Europe/Berlin" }, 2);
  const add = (start: string, staffId = staffIds[0], status: "scheduled" | "cancelled" = "scheduled") => ({
    tenantId: ctx.tenant.id,
    serviceId,
    branchId,
    staffId,
    startTime: new Date(start),
    endTime: new Date(Date.parse(start) + 1_800_000),
    status,
    source: "rest" as const,
  });
  await ctx.db.insert(appointments).values([
    // Half past eleven at night in Berlin, still the 27th; and half past midnight on the day that has 23 hours.
    add("2027-03-27T22:30:00Z"),
    add("2027-03-27T23:30:00Z"),
    add("2027-03-28T21:30:00Z", staffIds[1]),
    add("2027-03-28T22:30:00Z"),
    add("2027-03-28T10:00:00Z", staffIds[0], "cancelled"),
  ]);
  await ctx.db.insert(branchClosures).values({
    tenantId: ctx.tenant.id,
    branchId,
    startsOn: "2027-03-29",
    endsOn: "2027-03-29",
    reason: "Umzug",
  });
  const request = { fromDate: mondayOf("2027-03-01"), weeks: 5 };
  const { days } = await listMonth(ctx, request);
  expect(days).toHaveLength(35);
  const counts = (shown: typeof days) => shown.filter(({ count }) => count > 0).map((d) => [d.date, d.count]);
  expect(counts(days)).toEqual([
    ["2027-03-27", 1],
    ["2027-03-28", 2],
    ["2027-03-29", 1],
  ]);
  expect(days.find(({ date }) => date === "2027-03-29")).toMatchObject({
    allClosed: true,
    closed: [{ label: "Umzug" }],
  });
  expect(counts((await listMonth(ctx, { ...request, staffId: staffIds[1] })).days)).toEqual([
    ["2027-03-28", 1],
  ]);
});

test("another business's branch is not there, and its appointments are not counted", async () => {
  const [mine, other] = [await createBusiness(), await createBusiness()];
  await other.ctx.db.insert(appointments).values({
    tenantId: other.ctx.tenant.id,
    serviceId: other.serviceId,
    branchId: other.branchId,
    startTime: new Date("2027-03-10T10:00:00Z"),
    endTime: new Date("2027-03-10T11:00:00Z"),
    status: "scheduled",
    source: "rest",
  });
  const request = { fromDate: "2027-03-01", weeks: 4 };
  expect((await listMonth(mine.ctx, request)).days.every(({ count }) => count === 0)).toBe(true);
  await expect(listMonth(mine.ctx, { ...request, branchId: other.branchId })).rejects.toMatchObject({
    code: "branch.not_found",
  });
});
