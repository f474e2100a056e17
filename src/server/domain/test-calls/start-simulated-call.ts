import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { branches, phoneNumbers } from "@/server/db/schema";
import { hasTestCaller, startTestCall } from "@/server/integrations/test-caller/client";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { testCallsUnavailable } from "./unavailable";

const schema = z.object({ scenario: z.string().min(1).max(64) });

/**
 * Has a simulated caller ring this business; what follows arrives like any call.
 * @throws DomainError `test_call.unavailable`, `test_call.no_number`
 */
export async function startSimulatedCall(ctx: TenantContext, input: z.input<typeof schema>) {
  requirePermission(ctx, "appointments:write");
  const { scenario } = schema.parse(input);
  if (!hasTestCaller()) throw testCallsUnavailable();
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
  const request = { scenario, slug: ctx.tenant.slug, phoneNumber: number.phoneNumber };
  const id = await startTestCall(request).catch(() => {
    throw testCallsUnavailable();
  });
  return { id };
}
