import { and, asc, count, eq, exists, gt, inArray, lt, or, type SQL } from "drizzle-orm";
import { mostAffected } from "@/contracts/appointment-states";
import { appointmentStaff, appointments, branches, customers, services, staff } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";

/** What an appointment hangs on. */
export type Concerned = { staffId: number } | { branchId: number } | { serviceId: number };

const mostTimes = 5000;
const open = inArray(appointments.status, ["pending", "scheduled"]);

/** Appointments still to come that overlap [start, end), earliest first, at most 200. */
export async function listAffected(ctx: TenantContext, whose: Concerned, range: { start: Date; end: Date }) {
  return listWhere(
    ctx,
    and(stillToCome(range.start), lt(appointments.startTime, range.end), concerns(ctx, whose)),
  );
}

/** Those of these appointments that are still to come, earliest first, at most 200. */
export async function listAffectedByIds(ctx: TenantContext, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return listWhere(ctx, and(stillToCome(), inArray(appointments.id, ids.slice(0, mostAffected))));
}

/** When all that is still to come and begins before `until` takes place, earliest first, at most 5000. */
export async function listUpcomingTimes(ctx: TenantContext, whose: Concerned, until: Date) {
  return ctx.db
    .select({ id: appointments.id, startTime: appointments.startTime, endTime: appointments.endTime })
    .from(appointments)
    .where(
      and(
        eq(appointments.tenantId, ctx.tenant.id),
        stillToCome(),
        lt(appointments.startTime, until),
        concerns(ctx, whose),
      ),
    )
    .orderBy(asc(appointments.startTime), asc(appointments.id))
    .limit(mostTimes);
}

const stillToCome = (from = new Date()) =>
  and(open, gt(appointments.endTime, from > new Date() ? from : new Date()));

async function listWhere(ctx: TenantContext, which: SQL | undefined) {
  const t = appointments.tenantId;
  const rows = await ctx.db
    .select({
      id: appointments.id,
      startTime: appointments.startTime,
      endTime: appointments.endTime,
      attendeeName: appointments.attendeeName,
      customerName: customers.name,
      serviceName: services.name,
      staffName: staff.name,
      timeZone: branches.timeZone,
    })
    .from(appointments)
    .leftJoin(customers, and(eq(customers.tenantId, t), eq(customers.id, appointments.customerId)))
    .leftJoin(services, and(eq(services.tenantId, t), eq(services.id, appointments.serviceId)))
    .leftJoin(staff, and(eq(staff.tenantId, t), eq(staff.id, appointments.staffId)))
    .leftJoin(branches, and(eq(branches.tenantId, t), eq(branches.id, appointments.branchId)))
    .where(and(eq(t, ctx.tenant.id), which))
    .orderBy(asc(appointments.startTime), asc(appointments.id))
    .limit(mostAffected);
  return rows.map(({ attendeeName, customerName, timeZone, ...row }) => ({
    ...row,
    name: attendeeName ?? customerName,
    timeZone: timeZone ?? ctx.tenant.timeZone,
  }));
}

export type AffectedAppointment = Awaited<ReturnType<typeof listAffected>>[number];

/** How many appointments are still to come. */
export async function countUpcoming(ctx: TenantContext, whose: Concerned): Promise<number> {
  const [row] = await ctx.db
    .select({ total: count() })
    .from(appointments)
    .where(
      and(
        eq(appointments.tenantId, ctx.tenant.id),
        open,
        concerns(ctx, whose),
        gt(appointments.startTime, new Date()),
      ),
    );
  return row?.total ?? 0;
}

function concerns(ctx: TenantContext, whose: Concerned): SQL | undefined {
  if ("branchId" in whose) return eq(appointments.branchId, whose.branchId);
  if ("serviceId" in whose) return eq(appointments.serviceId, whose.serviceId);
  const takesPart = ctx.db
    .select({ staffId: appointmentStaff.staffId })
    .from(appointmentStaff)
    .where(
      and(
        eq(appointmentStaff.tenantId, ctx.tenant.id),
        eq(appointmentStaff.appointmentId, appointments.id),
        eq(appointmentStaff.staffId, whose.staffId),
      ),
    );
  return or(eq(appointments.staffId, whose.staffId), exists(takesPart));
}
