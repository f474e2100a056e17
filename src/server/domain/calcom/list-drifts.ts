import { and, asc, eq, gte, lt, ne } from "drizzle-orm";
import { waysOut } from "@/contracts/calendar-sync";
import { dayMs, minuteMs } from "@/lib/calendar-time";
import { appointments, branches, customers, services, staff } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { describeDrift, listOverlapped, readTheirs } from "./find-drift";

/** What is over for longer is nobody's decision any more. */
const lookBackMs = 7 * dayMs;
const shown = 200;
/** Cal.com answers within seconds; after this a pending change is worth showing. */
const patienceMs = 5 * minuteMs;

/** Appointments that differ from Cal.com and wait for a person's decision, the next one first. */
export async function listDrifts(ctx: TenantContext, now = new Date()) {
  requirePermission(ctx, "appointments:read");
  const rows = await selectOurs(ctx)
    .where(
      and(
        eq(appointments.tenantId, ctx.tenant.id),
        eq(appointments.syncState, "failed"),
        gte(appointments.startTime, new Date(now.getTime() - lookBackMs)),
      ),
    )
    .orderBy(asc(appointments.startTime), asc(appointments.id))
    .limit(shown);
  const theirs = await readTheirs(
    ctx,
    rows.map(({ appointment }) => appointment.id),
  );
  const drifts = await Promise.all(
    rows.map(async ({ appointment, ...names }) => {
      const booking = theirs.get(appointment.id);
      const kind = describeDrift(appointment, booking);
      if (!kind) return [];
      return {
        appointmentId: appointment.id,
        version: appointment.version,
        kind,
        ways: waysOut[kind],
        reason: appointment.syncError,
        timeZone: names.timeZone ?? ctx.tenant.timeZone,
        ours: {
          name: appointment.attendeeName ?? names.customerName,
          status: appointment.status,
          startTime: appointment.startTime,
          endTime: appointment.endTime,
          serviceName: names.serviceName,
          staffName: names.staffName,
        },
        theirs: booking
          ? {
              name: booking.attendeeName,
              status: booking.status,
              startTime: booking.startTime,
              endTime: booking.endTime,
            }
          : null,
        overlapped:
          kind === "overlaps"
            ? (await listOverlapped(ctx, appointment)).map(({ attendeeName, customerName, ...row }) => ({
                ...row,
                name: attendeeName ?? customerName,
              }))
            : [],
      };
    }),
  );
  return drifts.flat();
}

/** Changes that are still on their way to Cal.com after minutes; they are carried on by themselves. */
export async function listWaiting(ctx: TenantContext, now = new Date()) {
  requirePermission(ctx, "appointments:read");
  const rows = await selectOurs(ctx)
    .where(
      and(
        eq(appointments.tenantId, ctx.tenant.id),
        eq(appointments.syncState, "pending"),
        ne(appointments.status, "completed"),
        lt(appointments.updatedAt, new Date(now.getTime() - patienceMs)),
      ),
    )
    .orderBy(asc(appointments.startTime), asc(appointments.id))
    .limit(shown);
  return rows.map(({ appointment, ...names }) => ({
    appointmentId: appointment.id,
    name: appointment.attendeeName ?? names.customerName,
    startTime: appointment.startTime,
    nextAttemptAt: appointment.syncLockedUntil,
    timeZone: names.timeZone ?? ctx.tenant.timeZone,
  }));
}

function selectOurs(ctx: TenantContext) {
  const t = appointments.tenantId;
  return ctx.db
    .select({
      appointment: appointments,
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
    .$dynamic();
}
