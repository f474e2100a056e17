import { and, asc, count, eq, exists, gt, inArray, lt, or, type SQL } from "drizzle-orm";
import { appointmentStaff, appointments, branches, customers, services, staff } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";

/** What an appointment hangs on. */
export type Concerned = { staffId: number } | { branchId: number } | { serviceId: number };

const mostRows = 200;
const open = inArray(appointments.status, ["pending", "scheduled"]);

/** Appointments still to come that overlap [start, end), earliest first, at most 200. */
export async function listAffected(ctx: TenantContext, whose: Concerned, range: { start: Date; end: Date }) {
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
    .where(
      and(
        eq(t, ctx.tenant.id),
        open,
        concerns(ctx, whose),
        gt(appointments.endTime, laterOf(range.start, new Date())),
        lt(appointments.startTime, range.end),
      ),
    )
    .orderBy(asc(appointments.startTime), asc(appointments.id))
    .limit(mostRows);
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

const laterOf = (a: Date, b: Date) => (a > b ? a : b);
