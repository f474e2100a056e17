import { and, desc, eq, gte, inArray, like, lt, or, type SQL } from "drizzle-orm";
import type { CallFilter } from "@/contracts/call-list";
import { dayRange } from "@/lib/day-range";
import { calls, customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { contains, matchesCustomer, partOfNumber } from "../customers/match-search";

/** Whoever types a name means a handful of people; the newest of these at most. */
const mostPeople = 200;

/** The condition of the calls that a filter lets through, the tenant included. */
export async function matchesCall(ctx: TenantContext, filter: CallFilter): Promise<SQL | undefined> {
  const { outcomes, customerId, search, ...days } = filter;
  const { from, before } = dayRange(days, ctx.tenant.timeZone);
  return and(
    eq(calls.tenantId, ctx.tenant.id),
    outcomes && outcomes.length > 0 ? inArray(calls.outcome, outcomes) : undefined,
    customerId === undefined ? undefined : eq(calls.customerId, customerId),
    from && gte(calls.startTimestamp, from),
    before && lt(calls.startTimestamp, before),
    search ? await matchesCaller(ctx, search) : undefined,
  );
}

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
