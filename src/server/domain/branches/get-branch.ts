import { and, asc, eq, gte } from "drizzle-orm";
import { localDate } from "@/lib/calendar-time";
import { clockOf } from "@/lib/clock-minutes";
import { dayRange } from "@/lib/day-range";
import { branchClosures, branches, branchSpecialHours, openingHours, phoneNumbers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { countUpcoming, listAffected } from "../catalog/affected-appointments";
import { listHolidays } from "./list-holidays";

/**
 * Everything about one branch: its week, its coming holidays, days with other hours and closing days, these with the
 * appointments that lie in them. @throws DomainError `branch.not_found`
 */
export async function getBranch(ctx: TenantContext, branchId: number) {
  requirePermission(ctx, "catalog:read");
  const tenantId = ctx.tenant.id;
  const [branch] = await ctx.db
    .select({
      id: branches.id,
      name: branches.name,
      address: branches.address,
      phone: branches.phone,
      federalState: branches.federalState,
      timeZone: branches.timeZone,
      active: branches.active,
      version: branches.version,
    })
    .from(branches)
    .where(and(eq(branches.tenantId, tenantId), eq(branches.id, branchId)));
  if (!branch) throw notFound("branch");
  const today = localDate(Date.now(), branch.timeZone);
  const [hours, special, closures, numbers, holidays, upcoming] = await Promise.all([
    ctx.db
      .select({
        weekday: openingHours.weekday,
        startsMinute: openingHours.startsMinute,
        endsMinute: openingHours.endsMinute,
      })
      .from(openingHours)
      .where(and(eq(openingHours.tenantId, tenantId), eq(openingHours.branchId, branchId)))
      .orderBy(asc(openingHours.weekday), asc(openingHours.startsMinute)),
    ctx.db
      .select({
        day: branchSpecialHours.day,
        startsMinute: branchSpecialHours.startsMinute,
        endsMinute: branchSpecialHours.endsMinute,
      })
      .from(branchSpecialHours)
      .where(
        and(
          eq(branchSpecialHours.tenantId, tenantId),
          eq(branchSpecialHours.branchId, branchId),
          gte(branchSpecialHours.day, today),
        ),
      )
      .orderBy(asc(branchSpecialHours.day), asc(branchSpecialHours.startsMinute)),
    ctx.db
      .select({
        id: branchClosures.id,
        startsOn: branchClosures.startsOn,
        endsOn: branchClosures.endsOn,
        reason: branchClosures.reason,
      })
      .from(branchClosures)
      .where(
        and(
          eq(branchClosures.tenantId, tenantId),
          eq(branchClosures.branchId, branchId),
          gte(branchClosures.endsOn, today),
        ),
      )
      .orderBy(asc(branchClosures.startsOn), asc(branchClosures.id)),
    ctx.db
      .select({ phoneNumber: phoneNumbers.phoneNumber, label: phoneNumbers.label })
      .from(phoneNumbers)
      .where(and(eq(phoneNumbers.tenantId, tenantId), eq(phoneNumbers.branchId, branchId)))
      .orderBy(asc(phoneNumbers.id)),
    listHolidays(ctx, { federalState: branch.federalState, from: today }),
    countUpcoming(ctx, { branchId }),
  ]);
  return {
    ...branch,
    openingHours: hours.map(({ weekday, startsMinute, endsMinute }) => ({
      weekday,
      from: clockOf(startsMinute),
      to: clockOf(endsMinute),
    })),
    specialHours: special.map(({ day, startsMinute, endsMinute }) => ({
      day,
      from: clockOf(startsMinute),
      to: clockOf(endsMinute),
    })),
    closures: await withAppointments(ctx, branch, closures),
    phoneNumbers: numbers,
    holidays,
    upcoming,
  };
}

async function withAppointments<Closure extends { startsOn: string; endsOn: string }>(
  ctx: TenantContext,
  { id, timeZone }: { id: number; timeZone: string },
  closures: Closure[],
) {
  const ranges = closures.map(({ startsOn, endsOn }) => closedRange(startsOn, endsOn, timeZone));
  const [first] = ranges;
  if (!first) return [];
  const end = new Date(Math.max(...ranges.map((range) => range.end.getTime())));
  const affected = await listAffected(ctx, { branchId: id }, { start: first.start, end });
  return closures.map((closure, index) => {
    const range = ranges[index] as typeof first;
    return {
      ...closure,
      appointments: affected.filter(
        ({ startTime, endTime }) => startTime < range.end && endTime > range.start,
      ),
    };
  });
}

/** The instants of closed days, both inclusive. */
export function closedRange(fromDate: string, toDate: string, timeZone: string): { start: Date; end: Date } {
  const { from, before } = dayRange({ fromDate, toDate }, timeZone);
  return { start: from as Date, end: before as Date };
}
