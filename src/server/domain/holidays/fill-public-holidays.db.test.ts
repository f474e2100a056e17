import { and, count, eq, like } from "drizzle-orm";
import { expect, test } from "vitest";
import { publicHolidays } from "@/server/db/schema";
import { platformContext } from "@/test/factories";
import { fillPublicHolidays } from "./fill-public-holidays";

test("filling a year twice leaves every holiday once", async () => {
  const ctx = platformContext();
  const written = await fillPublicHolidays(ctx, [2031]);
  expect(await fillPublicHolidays(ctx, [2031])).toBe(written);
  const inYear = like(publicHolidays.day, "2031-%");
  const [all] = await ctx.db.select({ n: count() }).from(publicHolidays).where(inYear);
  expect(all?.n).toBe(written);
  const [saxony] = await ctx.db
    .select({ name: publicHolidays.name })
    .from(publicHolidays)
    .where(and(eq(publicHolidays.federalState, "SN"), eq(publicHolidays.day, "2031-11-19")));
  expect(saxony?.name).toBe("Buß- und Bettag");
});
