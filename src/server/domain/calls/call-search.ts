import { and, eq, gte, inArray, like, lt, or, type SQL, sql } from "drizzle-orm";
import type { MySqlColumn } from "drizzle-orm/mysql-core";
import type { CallFilter } from "@/contracts/call-list";
import { outcomesWithoutAppointment } from "@/contracts/calls";
import { dayRange } from "@/lib/day-range";
import { calls } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { partOfNumber } from "../customers/match-search";
import { searchCustomers } from "../customers/search-customers";
import { hoursOfWeek } from "./hours-of-week";

/** Whoever types a name means a handful of people; the likeliest. */
const mostPeople = 10;

/**
 * The condition of the calls that a filter lets through, the tenant included, and the index in which they lie in the
 * order of time. Databases guess that one wrong where a business owns most of the table. `start` is the column of the
 * time in the index that is read.
 */
export async function searchCalls(ctx: TenantContext, filter: CallFilter, start: MySqlColumn) {
  const { outcomes = [], customerId, branchId, agentId, search, weekday, hour, ...days } = filter;
  const { from, before } = dayRange(days, ctx.tenant.timeZone);
  const withoutAppointment = isSameSet(outcomes, outcomesWithoutAppointment);
  const caller = search ? await matchCaller(ctx, search) : undefined;
  const where = and(
    eq(calls.tenantId, ctx.tenant.id),
    withoutAppointment ? eq(calls.withoutAppointment, true) : undefined,
    outcomes.length > 0 && !withoutAppointment ? inArray(calls.outcome, outcomes) : undefined,
    customerId === undefined ? undefined : eq(calls.customerId, customerId),
    branchId === undefined ? undefined : eq(calls.branchId, branchId),
    agentId === undefined ? undefined : eq(calls.agentId, agentId),
    from && gte(start, from),
    before && lt(start, before),
    hoursOfWeek(start, filter, ctx.tenant.timeZone),
    caller?.where,
  );
  return { where, index: caller?.index ?? indexOf(filter, withoutAppointment) };
}

/** The narrowest that a filter allows. */
function indexOf({ outcomes, customerId, branchId, agentId }: CallFilter, withoutAppointment: boolean) {
  if (customerId !== undefined) return "calls_customer_ix";
  if (withoutAppointment) return "calls_without_appointment_ix";
  if (outcomes?.length === 1) return "calls_outcome_ix";
  if (branchId !== undefined) return "calls_branch_ix";
  if (agentId !== undefined) return "calls_agent_ix";
  return "calls_start_ix";
}

const isSameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && b.every((one) => a.includes(one));

/**
 * The calls of the people who may be meant, or, where there is nobody, of a number that begins so. Hidden callers have
 * no number to be found by; the customer they turned out to be has a name.
 */
async function matchCaller(ctx: TenantContext, search: string): Promise<{ where: SQL; index: string }> {
  const people = await searchCustomers(ctx, search, mostPeople);
  const ids = people.rows.map((row) => row.id);
  if (ids.length > 0) return { where: inArray(calls.customerId, ids), index: "calls_customer_ix" };
  const digits = partOfNumber(search);
  if (!digits) return { where: sql`false`, index: "calls_start_ix" };
  const beginnings = [`+49${digits}%`, `+${digits}%`].map((beginning) => like(calls.fromNumber, beginning));
  return { where: or(...beginnings) ?? sql`false`, index: "calls_number_ix" };
}
