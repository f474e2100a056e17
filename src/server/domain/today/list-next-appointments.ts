import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/mysql-core";
import type { AppointmentStatus } from "@/contracts/appointment-states";
import {
  appointmentStaff,
  appointments,
  branches,
  customers,
  services,
  staff,
  staffTimeCells,
} from "@/server/db/schema";
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
 * Who is next with whom: the next appointment of each active person, alone or as one of several, the soonest first. One
 * look into the index per person, so that a full calendar costs no more than an empty one. `staffNames` begins with
 * whose appointment it is, `changesAt` is when somebody else is next.
 */
export async function listNextAppointments(ctx: TenantContext, now = new Date()) {
  requirePermission(ctx, "appointments:read");
  const from = new Date(now.getTime() - graceMs);
  const people = await ctx.db
    .select({ id: staff.id, name: staff.name, inTeams: hasTeams(ctx) })
    .from(staff, { forceIndex: "staff_tenant_id_uq" })
    .where(and(eq(staff.tenantId, ctx.tenant.id), eq(staff.active, true), hasAny(ctx, from)))
    .orderBy(asc(staff.id))
    .limit(mostPeople);
  const inTeams = people.some((person) => person.inTeams);
  const next = await readNext(ctx, people, from, inTeams);
  const [nameOf, furtherOf] = await Promise.all([
    readNames(ctx, next),
    inTeams ? readFurther(ctx, next) : () => [],
  ]);
  return next
    .map(({ serviceId, branchId, customerId, staffId, attendeeName, ...row }) => ({
      ...row,
      name: attendeeName ?? nameOf("customer", customerId),
      staffNames: [...people.flatMap(({ id, name }) => (id === staffId ? [name] : [])), ...furtherOf(row.id)],
      serviceName: nameOf("service", serviceId),
      timeZone: nameOf("branch", branchId) ?? ctx.tenant.timeZone,
      changesAt: new Date(row.startTime.getTime() + graceMs),
    }))
    .sort((a, b) => a.startTime.getTime() - b.startTime.getTime() || a.id - b.id);
}

/** Services for several people are rare: whoever has none does not pay for looking. */
const hasTeams = ({ tenant }: TenantContext) =>
  sql<number>`exists (select 1 from ${appointmentStaff} where tenant_id = ${tenant.id})`;

/** Where nothing is ahead, nobody is looked for. */
const hasAny = ({ tenant }: TenantContext, from: Date) =>
  sql`exists (select 1 from ${appointments} force index (appointments_status_ix)
    where tenant_id = ${tenant.id} and ${isAhead(from)})`;

async function readNext(
  ctx: TenantContext,
  people: readonly { id: number }[],
  from: Date,
  inTeams: boolean,
): Promise<Next[]> {
  const looks = people.flatMap(({ id }) =>
    inTeams ? [own(ctx, id, from), shared(ctx, id, from)] : [own(ctx, id, from)],
  );
  if (looks.length === 0) return [];
  const [rows] = await ctx.db.execute(sql.join(looks, sql` union all `));
  const found = new Map<number, Next & { personId: number }>();
  for (const row of rows as unknown as Found[]) {
    const startTime = instantOfRow(row.startTime);
    const known = found.get(row.personId);
    if (!known || startTime < known.startTime)
      found.set(row.personId, { ...row, startTime, endTime: instantOfRow(row.endTime) });
  }
  return [...new Map([...found.values()].map(({ personId, ...row }) => [row.id, row])).values()];
}

type Found = Omit<Next, "startTime" | "endTime"> & { personId: number; startTime: string; endTime: string };

const isAhead = (from: Date) => sql`start_time >= ${from} and status in ('pending', 'scheduled')`;
const shown = sql.raw(
  `id, cast(start_time as char) as startTime, cast(end_time as char) as endTime, status, staff_id as staffId,
   service_id as serviceId, branch_id as branchId, customer_id as customerId, attendee_name as attendeeName`,
);

const own = (
  { tenant }: TenantContext,
  staffId: number,
  from: Date,
) => sql`(select ${staffId} as personId, ${shown}
  from ${appointments} force index (appointments_staff_ix)
  where tenant_id = ${tenant.id} and staff_id = ${staffId} and ${isAhead(from)}
  order by start_time limit 1)`;

/** Somebody else's, in which this person takes part before their own next: found by the time it takes of them. */
const shared = (
  { tenant }: TenantContext,
  staffId: number,
  from: Date,
) => sql`(select ${staffId} as personId, ${shown}
  from ${appointments} force index (primary)
  where tenant_id = ${tenant.id} and ${isAhead(from)} and id = (
    select cell.appointment_id
    from ${staffTimeCells} cell force index (primary)
    join ${appointmentStaff} part
      on part.tenant_id = cell.tenant_id and part.appointment_id = cell.appointment_id
        and part.staff_id = cell.staff_id
    where cell.tenant_id = ${tenant.id} and cell.staff_id = ${staffId} and cell.cell_start >= ${from}
      and cell.cell_start < coalesce((
        select start_time from ${appointments} force index (appointments_staff_ix)
        where tenant_id = ${tenant.id} and staff_id = ${staffId} and ${isAhead(from)}
        order by start_time limit 1
      ), '9999-01-01')
    order by cell.cell_start limit 1))`;

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

/** Who takes part beside the first, by appointment. */
async function readFurther(ctx: TenantContext, next: readonly Next[]) {
  const rows = await ctx.db
    .select({ appointmentId: appointmentStaff.appointmentId, name: staff.name })
    .from(appointmentStaff)
    .innerJoin(
      staff,
      and(eq(staff.tenantId, appointmentStaff.tenantId), eq(staff.id, appointmentStaff.staffId)),
    )
    .where(
      and(
        eq(appointmentStaff.tenantId, ctx.tenant.id),
        inArray(appointmentStaff.appointmentId, [0, ...next.map(({ id }) => id)]),
      ),
    )
    .orderBy(asc(staff.name));
  return (id: number) => rows.flatMap(({ appointmentId, name }) => (appointmentId === id ? [name] : []));
}
