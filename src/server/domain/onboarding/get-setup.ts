import { asc, desc, eq } from "drizzle-orm";
import type { SettledState, SetupStep } from "@/contracts/trades";
import { calls, phoneNumbers, setups } from "@/server/db/schema";
import { hasTestCaller } from "@/server/integrations/test-caller/client";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { findFirstBranch } from "./find-first-branch";

/**
 * How far the set-up of this business has come; nothing where there is none to be made. A number or a call that is
 * there settles its step, however it came.
 */
export async function getSetup(ctx: TenantContext) {
  requirePermission(ctx, "settings:write");
  const tenantId = ctx.tenant.id;
  const [setup] = await ctx.db.select().from(setups).where(eq(setups.tenantId, tenantId));
  if (!setup) return null;
  const [branch, [number], [call]] = await Promise.all([
    findFirstBranch(ctx),
    ctx.db
      .select({ phoneNumber: phoneNumbers.phoneNumber })
      .from(phoneNumbers)
      .where(eq(phoneNumbers.tenantId, tenantId))
      .orderBy(asc(phoneNumbers.id))
      .limit(1),
    ctx.db
      .select({ id: calls.id })
      .from(calls)
      .where(eq(calls.tenantId, tenantId))
      .orderBy(desc(calls.startTimestamp), desc(calls.id))
      .limit(1),
  ]);
  const steps: Partial<Record<SetupStep, SettledState>> = { ...setup.steps };
  if (number) steps.number = "done";
  if (call) steps.testCall = "done";
  return {
    trade: setup.trade,
    steps,
    isDismissed: setup.dismissedAt !== null,
    branchId: branch?.id ?? null,
    phoneNumber: number?.phoneNumber ?? null,
    wishedNumber: setup.wishedNumber,
    hasDemoNumbers: hasTestCaller(),
    lastCallId: call?.id ?? null,
  };
}
