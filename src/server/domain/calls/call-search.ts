import { and, desc, eq, gte, inArray, like, lt, or, type SQL } from "drizzle-orm";
import { type CallFilter, outcomesWithoutAppointment } from "@/contracts/call-list";
import { dayRange } from "@/lib/day-range";
import { calls, customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { contains, matchesCustomer, partOfNumber } from "../customers/match-search";
import { hoursOfWeek } from "./hours-of-week";

/** Whoever types a name means a handful of people; the newest of these at most. */
const mostPeople = 200;

/**
 * The condition of the calls that a filter lets through, the tenant included, and the index in which they lie in the
 * order of time. Databases guess that one wrong where a business owns most of the table.
 */
export async function searchCalls(ctx: TenantContext, filter: CallFilter) {
  const { outcomes = [], customerId, branchId, agentId, search, weekday, hour, ...days } = filter;
  const { from, before } = dayRange(days, ctx.tenant.timeZone);
  const withoutAppointment = isSameSet(outcomes, outcomesWithoutAppointment);
  const where = and(
    eq(calls.tenantId, ctx.tenant.id),
    withoutAppointment ? eq(calls.withoutAppointment, true) : undefined,
    outcomes.length > 0 && !withoutAppointment ? inArray(calls.outcome, outcomes) : undefined,
    customerId === undefined ? undefined : eq(calls.customerId, customerId),
    branchId === undefined ? undefined : eq(calls.branchId, branchId),
    agentId === undefined ? undefined : eq(calls.agentId, agentId),
    from && gte(calls.startTimestamp, from),
    before && lt(calls.startTimestamp, before),
    hoursOfWeek(calls.startTimestamp, filter, ctx.tenant.timeZone),
    search ? await matchesCaller(ctx, search) : undefined,
  );
  return { where, index: search ? undefined : indexOf(filter, withoutAppointment) };
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

/** Hidden callers have no number to be found by; the customer they turned out to be has a name. */
async function matchesCaller(ctx: TenantContext, search: string): Promise<SQL | undefined> {
  const people = await ctx.db
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.tenantId, ctx.tenant.id), matchesCustomer(search)))
    .orderBy(desc(customers.id))
    .limit(mostPeople);
  const digits = partOfNumber(search);
  return or(
    inArray(
      calls.customerId,
      people.map((row) => row.id),
    ),
    digits ? like(calls.fromNumber, contains(digits)) : undefined,
  );
}
