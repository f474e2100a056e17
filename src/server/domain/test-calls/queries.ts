import { hasRetell } from "@/server/integrations/retell/client";
import { hasTestCaller, listTestScenarios } from "@/server/integrations/test-caller/client";
import type { TenantContext } from "../_core/context";
import { can, requirePermission } from "../_core/permissions";
import { testCallsUnavailable } from "./unavailable";

/** Whether simulated callers are at hand, and this person may let them call. Asks nobody. */
export const canTestCall = (ctx: TenantContext) => hasTestCaller() && can(ctx.actor, "appointments:write");

/**
 * How this person can try the assistant here: somebody made up rings, or they talk to it themselves. Null: not at all.
 * Asks nobody.
 */
export function findTestCallWay(ctx: TenantContext): "simulated" | "web" | null {
  if (!can(ctx.actor, "appointments:write")) return null;
  if (hasTestCaller()) return "simulated";
  return hasRetell() ? "web" : null;
}

/** The stories a simulated caller can play here. @throws DomainError `test_call.unavailable` */
export async function listScenarios(ctx: TenantContext) {
  requirePermission(ctx, "appointments:write");
  if (!hasTestCaller()) throw testCallsUnavailable();
  return listTestScenarios(ctx.tenant.slug).catch(() => {
    throw testCallsUnavailable();
  });
}
