import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { branches, phoneNumbers } from "@/server/db/schema";
import { hasTestCaller, listTestScenarios, startTestCall } from "@/server/integrations/test-caller/client";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";

const schema = z.object({ scenario: z.string().min(1).max(64) });

/**
 * The stories a simulated caller can play here; NULL where there are no simulated callers.
 * @throws DomainError `test_call.unavailable`
 */
export async function listScenarios(ctx: TenantContext) {
  requirePermission(ctx, "appointments:write");
  if (!hasTestCaller()) return null;
  return listTestScenarios().catch(unavailable);
}

/**
 * Has a simulated caller ring this business; what follows arrives like any call.
 * @throws DomainError `test_call.unavailable`, `test_call.no_number`
 */
export async function startSimulatedCall(ctx: TenantContext, input: z.input<typeof schema>) {
  requirePermission(ctx, "appointments:write");
  const { scenario } = schema.parse(input);
  if (!hasTestCaller()) throw new DomainError("test_call.unavailable", "unavailable");
  const [number] = await ctx.db
    .select({ phoneNumber: phoneNumbers.phoneNumber })
    .from(phoneNumbers)
    .innerJoin(
      branches,
      and(eq(branches.tenantId, phoneNumbers.tenantId), eq(branches.id, phoneNumbers.branchId)),
    )
    .where(and(eq(phoneNumbers.tenantId, ctx.tenant.id), eq(branches.active, true)))
    .orderBy(asc(phoneNumbers.id))
    .limit(1);
  if (!number) throw new DomainError("test_call.no_number", "conflict");
  const id = await startTestCall({ scenario, slug: ctx.tenant.slug, phoneNumber: number.phoneNumber }).catch(
    unavailable,
  );
  return { id };
}

function unavailable(): never {
  throw new DomainError("test_call.unavailable", "unavailable");
}
