import { hasRetell } from "@/server/integrations/retell/client";
import { createWebCall } from "@/server/integrations/retell/web-call";
import { logger } from "@/server/logger";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { answerFor } from "../calls/answer-inbound-call";
import { resolveCalledNumber } from "../phone-numbers/resolve-called-number";
import { getTestNumber } from "./get-test-number";
import { testCallsUnavailable } from "./unavailable";

/**
 * Lets this person talk to the business's own agent from the browser. It greets, knows and books as it does for who
 * calls the number; what follows arrives like any call, from a caller without a number.
 * @returns what the browser shows Retell within thirty seconds
 * @throws DomainError `test_call.unavailable`, `test_call.no_number`, `test_call.no_agent`
 */
export async function startWebCall(ctx: TenantContext): Promise<{ accessToken: string }> {
  requirePermission(ctx, "appointments:write");
  if (!hasRetell()) throw testCallsUnavailable();
  const line = await resolveCalledNumber(ctx, await getTestNumber(ctx));
  if (!line?.retellAgentId) throw new DomainError("test_call.no_agent", "conflict");
  const answer = await answerFor(ctx, line, null, new Date());
  return createWebCall({
    agentId: line.retellAgentId,
    agentVersion: answer.override_agent_version,
    phoneNumber: line.phoneNumber,
    dynamicVariables: answer.dynamic_variables,
    agentOverride: answer.agent_override,
  }).catch((error: unknown) => {
    logger.warn({ err: error, requestId: ctx.requestId }, "web call refused");
    throw testCallsUnavailable();
  });
}
