import { type SQL, sql } from "drizzle-orm";
import { dayMs } from "@/lib/calendar-time";
import type { Interval } from "@/lib/intervals";
import type { TenantContext } from "../_core/context";

/**
 * Parts of the calendar as JSON columns: one statement reads what would be ten, and a caller waits for one answer of
 * the database instead of ten. Plain text with parameters, because it is built for every question.
 */
const list = (item: SQL, from: SQL) => sql`(SELECT JSON_ARRAYAGG(${item}) FROM ${from})`;
/** Long texts by id, apart from the lists: objects that hold them go through a temporary table, four times as slow. */
const texts = (key: SQL, text: SQL, from: SQL) => sql`(SELECT JSON_OBJECTAGG(${key}, ${text}) FROM ${from})`;

const branchesOf = ({ tenant }: TenantContext, branchId?: number) =>
  sql`branches b WHERE b.tenant_id = ${tenant.id} AND b.active ${only(sql`b.id`, branchId)}`;

export const branchNamesSql = (ctx: TenantContext, branchId?: number) =>
  texts(sql`b.id`, sql`b.name`, branchesOf(ctx, branchId));

export const branchZonesSql = (ctx: TenantContext, branchId?: number) =>
  texts(sql`b.id`, sql`b.time_zone`, branchesOf(ctx, branchId));

export const openingHoursSql = ({ tenant }: TenantContext, branchId?: number) =>
  list(
    sql`JSON_OBJECT('branchId', o.branch_id, 'weekday', o.weekday, 'startsMinute', o.starts_minute, 'endsMinute', o.ends_minute)`,
    sql`opening_hours o WHERE o.tenant_id = ${tenant.id} ${only(sql`o.branch_id`, branchId)}`,
  );

/** Company holidays and public ones of each branch's Bundesland: `<branch> <kind> <first day> <last day>` → its label. */
export const closedDaysSql = ({ tenant }: TenantContext, range: Interval) => {
  const [first, last] = daysAround(range);
  return texts(
    sql`CONCAT_WS(' ', d.branch_id, d.kind, d.starts_on, d.ends_on)`,
    sql`d.label`,
    sql`(SELECT c.branch_id, 'closure' AS kind, CAST(c.starts_on AS CHAR) AS starts_on, CAST(c.ends_on AS CHAR) AS ends_on, c.reason AS label
        FROM branch_closures c WHERE c.tenant_id = ${tenant.id} AND c.ends_on >= ${first} AND c.starts_on <= ${last}
      UNION ALL
      SELECT b.id, 'holiday', CAST(h.day AS CHAR), CAST(h.day AS CHAR), h.name
        FROM branches b JOIN public_holidays h ON h.federal_state = b.federal_state
        WHERE b.tenant_id = ${tenant.id} AND h.day BETWEEN ${first} AND ${last}) d`,
  );
};

/** Everyone qualified for the service, and the person asked for even if not. */
const staffOf = (
  { tenant }: TenantContext,
  { serviceId, staffId }: { serviceId: number; staffId?: number },
) => {
  const wished = staffId === undefined ? sql`FALSE` : sql`p.id = ${staffId}`;
  return sql`staff p LEFT JOIN staff_services q ON q.tenant_id = p.tenant_id AND q.staff_id = p.id AND q.service_id = ${serviceId}
    WHERE p.tenant_id = ${tenant.id} AND p.active AND (q.service_id IS NOT NULL OR ${wished})`;
};

type StaffWish = Parameters<typeof staffOf>[1];

export const staffSql = (ctx: TenantContext, wish: StaffWish) =>
  list(
    sql`JSON_OBJECT('id', p.id, 'lastBookedAt', CAST(p.last_booked_at AS CHAR), 'qualified', q.service_id IS NOT NULL)`,
    staffOf(ctx, wish),
  );

export const staffNamesSql = (ctx: TenantContext, wish: StaffWish) =>
  texts(sql`p.id`, sql`p.name`, staffOf(ctx, wish));

export const workingHoursSql = ({ tenant }: TenantContext, { serviceId, staffId }: StaffWish) =>
  list(
    sql`JSON_OBJECT('staffId', w.staff_id, 'branchId', w.branch_id, 'weekday', w.weekday, 'startsMinute', w.starts_minute, 'endsMinute', w.ends_minute)`,
    sql`staff_working_hours w LEFT JOIN staff_services q ON q.tenant_id = w.tenant_id AND q.staff_id = w.staff_id AND q.service_id = ${serviceId}
      WHERE w.tenant_id = ${tenant.id} AND (q.service_id IS NOT NULL OR ${staffId === undefined ? sql`FALSE` : sql`w.staff_id = ${staffId}`})`,
  );

export const specialHoursSql = ({ tenant }: TenantContext, range: Interval) => {
  const [first, last] = daysAround(range);
  return list(
    sql`JSON_OBJECT('staffId', x.staff_id, 'day', CAST(x.day AS CHAR), 'branchId', x.branch_id, 'startsMinute', x.starts_minute, 'endsMinute', x.ends_minute)`,
    sql`staff_special_hours x WHERE x.tenant_id = ${tenant.id} AND x.day BETWEEN ${first} AND ${last}`,
  );
};

export const timeOffSql = ({ tenant }: TenantContext, range: Interval) =>
  list(
    sql`JSON_OBJECT('staffId', f.staff_id, 'startsAt', CAST(f.starts_at AS CHAR), 'endsAt', CAST(f.ends_at AS CHAR))`,
    sql`staff_time_off f WHERE f.tenant_id = ${tenant.id}
      AND f.ends_at > ${new Date(range.start)} AND f.starts_at < ${new Date(range.end + dayMs)}`,
  );

export const gapsSql = ({ tenant }: TenantContext, serviceId: number) =>
  list(
    sql`JSON_OBJECT('startsMinute', g.starts_minute, 'endsMinute', g.ends_minute)`,
    sql`service_gaps g WHERE g.tenant_id = ${tenant.id} AND g.service_id = ${serviceId}`,
  );

const resourcesOf = ({ tenant }: TenantContext, serviceId: number) =>
  sql`service_resources sr JOIN resources r ON r.tenant_id = sr.tenant_id AND r.id = sr.resource_id
    WHERE sr.tenant_id = ${tenant.id} AND sr.service_id = ${serviceId}`;

export const resourcesSql = (ctx: TenantContext, serviceId: number) =>
  list(
    sql`JSON_OBJECT('id', r.id, 'branchId', r.branch_id, 'active', r.active)`,
    resourcesOf(ctx, serviceId),
  );

export const resourceNamesSql = (ctx: TenantContext, serviceId: number) =>
  texts(sql`r.id`, sql`r.name`, resourcesOf(ctx, serviceId));

const only = (column: SQL, id: number | undefined) => (id === undefined ? sql`` : sql`AND ${column} = ${id}`);

/** Calendar days that any zone may have within the range. */
const daysAround = (range: Interval) => [isoDay(range.start - dayMs), isoDay(range.end + 2 * dayMs)] as const;
const isoDay = (instant: number) => new Date(instant).toISOString().slice(0, 10);
