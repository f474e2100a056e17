import { and, asc, desc, eq, gte, inArray, lt } from "drizzle-orm";
import type { MySqlColumn, MySqlTable } from "drizzle-orm/mysql-core";
import type { AppointmentStatus } from "@/contracts/appointment-states";
import { appointments, branches, customers, services, staff } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { beyond } from "../_core/keyset";

export interface AppointmentStretch {
  /** Start in [from, before). */
  from?: Date;
  before?: Date;
  status?: AppointmentStatus;
  staffId?: number;
  branchId?: number;
  order: "asc" | "desc";
  /** Excluded. */
  after?: { startTime: Date; id: number };
  limit: number;
}

/**
 * Appointments by start, then id, from one stretch of one index: every depth costs the same, and nothing is read that
 * is not shown. Left to choose, databases read all of a business that owns most of the table.
 */
export async function readInOrder(ctx: TenantContext, stretch: AppointmentStretch) {
  const { from, before, status, staffId, branchId, order, after, limit } = stretch;
  const direction = order === "asc" ? asc : desc;
  const columns = [appointments.startTime, appointments.id];
  const rows = await ctx.db
    .select({
      id: appointments.id,
      startTime: appointments.startTime,
      endTime: appointments.endTime,
      status: appointments.status,
      priceCents: appointments.priceCents,
      source: appointments.source,
      attendeeName: appointments.attendeeName,
      customerName: customers.name,
      serviceId: appointments.serviceId,
      staffId: appointments.staffId,
      branchId: appointments.branchId,
    })
    .from(appointments, { forceIndex: indexOf(stretch) })
    .leftJoin(
      customers,
      and(eq(customers.tenantId, appointments.tenantId), eq(customers.id, appointments.customerId)),
    )
    .where(
      and(
        eq(appointments.tenantId, ctx.tenant.id),
        from && gte(appointments.startTime, from),
        before && lt(appointments.startTime, before),
        status && eq(appointments.status, status),
        staffId === undefined ? undefined : eq(appointments.staffId, staffId),
        branchId === undefined ? undefined : eq(appointments.branchId, branchId),
        after && beyond(order === "asc" ? "above" : "below", columns, [after.startTime, after.id]),
      ),
    )
    .orderBy(...columns.map((column) => direction(column)))
    .limit(limit);
  const [serviceOf, personOf, branchOf] = await Promise.all([
    look(
      ctx,
      services,
      { name: services.name },
      rows.map((row) => row.serviceId),
    ),
    look(
      ctx,
      staff,
      { name: staff.name },
      rows.map((row) => row.staffId),
    ),
    look(
      ctx,
      branches,
      { name: branches.name, timeZone: branches.timeZone },
      rows.map((row) => row.branchId),
    ),
  ]);
  return rows.map(({ serviceId, staffId: personId, branchId: placeId, ...row }) => {
    const branch = branchOf(placeId);
    return {
      ...row,
      serviceName: serviceOf(serviceId)?.name ?? null,
      staffName: personOf(personId)?.name ?? null,
      branchName: branch?.name ?? null,
      timeZone: branch?.timeZone ?? ctx.tenant.timeZone,
    };
  });
}

function indexOf({ status, staffId, branchId }: AppointmentStretch): string {
  if (staffId !== undefined) return status ? "appointments_staff_status_ix" : "appointments_staff_ix";
  if (branchId !== undefined) return status ? "appointments_branch_status_ix" : "appointments_branch_ix";
  return status ? "appointments_status_ix" : "appointments_start_ix";
}

type Named = MySqlTable & { id: MySqlColumn; tenantId: MySqlColumn };

/** A page names a handful of these: read once each instead of once a row. */
async function look<K extends string>(
  ctx: TenantContext,
  table: Named,
  columns: Record<K, MySqlColumn>,
  ids: (number | null)[],
) {
  const distinct = [...new Set(ids)].filter((id) => id !== null);
  const rows =
    distinct.length === 0
      ? []
      : await ctx.db
          .select({ id: table.id, of: columns })
          .from(table)
          .where(and(eq(table.tenantId, ctx.tenant.id), inArray(table.id, distinct)));
  const found = new Map(rows.map(({ id, of }) => [id as number, of as Record<K, string>]));
  return (id: number | null) => (id === null ? undefined : found.get(id));
}
