import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { branchClosures, branchSpecialHours, tenants } from "@/server/db/schema";
import { resolveCalledNumber } from "@/server/domain/phone-numbers/resolve-called-number";
import { createBusiness, platformContext } from "@/test/factories";
import { localDay } from "@/test/local-time";
import { listeningClock } from "./listening-clock";

async function business() {
  const { ctx, branchId, phoneNumber } = await createBusiness();
  const clock = async () => {
    const called = await resolveCalledNumber(platformContext(), phoneNumber);
    if (!called) throw new Error("the number is unknown");
    return listeningClock(ctx, called);
  };
  return { ctx, branchId, clock };
}

test("a closure empties the hours of today alone", async () => {
  const { ctx, branchId, clock } = await business();
  const { tenant } = ctx;
  const [today, tomorrow] = [localDay(0), localDay(1)];
  await ctx.db
    .insert(branchClosures)
    .values({ tenantId: tenant.id, branchId, startsOn: today, endsOn: tomorrow, reason: "Inventur" });
  const { hours } = await clock();
  const closed = Object.entries(hours ?? {}).filter(([, ranges]) => ranges.length === 0);
  const short = new Date(`${today}T12:00:00Z`).toLocaleDateString("en", {
    weekday: "short",
    timeZone: "UTC",
  });
  expect(closed.map(([day]) => day)).toEqual([short.toLowerCase()]);
});

test("today has the hours it has today, if only today", async () => {
  const { ctx, branchId, clock } = await business();
  await ctx.db.insert(branchSpecialHours).values({
    ...{ tenantId: ctx.tenant.id, branchId, day: localDay(0) },
    ...{ startsMinute: 600, endsMinute: 840 },
  });
  const { hours } = await clock();
  const others = Object.values(hours ?? {}).filter(([range]) => range === "08:00-18:00");
  expect(others).toHaveLength(6);
  expect(Object.values(hours ?? {})).toContainEqual(["10:00-14:00"]);
});

test("half hours are said as the business wants them said", async () => {
  const { ctx, clock } = await business();
  expect((await clock()).halfHours).toBe(false);
  await ctx.db.update(tenants).set({ saysHalfHours: true }).where(eq(tenants.id, ctx.tenant.id));
  expect((await clock()).halfHours).toBe(true);
});
