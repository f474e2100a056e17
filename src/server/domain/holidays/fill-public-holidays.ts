import { sql } from "drizzle-orm";
import { z } from "zod";
import { publicHolidays } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { germanHolidays } from "./german-holidays";

const input = z.array(z.number().int().min(2000).max(2100)).min(1).max(20);

/** Writes the public holidays of whole years for all Bundesländer. Repeating it changes nothing. Returns how many. */
export async function fillPublicHolidays(ctx: PlatformContext, years: readonly number[]): Promise<number> {
  requirePermission(ctx, "platform:admin");
  const holidays = input.parse(years).flatMap(germanHolidays);
  await ctx.db
    .insert(publicHolidays)
    .values(holidays)
    .onDuplicateKeyUpdate({ set: { name: sql`VALUES(${publicHolidays.name})` } });
  return holidays.length;
}
