import { and, asc, eq, gt, gte } from "drizzle-orm";
import { localDate } from "@/lib/calendar-time";
import { clockOf } from "@/lib/clock-minutes";
import {
  staff,
  staffPhotos,
  staffServices,
  staffSpecialHours,
  staffTimeOff,
  staffWorkingHours,
} from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { countUpcoming, listAffected } from "../catalog/affected-appointments";
import { zoneOfStaff } from "./absence";

/**
 * Everything about one person: what they do, when they work and when they are away, each absence with the appointments
 * that lie in it. Days and times are those of their home branch. @throws DomainError `staff.not_found`
 */
export async function getStaffMember(ctx: TenantContext, staffId: number) {
  requirePermission(ctx, "catalog:read");
  const now = new Date();
  const timeZone = await zoneOfStaff(ctx, ctx.db, staffId);
  const [person, serviceIds, workingHours, specialHours, timeOff, upcoming] = await Promise.all([
    loadPerson(ctx, staffId),
    loadServiceIds(ctx, staffId),
    loadWorkingHours(ctx, staffId),
    loadSpecialHours(ctx, staffId, localDate(now.getTime(), timeZone)),
    loadTimeOff(ctx, staffId, now),
    countUpcoming(ctx, { staffId }),
  ]);
  const affected = await affectedBy(ctx, staffId, timeOff);
  return {
    ...person,
    timeZone,
    serviceIds,
    workingHours,
    specialHours,
    timeOff: timeOff.map((absence) => ({
      ...absence,
      appointments: affected.filter(
        ({ startTime, endTime }) => startTime < absence.endsAt && endTime > absence.startsAt,
      ),
    })),
    upcoming,
  };
}

async function loadPerson(ctx: TenantContext, staffId: number) {
  const [person] = await ctx.db
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      phone: staff.phone,
      homeBranchId: staff.homeBranchId,
      active: staff.active,
      version: staff.version,
      photo: staffPhotos.digest,
    })
    .from(staff)
    .leftJoin(staffPhotos, and(eq(staffPhotos.tenantId, staff.tenantId), eq(staffPhotos.staffId, staff.id)))
    .where(and(eq(staff.tenantId, ctx.tenant.id), eq(staff.id, staffId)));
  if (!person) throw notFound("staff");
  return person;
}

async function loadServiceIds(ctx: TenantContext, staffId: number) {
  const rows = await ctx.db
    .select({ id: staffServices.serviceId })
    .from(staffServices)
    .where(and(eq(staffServices.tenantId, ctx.tenant.id), eq(staffServices.staffId, staffId)));
  return rows.map(({ id }) => id);
}

async function loadWorkingHours(ctx: TenantContext, staffId: number) {
  const hours = staffWorkingHours;
  const rows = await ctx.db
    .select({
      weekday: hours.weekday,
      branchId: hours.branchId,
      startsMinute: hours.startsMinute,
      endsMinute: hours.endsMinute,
    })
    .from(hours)
    .where(and(eq(hours.tenantId, ctx.tenant.id), eq(hours.staffId, staffId)))
    .orderBy(asc(hours.weekday), asc(hours.startsMinute));
  return rows.map(asClock);
}

async function loadSpecialHours(ctx: TenantContext, staffId: number, today: string) {
  const hours = staffSpecialHours;
  const rows = await ctx.db
    .select({
      day: hours.day,
      branchId: hours.branchId,
      startsMinute: hours.startsMinute,
      endsMinute: hours.endsMinute,
    })
    .from(hours)
    .where(and(eq(hours.tenantId, ctx.tenant.id), eq(hours.staffId, staffId), gte(hours.day, today)))
    .orderBy(asc(hours.day), asc(hours.startsMinute));
  return rows.map(asClock);
}

async function loadTimeOff(ctx: TenantContext, staffId: number, now: Date) {
  return ctx.db
    .select({
      id: staffTimeOff.id,
      startsAt: staffTimeOff.startsAt,
      endsAt: staffTimeOff.endsAt,
      reason: staffTimeOff.reason,
    })
    .from(staffTimeOff)
    .where(
      and(
        eq(staffTimeOff.tenantId, ctx.tenant.id),
        eq(staffTimeOff.staffId, staffId),
        gt(staffTimeOff.endsAt, now),
      ),
    )
    .orderBy(asc(staffTimeOff.startsAt), asc(staffTimeOff.id));
}

/** One question for all absences. */
async function affectedBy(
  ctx: TenantContext,
  staffId: number,
  timeOff: readonly { startsAt: Date; endsAt: Date }[],
) {
  if (timeOff.length === 0) return [];
  const start = new Date(Math.min(...timeOff.map(({ startsAt }) => startsAt.getTime())));
  const end = new Date(Math.max(...timeOff.map(({ endsAt }) => endsAt.getTime())));
  return listAffected(ctx, { staffId }, { start, end });
}

const asClock = <Row extends { startsMinute: number; endsMinute: number }>({
  startsMinute,
  endsMinute,
  ...row
}: Row) => ({ ...row, from: clockOf(startsMinute), to: clockOf(endsMinute) });
