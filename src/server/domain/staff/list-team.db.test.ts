import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { staffColors } from "@/contracts/staff-colors";
import { branches, staff, staffWorkingHours } from "@/server/db/schema";
import { createBusiness } from "@/test/factories";
import { localDay } from "@/test/local-time";
import { setActive } from "../catalog/set-active";
import { createStaffMember } from "./create-staff-member";
import { getStaffMember } from "./get-staff-member";
import { listTeam } from "./list-team";
import { setSpecialHours } from "./set-special-hours";

type Business = Awaited<ReturnType<typeof createBusiness>>;

const colors = async ({ ctx }: Business) =>
  new Map((await listTeam(ctx)).map(({ id, color }) => [id, color]));

const hire = async ({ ctx, branchId, serviceId }: Business, name: string) =>
  (
    await createStaffMember(ctx, {
      name,
      email: "",
      phone: "",
      homeBranchId: branchId,
      serviceIds: [serviceId],
    })
  ).id;

test("a person keeps their colour, whoever comes, goes or is renamed", async () => {
  const business = await createBusiness({}, 3);
  const { ctx, staffIds } = business;
  const before = await colors(business);
  expect(new Set(before.values()).size).toBe(3);

  const first = await hire(business, "Aaron Erster");
  const [gone] = staffIds as [number];
  const { version } = await getStaffMember(ctx, gone);
  await setActive(ctx, "staff", { id: gone, active: false, version });
  await ctx.db
    .update(staff)
    .set({ name: "Zora Umbenannt" })
    .where(eq(staff.id, staffIds[1] as number));
  const after = await colors(business);
  expect(after.has(gone)).toBe(false);
  for (const id of staffIds.slice(1)) expect(after.get(id)).toBe(before.get(id));
  expect(after.get(first)).toBe(3);

  const second = await hire(business, "Bea Zweite");
  expect((await colors(business)).get(second), "of the one who left").toBe(before.get(gone));
});

test("colours are shared only when all are taken", async () => {
  const business = await createBusiness();
  for (let count = 1; count < staffColors; count++) await hire(business, `Person ${count}`);
  expect(new Set((await colors(business)).values()).size).toBe(staffColors);
  await hire(business, "Eine mehr");
  expect((await listTeam(business.ctx)).length).toBe(staffColors + 1);
});

test("people are listed with the branches they work in, on a single coming day too", async () => {
  const business = await createBusiness({}, 2);
  const { ctx, branchId, staffIds } = business;
  const [both, none] = staffIds as [number, number];
  const [{ id: nord }] = (await ctx.db
    .insert(branches)
    .values({ tenantId: ctx.tenant.id, name: "Nord", federalState: "BE", timeZone: "Europe/Berlin" })
    .$returningId()) as [{ id: number }];
  await ctx.db.delete(staffWorkingHours).where(eq(staffWorkingHours.staffId, none));
  const { version } = await getStaffMember(ctx, both);
  const ranges = [{ from: "10:00", to: "12:00", branchId: nord }];
  await setSpecialHours(ctx, { staffId: both, version, day: localDay(5), ranges });
  const team = new Map((await listTeam(ctx)).map(({ id, branchIds }) => [id, branchIds]));
  expect(team.get(both)).toEqual([branchId, nord]);
  expect(team.get(none)).toEqual([]);
});
