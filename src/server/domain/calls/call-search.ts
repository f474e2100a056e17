import { and, eq, gte, inArray, isNull, like, lt, or, type SQL, sql } from "drizzle-orm";
import type { MySqlColumn } from "drizzle-orm/mysql-core";
import type { CallFilter } from "@/contracts/call-list";
import { missedOutcomes, outcomesWithoutAppointment } from "@/contracts/calls";
import { dayRange } from "@/lib/day-range";
import { wallTimeOf } from "@/lib/plain-date";
import { calls } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { partOfNumber } from "../customers/match-search";
import { searchCustomers } from "../customers/search-customers";
import { hoursOfWeek } from "./hours-of-week";

/** Whoever types a name means a handful of people; the likeliest. */
const mostPeople = 10;

/** Customers who may be meant, or, where there is nobody, the beginnings of numbers; neither finds nothing. */
type Callers = { people: number[] } | { beginnings: string[] };

/**
 * The condition of the calls that a filter lets through, the tenant included, and the index in which they lie in the
 * order of time. Databases guess that one wrong where a business owns most of the table. `start` is the column of the
 * time in the index that is read. With `people`, the calls are theirs; the condition does not say so.
 */
export async function searchCalls(ctx: TenantContext, filter: CallFilter, start: MySqlColumn) {
  const { customerId, branchId, agentId, search, weekday, hour } = filter;
  const { timeZone } = ctx.tenant;
  const days = daysOf(filter, timeZone);
  const { from, before } = dayRange(days, timeZone);
  const callers = search ? await findCallers(ctx, search) : undefined;
  const where = and(
    eq(calls.tenantId, ctx.tenant.id),
    filter.callbackOpen ? eq(calls.callbackOpen, true) : undefined,
    oneOf(filter),
    customerId === undefined ? undefined : eq(calls.customerId, customerId),
    branchId === undefined ? undefined : belongsTo(calls.branchId, branchId),
    agentId === undefined ? undefined : belongsTo(calls.agentId, agentId),
    from && gte(start, from),
    before && lt(start, before),
    hoursOfWeek(start, { ...days, weekday, hour }, timeZone),
    callers && "beginnings" in callers ? beginsWith(callers.beginnings) : undefined,
  );
  const people = callers && "people" in callers ? callers.people : undefined;
  const index = callers ? (people ? "calls_customer_ix" : "calls_number_ix") : indexOf(filter);
  return { where, index, people };
}

const belongsTo = (column: MySqlColumn, id: number) => (id === 0 ? isNull(column) : eq(column, id));

function daysOf({ day, fromDate, toDate }: CallFilter, timeZone: string) {
  if (day === undefined) return { fromDate, toDate };
  const { date } = wallTimeOf(new Date(), timeZone);
  return { fromDate: date, toDate: date };
}

/** The groups that are asked for every day have a column of their own. */
function oneOf({ outcomes = [] }: CallFilter): SQL | undefined {
  if (outcomes.length === 0) return undefined;
  if (isSameSet(outcomes, outcomesWithoutAppointment)) return eq(calls.withoutAppointment, true);
  if (isSameSet(outcomes, missedOutcomes)) return eq(calls.missed, true);
  return inArray(calls.outcome, outcomes);
}

/** The narrowest that a filter allows. */
function indexOf({ outcomes = [], customerId, branchId, agentId, callbackOpen }: CallFilter) {
  if (customerId !== undefined) return "calls_customer_ix";
  if (callbackOpen) return "calls_callback_ix";
  if (isSameSet(outcomes, missedOutcomes)) return "calls_missed_ix";
  if (isSameSet(outcomes, outcomesWithoutAppointment)) return "calls_without_appointment_ix";
  if (outcomes.length === 1) return "calls_outcome_ix";
  if (branchId !== undefined) return "calls_branch_ix";
  if (agentId !== undefined) return "calls_agent_ix";
  return "calls_start_ix";
}

const isSameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && b.every((one) => a.includes(one));

/** Hidden callers have no number to be found by; the customer they turned out to be has a name. */
async function findCallers(ctx: TenantContext, search: string): Promise<Callers> {
  const people = (await searchCustomers(ctx, search, mostPeople)).rows.map((row) => row.id);
  if (people.length > 0) return { people };
  const digits = partOfNumber(search);
  return { beginnings: digits ? [`+49${digits}`, `+${digits}`] : [] };
}

const beginsWith = (beginnings: readonly string[]) =>
  or(...beginnings.map((beginning) => like(calls.fromNumber, `${beginning}%`))) ?? sql`false`;
