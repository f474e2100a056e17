import { type SQL, sql } from "drizzle-orm";
import { dayMs } from "@/lib/calendar-time";
import type { Interval } from "@/lib/intervals";
import type { TenantContext } from "../_core/context";

/** MySQL hands JSON over parsed, MariaDB as text. Null where there was nothing to aggregate. */
export type JsonList<T> = T[] | string | null;
/** The same for texts by id. */
export type JsonTexts<T = string> = Record<string, T> | string | null;

interface Wish {
  range: Interval;
  serviceId?: number;
  branchId?: number;
  staffId?: number;
}

/** What the placeholders of the parts below stand for; without a branch all of them count. */
export const valuesOf = ({ tenant }: TenantContext, { range, serviceId, branchId, staffId }: Wish) => ({
  tenantId: tenant.id,
  serviceId: serviceId ?? null,
  branchId: branchId ?? null,
  staffId: staffId ?? null,
  from: new Date(range.start),
  until: new Date(range.end + dayMs),
  // Calendar days that any zone may have within the range.
  firstDay: isoDay(range.start - dayMs),
  lastDay: isoDay(range.end + 2 * dayMs),
});

const isoDay = (instant: number) => new Date(instant).toISOString().slice(0, 10);

export const wanted = {
  tenantId: sql.placeholder("tenantId"),
  serviceId: sql.placeholder("serviceId"),
  branchId: sql.placeholder("branchId"),
  staffId: sql.placeholder("staffId"),
};
const { tenantId, serviceId, branchId, staffId } = wanted;
const [firstDay, lastDay] = [sql.placeholder("firstDay"), sql.placeholder("lastDay")];

/**
 * Parts of the calendar as JSON columns: one statement reads what would be ten, and a caller waits for one answer of
 * the database instead of ten.
 */
export const list = <Item>(item: SQL, from: SQL) =>
  sql<JsonList<Item>>`(SELECT JSON_ARRAYAGG(${item}) FROM ${from})`;
/** Long texts by id, apart from the lists: objects that hold them go through a temporary table, four times as slow. */
const texts = <Text = string>(key: SQL, text: SQL, from: SQL) =>
  sql<JsonTexts<Text>>`(SELECT JSON_OBJECTAGG(${key}, ${text}) FROM ${from})`;

/** One branch, or all of them. */
const wantedBranch = (id: SQL) => sql`(${branchId} IS NULL OR ${id} = ${branchId})`;

const branches = sql`branches b WHERE b.tenant_id = ${tenantId} AND b.active AND ${wantedBranch(sql`b.id`)}`;

/** Company holidays and public ones of each branch's Bundesland. */
const closedDays = sql`(SELECT c.branch_id, 'closure' AS kind, CAST(c.starts_on AS CHAR) AS starts_on, CAST(c.ends_on AS CHAR) AS ends_on, c.reason AS label
    FROM branch_closures c WHERE c.tenant_id = ${tenantId} AND c.ends_on >= ${firstDay} AND c.starts_on <= ${lastDay}
  UNION ALL
  SELECT b.id, 'holiday', CAST(h.day AS CHAR), CAST(h.day AS CHAR), h.name
    FROM branches b JOIN public_holidays h ON h.federal_state = b.federal_state
    WHERE b.tenant_id = ${tenantId} AND h.day BETWEEN ${firstDay} AND ${lastDay}) d`;

interface WeeklyRow {
  weekday: number;
  startsMinute: number;
  endsMinute: number;
}

