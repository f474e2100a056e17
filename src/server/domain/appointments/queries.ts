import { and, asc, desc, eq, gt, gte, inArray, lt, or, type SQL } from "drizzle-orm";
import type { AppointmentStatus } from "@/contracts/appointment-states";
import type { Queryable } from "@/server/db";
import { appointments, branches, customers, services, staff } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import type { Transaction } from "../_core/transact";
import type { AppointmentRow } from "./appointment";

/** Inside verbs: the row as it stands, without a permission check. @throws DomainError `appointment.not_found` */
export async function readAppointment(
  ctx: TenantContext,
  db: Queryable,
  appointmentId: number,
): Promise<AppointmentRow> {
  const [row] = await db
    .select()
    .from(appointments)
    .where(own(ctx, eq(appointments.id, appointmentId)));
  if (!row) throw notFound("appointment");
  return row;
}

/** The row, locked until the transaction ends. @throws DomainError `appointment.not_found` */
export async function lockAppointment(
  ctx: TenantContext,
  tx: Transaction,
  appointmentId: number,
): Promise<AppointmentRow> {
  const [row] = await tx
    .select()
    .from(appointments)
    .where(own(ctx, eq(appointments.id, appointmentId)))
    .for("update");
  if (!row) throw notFound("appointment");
  return row;
}

/** Writes to a locked row and returns it as it stands now; nothing has to be read back. */
export async function updateAppointment(
  ctx: TenantContext,
  tx: Transaction,
  row: AppointmentRow,
  changes: Partial<Omit<AppointmentRow, "id" | "tenantId" | "version" | "updatedAt">>,
): Promise<AppointmentRow> {
  const written = { ...changes, version: row.version + 1, updatedAt: new Date() };
  await tx
    .update(appointments)
    .set(written)
    .where(own(ctx, eq(appointments.id, row.id)));
  return { ...row, ...written };
}

export async function findByRequestKey(
  ctx: TenantContext,
  requestKey: string | undefined,
): Promise<AppointmentRow | undefined> {
  if (requestKey === undefined) return undefined;
  const [row] = await ctx.db
    .select()
    .from(appointments)
    .where(own(ctx, eq(appointments.requestKey, requestKey)));
  return row;
}

/** An appointment with the names a person needs to recognise it. Any of them may be unknown. */
const view = {
  appointment: appointments,
  customerName: customers.name,
  customerPhone: customers.phone,
  serviceName: services.name,
  staffName: staff.name,
  branchName: branches.name,
  /** IANA zone of the branch. */
  timeZone: branches.timeZone,
};

function selectViews(ctx: TenantContext) {
  const t = appointments.tenantId;
  return ctx.db
    .select(view)
    .from(appointments)
    .leftJoin(customers, and(eq(customers.tenantId, t), eq(customers.id, appointments.customerId)))
    .leftJoin(services, and(eq(services.tenantId, t), eq(services.id, appointments.serviceId)))
    .leftJoin(staff, and(eq(staff.tenantId, t), eq(staff.id, appointments.staffId)))
    .leftJoin(branches, and(eq(branches.tenantId, t), eq(branches.id, appointments.branchId)))
    .$dynamic();
}

export type AppointmentView = Awaited<ReturnType<typeof selectViews>>[number];

/** @throws DomainError `appointment.not_found` */
export async function getAppointment(ctx: TenantContext, appointmentId: number): Promise<AppointmentView> {
  requirePermission(ctx, "appointments:read");
  const [row] = await selectViews(ctx).where(own(ctx, eq(appointments.id, appointmentId)));
  if (!row) throw notFound("appointment");
  return row;
}

export interface AppointmentFilter {
  /** Start in [from, to). */
  from?: Date;
  to?: Date;
  status?: readonly AppointmentStatus[];
  staffId?: number;
  branchId?: number;
  customerId?: number;
  callId?: number;
  order?: "asc" | "desc";
  limit?: number;
  /** Continue after this row of the same order. */
  after?: { startTime: Date; id: number };
}

/** By start, then id; at most `limit` (100, capped at 1000). */
export async function listAppointments(
  ctx: TenantContext,
  filter: AppointmentFilter = {},
): Promise<AppointmentView[]> {
  requirePermission(ctx, "appointments:read");
  const { order = "asc", limit = 100, after } = filter;
  const [sort, beyond] = order === "asc" ? [asc, gt] : [desc, lt];
  return selectViews(ctx)
    .where(
      own(
        ctx,
        filter.from && gte(appointments.startTime, filter.from),
        filter.to && lt(appointments.startTime, filter.to),
        filter.status && inArray(appointments.status, [...filter.status]),
        filter.staffId === undefined ? undefined : eq(appointments.staffId, filter.staffId),
        filter.branchId === undefined ? undefined : eq(appointments.branchId, filter.branchId),
        filter.customerId === undefined ? undefined : eq(appointments.customerId, filter.customerId),
        filter.callId === undefined ? undefined : eq(appointments.callId, filter.callId),
        after &&
          or(
            beyond(appointments.startTime, after.startTime),
            and(eq(appointments.startTime, after.startTime), beyond(appointments.id, after.id)),
          ),
      ),
    )
    .orderBy(sort(appointments.startTime), sort(appointments.id))
    .limit(Math.min(Math.max(limit, 1), 1000));
}

/** A customer's appointments that are still ahead, next first. */
export function listUpcomingAppointments(
  ctx: TenantContext,
  customerId: number,
  now = new Date(),
): Promise<AppointmentView[]> {
  return listAppointments(ctx, { customerId, from: now, status: ["pending", "scheduled"], limit: 20 });
}

const own = (ctx: TenantContext, ...conditions: (SQL | undefined)[]) =>
  and(eq(appointments.tenantId, ctx.tenant.id), ...conditions);
