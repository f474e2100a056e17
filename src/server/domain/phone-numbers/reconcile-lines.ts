import { and, eq } from "drizzle-orm";
import { env } from "@/env";
import { agents } from "@/server/db/schema";
import {
  bindPhoneNumber,
  type ExpectedAgent,
  findAgent,
  findPhoneNumber,
  publishAgent,
} from "@/server/integrations/retell/agents";
import { hasRetell } from "@/server/integrations/retell/client";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import {
  type AgentLines,
  askRetell,
  checkLines,
  type ExpectAgent,
  groupByAgent,
  listOwnLines,
} from "./check-lines";
import { compareAgent, compareNumber } from "./compare-line";

/**
 * Brings every agent of the business at Retell to what this code expects, publishes it, points its numbers to exactly
 * that version, and reads all of it back. What is right already is left alone, so it may be said twice, and again
 * after it broke off.
 * @throws DomainError `retell.not_configured`, `retell.unavailable`
 */
export async function reconcileLines(ctx: TenantContext, expect: ExpectAgent) {
  requirePermission(ctx, "settings:write");
  if (!hasRetell()) throw new DomainError("retell.not_configured", "conflict");
  for (const lines of groupByAgent(await listOwnLines(ctx))) await reconcileAgent(ctx, lines, expect);
  return checkLines(ctx, expect);
}

async function reconcileAgent(ctx: TenantContext, lines: AgentLines, expect: ExpectAgent): Promise<void> {
  const [{ agentId, retellAgentId, language, agentVersion, reconciledAt }] = lines;
  if (!agentId || !retellAgentId || !language) return;
  const expected = expect({ appUrl: env.APP_URL, language });
  const known = reconciledAt ? (agentVersion ?? undefined) : undefined;
  const version = await askRetell(ctx, async () => {
    const published = await findRight(retellAgentId, expected, known);
    const right = published ?? (await publishExpected(retellAgentId, expected));
    if (right !== undefined) await bindNumbers(lines, expected, { agentId: retellAgentId, version: right });
    return right;
  });
  if (version === undefined || version === known) return;
  await transact(ctx.db, async (tx) => {
    await tx
      .update(agents)
      .set({ version, reconciledAt: new Date(), status: "published" })
      .where(and(eq(agents.tenantId, ctx.tenant.id), eq(agents.id, agentId)));
    await recordEvent(ctx, tx, "agent.reconciled", agentId, { agentId, version });
  });
}

/** The version that answers already, where nothing of it differs. */
async function findRight(agentId: string, expected: ExpectedAgent, version: number | undefined) {
  const found = await findAgent(agentId, version);
  return found && compareAgent(expected, found).length === 0 ? found.agent.version : undefined;
}

/** Undefined for an agent that Retell does not know, or whose engine is not ours to configure. */
async function publishExpected(agentId: string, expected: ExpectedAgent) {
  return (await findAgent(agentId)) && publishAgent(agentId, expected);
}

async function bindNumbers(
  lines: AgentLines,
  expected: ExpectedAgent,
  { agentId, version }: { agentId: string; version: number },
): Promise<void> {
  const webhookUrl = expected.phone_number.inbound_webhook_url;
  for (const { phoneNumber } of lines) {
    const number = await findPhoneNumber(phoneNumber);
    if (number && compareNumber({ agentId, version, webhookUrl }, number).length > 0)
      await bindPhoneNumber(phoneNumber, { agentId, version, webhookUrl });
  }
}
