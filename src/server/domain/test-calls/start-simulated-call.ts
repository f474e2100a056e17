import { z } from "zod";
import { hasTestCaller, startTestCall } from "@/server/integrations/test-caller/client";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { getTestNumber } from "./get-test-number";
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
  const request = { scenario, slug: ctx.tenant.slug, phoneNumber: await getTestNumber(ctx) };
  const id = await startTestCall(request).catch(() => {
    throw testCallsUnavailable();
  });
  return { id };
}
