import { expect, test } from "vitest";
import { appointments, staffTimeOff } from "@/server/db/schema";
import { as, createBusiness } from "@/test/factories";
import { countRowsRead, rowsAllowed } from "@/test/rows-read";
import type { TenantContext } from "../_core/context";
import { listAttention } from "./list-attention";

/** A Wednesday; nine o'clock in Berlin. */
const now = new Date("2031-03-05T08:00:00Z");
const at = (clock: string, day = "2031-03-05") => new Date(`${day}T${clock}:00+01:00`);

async function book(
  ctx: TenantContext,
  staffId: number,
  from: string,
  to: string,
  { day, ...more }: { day?: string; branchId?: number; status?: "pending" | "completed" | "cancelled" } = {},
) {
  await ctx.db.insert(appointments).values({
    ...{ tenantId: ctx.tenant.id, staffId, status: "scheduled", source: "phone", ...more },
    ...{ startTime: at(from, day), endTime: at(to, day) },
  });
}

const takeOff = (ctx: TenantContext, staffId: number, startsAt: Date, endsAt: Date) =>
  ctx.db.insert(staffTimeOff).values({ tenantId: ctx.tenant.id, staffId, startsAt, endsAt });

const seen = async (ctx: TenantContext, when = now) =>
  (await listAttention(as(ctx, { type: "user", userId: 1, role: "staff" }), when)).rows;

test("whoever is away today and has appointments then needs attention, with the first of them", async () => {
  const { ctx, staffIds, branchId } = await createBusiness({}, 3);
  const [ada, ben, eva] = staffIds as [number, number, number];
  await takeOff(ctx, ada, at("00:00"), at("00:00", "2031-03-06"));
  await takeOff(ctx, ben, at("00:00"), at("00:00", "2031-03-06"));
  await book(ctx, ada, "07:00", "07:30");
  await book(ctx, ada, "10:00", "10:30", { status: "cancelled" });
  await book(ctx, ada, "14:00", "14:30", { branchId });
  await book(ctx, ada, "11:00", "11:30", { branchId, status: "pending" });
  await book(ctx, eva, "11:00", "11:30");
  expect(await seen(ctx)).toEqual([
    {
      kind: "unattended",
      staffId: ada,
      staffName: "Person 1",
      start: at("11:00"),
      timeZone: "Europe/Berlin",
    },
  ]);
});

test("only what an absence cuts counts, told once however many absences there are", async () => {
  const { ctx, staffIds } = await createBusiness({}, 2);
  const [ada, ben] = staffIds as [number, number];
  for (const [from, to] of [
    ["12:00", "13:00"],
    ["15:00", "16:00"],
  ] as const)
    await takeOff(ctx, ada, at(from), at(to));
  await book(ctx, ada, "11:30", "12:00");
  await book(ctx, ada, "13:00", "13:30");
  await takeOff(ctx, ben, at("09:30"), at("10:00"));
  expect(await seen(ctx)).toEqual([]);
  await book(ctx, ada, "15:45", "16:15");
  await book(ctx, ada, "14:45", "15:15");
  expect(await seen(ctx)).toMatchObject([{ staffId: ada, start: at("14:45") }]);
  await book(ctx, ada, "12:30", "12:45");
  expect(await seen(ctx)).toMatchObject([{ staffId: ada, start: at("12:30") }]);
});

test("today is the business's day: what lies on the next one comes up then", async () => {
  const { ctx, staffIds } = await createBusiness();
  const [ada] = staffIds as [number];
  const next = "2031-03-06";
  await takeOff(ctx, ada, at("20:00"), at("00:00", "2031-03-08"));
  await book(ctx, ada, "00:15", "00:45", { day: next });
  expect(await seen(ctx, at("23:55"))).toEqual([]);
  expect(await seen(ctx, at("00:05", next))).toMatchObject([{ start: at("00:15", next) }]);
  expect(await seen(ctx, at("00:45", next))).toEqual([]);
});

test("nobody sees another business's absences", async () => {
  const [{ ctx }, other] = [await createBusiness(), await createBusiness()];
  const [ada] = other.staffIds as [number];
  await takeOff(other.ctx, ada, at("00:00"), at("23:00"));
  await book(other.ctx, ada, "10:00", "10:30");
  expect(await seen(ctx)).toEqual([]);
  expect(await seen(other.ctx)).toMatchObject([{ kind: "unattended", staffId: ada, start: at("10:00") }]);
});

test("past absences and a full day of appointments cost no rows", async () => {
  const { ctx, staffIds, branchId } = await createBusiness({}, 5);
  const [ada] = staffIds as [number];
  for (const staffId of staffIds)
    for (let month = 1; month <= 12; month++)
      await takeOff(
        ctx,
        staffId,
        new Date(Date.UTC(2030, month - 1, 10)),
        new Date(Date.UTC(2030, month - 1, 24)),
      );
  for (let hour = 10; hour < 18; hour++) await book(ctx, ada, `${hour}:00`, `${hour}:30`, { branchId });
  for (let hour = 10; hour < 18; hour++)
    await book(ctx, ada, `${hour}:00`, `${hour}:30`, { day: "2031-03-04", status: "completed" });
  await takeOff(ctx, ada, at("00:00", "2031-03-04"), at("00:00", "2031-03-07"));
  const { result, rowsRead } = await countRowsRead((db) => seen({ ...ctx, db }));
  expect(result).toHaveLength(1);
  expect(rowsRead).toBeLessThanOrEqual(rowsAllowed(result.length));
});
