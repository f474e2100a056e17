import { eq } from "drizzle-orm";
import type { BookingRule, CallPolicy } from "@/contracts/booking-rules";
import { bookingRules, tenants } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { listBranches, listServices } from "../catalog/queries";
import { mergeRules } from "./booking-rule";
import { branchScope, serviceScope, tenantScope } from "./scopes";

/** Every rule as it was set, for the business, each branch and each service, and how the phone deals with callers. */
export async function getBookingSettings(ctx: TenantContext) {
  requirePermission(ctx, "catalog:read");
  const [callPolicy, rows, branches, services] = await Promise.all([
    readCallPolicy(ctx),
    ctx.db.select().from(bookingRules).where(eq(bookingRules.tenantId, ctx.tenant.id)),
    listBranches(ctx),
    listServices(ctx),
  ]);
  const ruleOf = (scope: string): BookingRule => mergeRules(rows.filter((row) => row.scope === scope));
  return {
    callPolicy,
    business: ruleOf(tenantScope),
    branches: branches.map(({ id, name }) => ({ id, name, rule: ruleOf(branchScope(id)) })),
    services: services.map(({ id, name }) => ({ id, name, rule: ruleOf(serviceScope(id)) })),
  };
}

async function readCallPolicy(ctx: TenantContext): Promise<CallPolicy> {
  const [row] = await ctx.db
    .select({
      spokenYesRequired: tenants.spokenYesRequired,
      holdMinutes: tenants.holdMinutes,
      callerProof: tenants.callerProof,
      saysHalfHours: tenants.saysHalfHours,
    })
    .from(tenants)
    .where(eq(tenants.id, ctx.tenant.id));
  if (!row) throw notFound("tenant");
  return row;
}