export const branchColumns = {
  branchNames: texts(sql`b.id`, sql`b.name`, branches),
  branchZones: texts(sql`b.id`, sql`b.time_zone`, branches),
  openingHours: list<WeeklyRow & { branchId: number }>(
    sql`JSON_OBJECT('branchId', o.branch_id, 'weekday', o.weekday, 'startsMinute', o.starts_minute, 'endsMinute', o.ends_minute)`,
    sql`opening_hours o WHERE o.tenant_id = ${tenantId} AND ${wantedBranch(sql`o.branch_id`)}`,
  ),
  specialOpeningHours: list<Omit<WeeklyRow, "weekday"> & { branchId: number; day: string }>(
    sql`JSON_OBJECT('branchId', y.branch_id, 'day', CAST(y.day AS CHAR), 'startsMinute', y.starts_minute, 'endsMinute', y.ends_minute)`,
    sql`branch_special_hours y WHERE y.tenant_id = ${tenantId} AND ${wantedBranch(sql`y.branch_id`)}
      AND y.day BETWEEN ${firstDay} AND ${lastDay}`,
  ),
  /** `<branch> <kind> <first day> <last day>` → its label. */
  closedDays: texts<string | null>(
    sql`CONCAT_WS(' ', d.branch_id, d.kind, d.starts_on, d.ends_on)`,
    sql`d.label`,
    closedDays,
  ),
};

/** When people work otherwise than every week, and when not at all. */
export const exceptionColumns = {
  specialHours: list<Omit<WeeklyRow, "weekday"> & { staffId: number; branchId: number; day: string }>(
    sql`JSON_OBJECT('staffId', x.staff_id, 'day', CAST(x.day AS CHAR), 'branchId', x.branch_id, 'startsMinute', x.starts_minute, 'endsMinute', x.ends_minute)`,
    sql`staff_special_hours x WHERE x.tenant_id = ${tenantId} AND x.day BETWEEN ${firstDay} AND ${lastDay}`,
  ),
  timeOff: list<{ staffId: number; startsAt: string; endsAt: string }>(
    sql`JSON_OBJECT('staffId', f.staff_id, 'startsAt', CAST(f.starts_at AS CHAR), 'endsAt', CAST(f.ends_at AS CHAR))`,
    sql`staff_time_off f WHERE f.tenant_id = ${tenantId}
      AND f.ends_at > ${sql.placeholder("from")} AND f.starts_at < ${sql.placeholder("until")}`,
  ),
};

const workingHour = sql`JSON_OBJECT('staffId', w.staff_id, 'branchId', w.branch_id, 'weekday', w.weekday, 'startsMinute', w.starts_minute, 'endsMinute', w.ends_minute)`;

export const workingHours = (from: SQL) =>
  list<WeeklyRow & { staffId: number; branchId: number }>(workingHour, sql`staff_working_hours w ${from}`);

/** Everyone qualified for the service, and the person asked for even if not. */
const people = sql`staff p LEFT JOIN staff_services q ON q.tenant_id = p.tenant_id AND q.staff_id = p.id AND q.service_id = ${serviceId}
  WHERE p.tenant_id = ${tenantId} AND p.active AND (q.service_id IS NOT NULL OR p.id = ${staffId})`;

const resources = sql`service_resources sr JOIN resources r ON r.tenant_id = sr.tenant_id AND r.id = sr.resource_id
  WHERE sr.tenant_id = ${tenantId} AND sr.service_id = ${serviceId}`;

export const serviceColumns = {
  gaps: list<{ startsMinute: number; endsMinute: number }>(
    sql`JSON_OBJECT('startsMinute', g.starts_minute, 'endsMinute', g.ends_minute)`,
    sql`service_gaps g WHERE g.tenant_id = ${tenantId} AND g.service_id = ${serviceId}`,
  ),
  resources: list<{ id: number; branchId: number; active: number | boolean }>(
    sql`JSON_OBJECT('id', r.id, 'branchId', r.branch_id, 'active', r.active)`,
    resources,
  ),
  resourceNames: texts(sql`r.id`, sql`r.name`, resources),
  staff: list<{ id: number; lastBookedAt: string | null; qualified: number | boolean }>(
    sql`JSON_OBJECT('id', p.id, 'lastBookedAt', CAST(p.last_booked_at AS CHAR), 'qualified', q.service_id IS NOT NULL)`,
    people,
  ),
  staffNames: texts(sql`p.id`, sql`p.name`, people),
  workingHours:
    workingHours(sql`LEFT JOIN staff_services q ON q.tenant_id = w.tenant_id AND q.staff_id = w.staff_id AND q.service_id = ${serviceId}
    WHERE w.tenant_id = ${tenantId} AND (q.service_id IS NOT NULL OR w.staff_id = ${staffId})`),
};
