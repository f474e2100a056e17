import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { MySqlColumn } from "drizzle-orm/mysql-core";
import type { AppointmentStatus } from "@/contracts/appointment-states";
import {
  appointmentStaff,
  appointments,
  branches,
  customers,
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

interface Person {
  id: number;
  name: string;
  next: Next | undefined;
}

/**
 * Who is next with whom: the next appointment of each active person, alone or as one of several, the soonest first. One
 * look into the index per person, so that a full calendar costs no more than an empty one. `staffNames` begins with
 * whose appointment it is, `changesAt` is when somebody else is next. Services go by id: who shows them has the catalogue,
 * which changes once a month and not with every appointment.
 */
export async function listNextAppointments(ctx: TenantContext, now = new Date()) {
  requirePermission(ctx, "appointments:read");
  const from = new Date(now.getTime() - graceMs);
  const { people, hasTeams } = await readPeople(ctx, from);
  const next = hasTeams ? await addShared(ctx, people, from) : people.flatMap((person) => person.next ?? []);
  const [nameOf, furtherOf] = await Promise.all([
    readNames(ctx, next),
    hasTeams ? readFurther(ctx, next) : () => [],
  ]);
  return next
    .map(({ branchId, customerId, staffId, attendeeName, ...row }) => ({
      ...row,
      name: attendeeName ?? nameOf("customer", customerId),
      staffNames: [...people.flatMap(({ id, name }) => (id === staffId ? [name] : [])), ...furtherOf(row.id)],
      timeZone: nameOf("branch", branchId) ?? ctx.tenant.timeZone,
      changesAt: new Date(row.startTime.getTime() + graceMs),
    }))
    .sort((a, b) => a.startTime.getTime() - b.startTime.getTime() || a.id - b.id);
}

/**
 * Everybody with their own next appointment. Where nothing is ahead, nobody is looked for; that there are services for
 * several people, which is rare, is said by a row of its own: whoever has none does not pay for looking.
 */
async function readPeople(ctx: TenantContext, from: Date) {
  const { id: tenantId } = ctx.tenant;
  const [rows] = await ctx.db.execute(sql`
    (select 0 as id, '' as name, null as next from ${appointmentStaff} where tenant_id = ${tenantId} limit 1)
    union all
    (select person.id, person.name, ${own(ctx, sql`person.id`, from, packed)}
      from ${staff} person force index (staff_tenant_id_uq)
      where person.tenant_id = ${tenantId} and person.active
        and (select 1 from ${appointments} force index (appointments_start_ix)
          where tenant_id = ${tenantId} and start_time >= ${from} limit 1) is not null
      order by person.id limit ${mostPeople})`);
  const found = rows as unknown as { id: number; name: string; next: string | null }[];
  const people = found
    .filter(({ id }) => id > 0)
    .map(({ id, name, next }): Person => ({ id, name, next: next === null ? undefined : unpack(next) }));
  return { people, hasTeams: people.length < found.length };
}

/** One column for a whole appointment: a look that answers with one needs no second to fetch it. */
const packed = sql.raw(
  `cast(json_array(id, cast(start_time as char), cast(end_time as char), status, staff_id, service_id, branch_id,
     customer_id, attendee_name) as char)`,
);

type Reference = number | null;
type Packed = [
  number,
  string,
  string,
  Next["status"],
  number,
  Reference,
  Reference,
  Reference,
  string | null,
];

function unpack(text: string): Next {
  const [id, start, end, status, staffId, serviceId, branchId, customerId, attendeeName] = JSON.parse(
    text,
  ) as Packed;
  const [startTime, endTime] = [instantOfRow(start), instantOfRow(end)];
  return { id, startTime, endTime, status, staffId, serviceId, branchId, customerId, attendeeName };
}

const isAhead = (from: Date) => sql`start_time >= ${from} and status in ('pending', 'scheduled')`;

/** In the order of the whole index: MySQL would sort everything ahead to find the first by its time alone. */
const own = ({ tenant }: TenantContext, staffId: SQL, from: Date, column: SQL) => sql`(
  select ${column} from ${appointments} force index (appointments_staff_ix)
  where tenant_id = ${tenant.id} and staff_id = ${staffId} and ${isAhead(from)}
  order by tenant_id, staff_id, start_time limit 1)`;

/** Whose next is somebody else's appointment, in which they take part before their own, has that one. */
async function addShared(ctx: TenantContext, people: readonly Person[], from: Date): Promise<Next[]> {
  if (people.length === 0) return [];
  const looks = people.map(({ id }) => shared(ctx, id, from));
  const [rows] = await ctx.db.execute(sql.join(looks, sql` union all `));
  const found = rows as unknown as { personId: number; next: string }[];
  const sharedOf = new Map(found.map(({ personId, next }) => [Number(personId), unpack(next)]));
  const next = people.flatMap((person) => sharedOf.get(person.id) ?? person.next ?? []);
  return [...new Map(next.map((row) => [row.id, row])).values()];
}

/** Found by the time it takes of them. */
const shared = (ctx: TenantContext, staffId: number, from: Date) => sql`(
  select ${staffId} as personId, ${packed} as next
  from ${appointments} force index (primary)
  where tenant_id = ${ctx.tenant.id} and ${isAhead(from)} and id = (
    select cell.appointment_id
    from ${staffTimeCells} cell force index (primary)
    join ${appointmentStaff} part
      on part.tenant_id = cell.tenant_id and part.appointment_id = cell.appointment_id
        and part.staff_id = cell.staff_id
    where cell.tenant_id = ${ctx.tenant.id} and cell.staff_id = ${staffId} and cell.cell_start >= ${from}
      and cell.cell_start < coalesce(${own(ctx, sql`${staffId}`, from, sql`start_time`)}, '9999-01-01')
    order by cell.cell_start limit 1))`;

type Kind = "customer" | "branch";

/** Customers by name, branches by their zone: each read once, all in one statement. */
async function readNames(ctx: TenantContext, next: readonly Next[]) {
  const unnamed = next.filter(({ attendeeName }) => attendeeName === null);
  const looks = [
    named(
      ctx,
      "customer",
      customers.name,
      unnamed.map(({ customerId }) => customerId),
    ),
    named(
      ctx,
      "branch",
      branches.timeZone,
      next.map(({ branchId }) => branchId),
    ),
  ].filter((look) => look !== undefined);
  const [rows] = looks.length === 0 ? [[]] : await ctx.db.execute(sql.join(looks, sql` union all `));
  const found = rows as unknown as { kind: Kind; id: number; text: string }[];
  return (kind: Kind, id: Reference) => found.find((row) => row.kind === kind && row.id === id)?.text ?? null;
}

function named({ tenant }: TenantContext, kind: Kind, text: MySqlColumn, ids: readonly Reference[]) {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return undefined;
  return sql`(select ${kind} as kind, id, ${sql.identifier(text.name)} as text
    from ${text.table} force index (primary) where tenant_id = ${tenant.id} and id in ${known})`;
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
