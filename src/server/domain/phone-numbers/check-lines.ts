import { and, asc, eq } from "drizzle-orm";
import { env } from "@/env";
import { agents, branches, phoneNumbers } from "@/server/db/schema";
import { type ExpectedAgent, findAgent, findPhoneNumber } from "@/server/integrations/retell/agents";
import { hasRetell } from "@/server/integrations/retell/client";
import { logger } from "@/server/logger";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { compareAgent, compareNumber, type Difference } from "./compare-line";

/** Handed in by whoever knows the voice tools: the domain stands below them. */
export type ExpectAgent = (request: { appUrl: string; language: string }) => ExpectedAgent;

/**
 * Each number of the business with its agent, the version that answers, and every difference between Retell and what
 * this code expects. Without a key nobody is asked.
 * @throws DomainError `retell.unavailable`
 */
export async function checkLines(ctx: TenantContext, expect: ExpectAgent) {
  requirePermission(ctx, "catalog:read");
  const lines = await listOwnLines(ctx);
  const isConfigured = hasRetell();
  const checked = await askRetell(ctx, () =>
    Promise.all(
      lines.map(async (line) => {
        const { version, differences } = isConfigured
          ? await checkLine(line, expect)
          : { version: undefined, differences: [] };
        return {
          phoneNumber: line.phoneNumber,
          branchName: line.branchName,
          agentName: line.agentName,
          version: version ?? null,
          reconciledAt: line.reconciledAt,
          differences,
        };
      }),
    ),
  );
  return { isConfigured, lines: checked };
}

async function checkLine(
  line: OwnLine,
  expect: ExpectAgent,
): Promise<{ version: number | undefined; differences: Difference[] }> {
  const { retellAgentId: agentId, language } = line;
  if (!agentId || !language) return { version: undefined, differences: [{ kind: "no_agent" }] };
  const expected = expect({ appUrl: env.APP_URL, language });
  const number = await findPhoneNumber(line.phoneNumber);
  const bound = number?.inbound_agents?.find(({ agent_id }) => agent_id === agentId)?.agent_version;
  const found = await findAgent(agentId, line.reconciledAt ? (line.agentVersion ?? undefined) : bound);
  const version = found?.agent.version;
  const webhookUrl = expected.phone_number.inbound_webhook_url;
  return {
    version,
    differences: [
      ...compareNumber({ agentId, version, webhookUrl }, number),
      ...(found ? compareAgent(expected, found) : [{ kind: "agent_unknown" } as const]),
    ],
  };
}

export type OwnLine = Awaited<ReturnType<typeof listOwnLines>>[number];

export const listOwnLines = (ctx: TenantContext) =>
  ctx.db
    .select({
      phoneNumber: phoneNumbers.phoneNumber,
      branchName: branches.name,
      agentId: agents.id,
      agentName: agents.name,
      retellAgentId: agents.retellAgentId,
      agentVersion: agents.version,
      language: agents.language,
      reconciledAt: agents.reconciledAt,
    })
    .from(phoneNumbers)
    .innerJoin(
      branches,
      and(eq(branches.tenantId, phoneNumbers.tenantId), eq(branches.id, phoneNumbers.branchId)),
    )
    .leftJoin(agents, and(eq(agents.tenantId, phoneNumbers.tenantId), eq(agents.id, phoneNumbers.agentId)))
    .where(eq(phoneNumbers.tenantId, ctx.tenant.id))
    .orderBy(asc(phoneNumbers.phoneNumber));

/** Whatever goes wrong there is one refusal here, and a line in the log. @throws DomainError `retell.unavailable` */
export async function askRetell<T>(ctx: TenantContext, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (err) {
    logger.warn({ err, requestId: ctx.requestId }, "Retell could not be asked");
    throw new DomainError("retell.unavailable", "unavailable");
  }
}
