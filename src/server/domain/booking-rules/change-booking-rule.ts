import { and, eq } from "drizzle-orm";
import { type BookingRule, type BookingRuleChange, bookingRuleChange } from "@/contracts/booking-rules";
import { bookingRules, branches, services, tenants } from "@/server/db/schema";
import { changesOf } from "../_core/changes-of";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { type Transaction, transact } from "../_core/transact";
import { mergeRules, noRule } from "./booking-rule";
import { branchScope, serviceScope, tenantScope } from "./scopes";

/**
 * Replaces the rule of the business, of one branch or of one service. A rule that says nothing is no row. The event
 * names the fields that changed; without any there is none.
 * @throws DomainError `branch.not_found`, `service.not_found`
 */
export async function changeBookingRule(ctx: TenantContext, input: BookingRuleChange): Promise<BookingRule> {
  requirePermission(ctx, "settings:write");
  const { branchId, serviceId, ...rule } = bookingRuleChange.parse(input);
  const scope = branchId ? branchScope(branchId) : serviceId ? serviceScope(serviceId) : tenantScope;
  return transact(ctx.db, async (tx) => {
    await lockTenant(ctx, tx);
    if (branchId) await requireBranch(ctx, tx, branchId);
    if (serviceId) await requireService(ctx, tx, serviceId);
    const here = and(eq(bookingRules.tenantId, ctx.tenant.id), eq(bookingRules.scope, scope));
    const before = mergeRules(await tx.select().from(bookingRules).where(here));
    const changed = changesOf(before, { ...noRule, ...rule });
    if (changed.fields.length === 0) return before;
    await tx.delete(bookingRules).where(here);
    if (Object.values(rule).some((value) => value !== null))
      await tx.insert(bookingRules).values({ tenantId: ctx.tenant.id, scope, branchId, serviceId, ...rule });
    await recordEvent(ctx, tx, "booking_rule.changed", branchId ?? serviceId ?? null, { scope, ...changed });
    return rule;
  });
}

/** Two people who change rules at once take turns. */
async function lockTenant(ctx: TenantContext, tx: Transaction): Promise<void> {
  await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, ctx.tenant.id)).for("update");
}

async function requireBranch(ctx: TenantContext, tx: Transaction, branchId: number): Promise<void> {
  const [row] = await tx
    .select({ id: branches.id })
    .from(branches)
    .where(and(eq(branches.tenantId, ctx.tenant.id), eq(branches.id, branchId)));
  if (!row) throw notFound("branch");
}

async function requireService(ctx: TenantContext, tx: Transaction, serviceId: number): Promise<void> {
  const [row] = await tx
    .select({ id: services.id })
    .from(services)
    .where(and(eq(services.tenantId, ctx.tenant.id), eq(services.id, serviceId)));
  if (!row) throw notFound("service");
}
