import { and, asc, count, eq, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/mysql-core";
import { branches, phoneNumbers, setups, tenants, unassignedCalls } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

const shown = 200;
const holders = alias(tenants, "holders");

/**
 * Numbers that businesses asked for while setting up and that do not ring there yet, the oldest wish first: whose it
 * is meanwhile, how many calls wait for it, and the branch it was wished for.
 */
export function listWishedNumbers(ctx: PlatformContext) {
  requirePermission(ctx, "platform:admin");
  const waitingCalls = ctx.db
    .select({ calls: count() })
    .from(unassignedCalls)
    .where(and(eq(unassignedCalls.toNumber, setups.wishedNumber), isNull(unassignedCalls.assignedAt)));
  const branchId = ctx.db
    .select({ id: branches.id })
    .from(branches)
    .where(and(eq(branches.tenantId, setups.tenantId), eq(branches.active, true)))
    .orderBy(asc(branches.id))
    .limit(1);
  return ctx.db
    .select({
      phoneNumber: sql<string>`${setups.wishedNumber}`,
      tenantSlug: tenants.slug,
      tenantName: tenants.name,
      branchId: sql<number | null>`(${branchId})`,
      waitingCalls: sql<number>`(${waitingCalls})`.mapWith(Number),
      holderName: holders.name,
    })
    .from(setups)
    .innerJoin(tenants, eq(tenants.id, setups.tenantId))
    .leftJoin(phoneNumbers, eq(phoneNumbers.phoneNumber, setups.wishedNumber))
    .leftJoin(holders, eq(holders.id, phoneNumbers.tenantId))
    .where(
      and(
        isNotNull(setups.wishedNumber),
        eq(tenants.status, "active"),
        or(isNull(phoneNumbers.id), ne(phoneNumbers.tenantId, setups.tenantId)),
      ),
    )
    .orderBy(asc(setups.createdAt), asc(setups.tenantId))
    .limit(shown);
}
