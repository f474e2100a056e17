import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
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
  name: string | null;
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
  const { people, zones, hasTeams } = await readPeople(ctx, from);
  const looksFor = hasTeams ? [shared, own] : [own];
  const next = await readNext(
    ctx,
    looksFor.flatMap((look) => [...people.keys()].map((id) => look(ctx, id, from))),
  );
  const furtherOf = hasTeams ? await readFurther(ctx, next) : () => [];
  return next
    .map(({ branchId, staffId, ...row }) => ({
      ...row,
      staffNames: [...(people.has(staffId) ? [people.get(staffId) as string] : []), ...furtherOf(row.id)],
      timeZone: (branchId !== null && zones.get(branchId)) || ctx.tenant.timeZone,
      changesAt: new Date(row.startTime.getTime() + graceMs),
    }))
    .sort((a, b) => a.startTime.getTime() - b.startTime.getTime() || a.id - b.id);
}

/**
 * Everybody by name, and the branches by their zone. Where nothing is ahead, nobody is looked for; that there are services
 * for several people, which is rare, is said by a row of its own: whoever has none does not pay for looking.
 */
async function readPeople({ db, tenant }: TenantContext, from: Date) {
  const isAnythingAhead = sql`(select 1 from ${appointments} force index (appointments_start_ix)
    where tenant_id = ${tenant.id} and start_time >= ${from} limit 1) is not null`;
  const [rows] = await db.execute(sql`
    (select 'team' as kind, 0 as id, '' as text from ${appointmentStaff} where tenant_id = ${tenant.id} limit 1)
    union all
    (select 'zone', id, time_zone from ${branches} force index (branches_tenant_id_uq)
      where tenant_id = ${tenant.id})
    union all
    (select 'person', id, name from ${staff} force index (staff_tenant_id_uq)
      where tenant_id = ${tenant.id} and active and ${isAnythingAhead} order by id limit ${mostPeople})`);
  const found = rows as unknown as { kind: "team" | "zone" | "person"; id: number; text: string }[];
  const textsOf = (kind: "zone" | "person") =>
    new Map(found.flatMap((row) => (row.kind === kind ? [[row.id, row.text] as const] : [])));
  return {
    people: textsOf("person"),
    zones: textsOf("zone"),
    hasTeams: found.some(({ kind }) => kind === "team"),
  };
}

/**
 * All looks in one statement; who is found twice has the first. Each look names its person: told by a row of another
 * table, databases would walk through that person's past to find what is ahead.
 */
async function readNext(ctx: TenantContext, looks: readonly SQL[]): Promise<Next[]> {
  if (looks.length === 0) return [];
  const [rows] = await ctx.db.execute(sql.join([...looks], sql` union all `));
  const nextOf = new Map<number, Next>();
  for (const { personId, start, end, ...row } of rows as unknown as Found[])
    if (!nextOf.has(personId))
      nextOf.set(personId, { ...row, startTime: instantOfRow(start), endTime: instantOfRow(end) });
  return [...new Map([...nextOf.values()].map((next) => [next.id, next])).values()];
}

interface Found extends Omit<Next, "startTime" | "endTime"> {
  personId: number;
  start: string;
  end: string;
}

const look = ({ tenant }: TenantContext, personId: number, index: SQL, found: SQL) => sql`(
  select ${personId} as personId, a.id, cast(a.start_time as char) as start, cast(a.end_time as char) as end, a.status,
    a.staff_id as staffId, a.service_id as serviceId, a.branch_id as branchId,
    coalesce(a.attendee_name, customer.name) as name
  from ${appointments} a force index (${index})
  left join ${customers} customer force index (primary)
    on customer.tenant_id = a.tenant_id and customer.id = a.customer_id
  where a.tenant_id = ${tenant.id} and a.status in ('pending', 'scheduled') and ${found})`;

/** In the order of the whole index: MySQL would sort everything ahead to find the first by its time alone. */
const inTime = sql.raw("order by a.tenant_id, a.staff_id, a.start_time limit 1");

const own = (ctx: TenantContext, staffId: number, from: Date) =>
  look(
    ctx,
    staffId,
    sql`appointments_staff_ix`,
    sql`a.staff_id = ${staffId} and a.start_time >= ${from} ${inTime}`,
  );

/** Somebody else's appointment in which they take part before their own, found by the time it takes of them. */
const shared = (ctx: TenantContext, staffId: number, from: Date) =>
  look(
    ctx,
    staffId,
    sql`primary`,
    sql`a.start_time >= ${from} and a.id = (
      select cell.appointment_id
      from ${staffTimeCells} cell force index (primary)
      join ${appointmentStaff} part
        on part.tenant_id = cell.tenant_id and part.appointment_id = cell.appointment_id
          and part.staff_id = cell.staff_id
      where cell.tenant_id = ${ctx.tenant.id} and cell.staff_id = ${staffId} and cell.cell_start >= ${from}
        and cell.cell_start < coalesce((
          select a.start_time from ${appointments} a force index (appointments_staff_ix)
          where a.tenant_id = ${ctx.tenant.id} and a.staff_id = ${staffId} and a.start_time >= ${from}
            and a.status in ('pending', 'scheduled') ${inTime}), '9999-01-01')
      order by cell.cell_start limit 1)`,
  );

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
