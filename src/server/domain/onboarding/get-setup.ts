import { asc, desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { SettledState, SetupStep } from "@/contracts/trades";
import { calls, phoneNumbers, setups } from "@/server/db/schema";
import { hasTestCaller } from "@/server/integrations/test-caller/client";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { firstBranch } from "./find-first-branch";

/**
 * How far the set-up of this business has come; nothing where there is none to be made. A number or a call that is
 * there settles its step, however it came.
 */
export async function getSetup(ctx: TenantContext) {
  requirePermission(ctx, "settings:write");
  const tenantId = ctx.tenant.id;
  const [setup] = await ctx.db
    .select({
      ...getTableColumns(setups),
      branchId: sql<number | null>`(${firstBranch(ctx)})`,
      phoneNumber: sql<string | null>`(${ctx.db
        .select({ phoneNumber: phoneNumbers.phoneNumber })
        .from(phoneNumbers)
        .where(eq(phoneNumbers.tenantId, tenantId))
        .orderBy(asc(phoneNumbers.id))
        .limit(1)})`,
      lastCallId: sql<number | null>`(${ctx.db
        .select({ id: calls.id })
        .from(calls)
        .where(eq(calls.tenantId, tenantId))
        .orderBy(desc(calls.startTimestamp), desc(calls.id))
        .limit(1)})`,
    })
    .from(setups)
    .where(eq(setups.tenantId, tenantId));
  if (!setup) return null;
  const { branchId, phoneNumber, lastCallId } = setup;
  const steps: Partial<Record<SetupStep, SettledState>> = { ...setup.steps };
  if (phoneNumber) steps.number = "done";
  if (lastCallId) steps.testCall = "done";
  return {
    trade: setup.trade,
    steps,
    isDismissed: setup.dismissedAt !== null,
    branchId,
    phoneNumber,
    wishedNumber: setup.wishedNumber,
    hasDemoNumbers: hasTestCaller(),
    lastCallId,
  };
}
