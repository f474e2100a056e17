import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/mysql-core";
import type { AppointmentStatus } from "@/contracts/appointment-states";
import { appointments, branches, customers, services, staff } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { instantOfRow } from "./instant-of-row";

/** Who is a few minutes late is still next. */
const graceMs = 10 * 60_000;
const mostPeople = 12;

interface Next {
  id: number;
  startTime: Date;
  endTime: Date;
  status: Extract<AppointmentStatus, "pending" | "scheduled">;
  staffId: number;
  serviceId: number | null;
  branchId: number | null;
  customerId: number | null;
  attendeeName: string | null;
}

/**
 * Who is next with whom: the next appointment of each active person, the soonest first. One look into the index per
 * person, so that a full calendar costs no more than an empty one. `changesAt` is when somebody else is next.
 */
export async function listNextAppointments(ctx: TenantContext, now = new Date()) {
  requirePermission(ctx, "appointments:read");
  const people = await ctx.db
    .select({ id: staff.id, name: staff.name })
    .from(staff, { forceIndex: "staff_tenant_id_uq" })
    .where(and(eq(staff.tenantId, ctx.tenant.id), eq(staff.active, true)))
    .orderBy(asc(staff.id))
    .limit(mostPeople);
  const next = await readNext(
    ctx,
    people.map(({ id }) => id),
    new Date(now.getTime() - graceMs),
  );
  const nameOf = await readNames(ctx, next);
  return next
    .map(({ serviceId, branchId, customerId, staffId, attendeeName, ...row }) => ({
      ...row,
      name: attendeeName ?? nameOf("customer", customerId),
      staffName: people.find(({ id }) => id === staffId)?.name ?? null,
      serviceName: nameOf("service", serviceId),
      timeZone: nameOf("branch", branchId) ?? ctx.tenant.timeZone,
      changesAt: new Date(row.startTime.getTime() + graceMs),
    }))
    .sort((a, b) => a.startTime.getTime() - b.startTime.getTime() || a.id - b.id);
}

async function readNext(ctx: TenantContext, staffIds: readonly number[], from: Date): Promise<Next[]> {
  const looks = staffIds.map(
    (
      staffId,
    ) => sql`(select id, cast(start_time as char) as startTime, cast(end_time as char) as endTime, status,
        staff_id as staffId, service_id as serviceId, branch_id as branchId, customer_id as customerId,
        attendee_name as attendeeName
      from ${appointments} force index (appointments_staff_ix)
      where tenant_id = ${ctx.tenant.id} and staff_id = ${staffId} and start_time >= ${from}
        and status in ('pending', 'scheduled')
      order by start_time limit 1)`,
  );
  if (looks.length === 0) return [];
  const [rows] = await ctx.db.execute(sql.join(looks, sql` union all `));
  return (
    rows as unknown as (Omit<Next, "startTime" | "endTime"> & { startTime: string; endTime: string })[]
  ).map(({ startTime, endTime, ...row }) => ({
    ...row,
    startTime: instantOfRow(startTime),
    endTime: instantOfRow(endTime),
  }));
}

/** Customers and services by name, branches by their zone: a handful of each, read once. */
async function readNames(ctx: TenantContext, next: readonly Next[]) {
  const idsOf = (column: "customerId" | "serviceId" | "branchId") => {
    const unnamed = next.filter((row) => column !== "customerId" || row.attendeeName === null);
    return [0, ...new Set(unnamed.flatMap((row) => row[column] ?? []))];
  };
  const named = (
    kind: "customer" | "service" | "branch",
    table: typeof customers | typeof services | typeof branches,
    ids: number[],
  ) =>
    ctx.db
      .select({
        kind: sql<typeof kind>`${sql.raw(`'${kind}'`)}`.as("kind"),
        id: table.id,
        text: (table === branches ? branches.timeZone : table.name) as typeof table.name,
      })
      .from(table)
      .where(and(eq(table.tenantId, ctx.tenant.id), inArray(table.id, ids)));
  const rows =
    next.length === 0
      ? []
      : await unionAll(
          named("customer", customers, idsOf("customerId")),
          named("service", services, idsOf("serviceId")),
          named("branch", branches, idsOf("branchId")),
        );
  return (kind: (typeof rows)[number]["kind"], id: number | null) =>
    rows.find((row) => row.kind === kind && row.id === id)?.text ?? null;
}
