import { and, asc, eq } from "drizzle-orm";
import { env } from "@/env";
import { agents, branches, phoneNumbers } from "@/server/db/schema";
import { type ExpectedAgent, findAgent, findPhoneNumber } from "@/server/integrations/retell/agents";
import { hasRetell } from "@/server/integrations/retell/client";
import { logger } from "@/server/logger";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { compareAgent, compareNumber, type Difference, type LineState, lineStateOf } from "./compare-line";

/** Handed in by whoever knows the voice tools: the domain stands below them. */
export type ExpectAgent = (request: { appUrl: string; language: string }) => ExpectedAgent;

/**
 * Each agent of the business with the version that answers and its numbers, and every difference between Retell and
 * what this code expects, with what that means for callers: null where nobody can tell. Without a key nobody is asked.
 * @throws DomainError `retell.unavailable`
 */
export async function checkLines(ctx: TenantContext, expect: ExpectAgent) {
  requirePermission(ctx, "catalog:read");
  const isConfigured = hasRetell();
  const agentLines = groupByAgent(await listOwnLines(ctx));
  const checked = await askRetell(ctx, () =>
    Promise.all(agentLines.map((lines) => (isConfigured ? checkAgent(lines, expect) : unchecked(lines)))),
  );
  const state: LineState | null =
    isConfigured && checked.length > 0 ? lineStateOf(checked.flatMap(differencesOf)) : null;
  return { isConfigured, state, agents: checked };
}

async function checkAgent(lines: AgentLines, expect: ExpectAgent): Promise<CheckedAgent> {
  const [{ agentName, retellAgentId: agentId, language, agentVersion, reconciledAt }] = lines;
  const known = await Promise.all(
    lines.map(async (line) => ({ line, number: await findPhoneNumber(line.phoneNumber) })),
  );
  if (!agentId || !language) return { ...unchecked(lines), differences: [{ kind: "no_agent" }] };
  const expected = expect({ appUrl: env.APP_URL, language });
  const bound = known.flatMap(({ number }) => number?.inbound_agents ?? []);
  const found = await findAgent(
    agentId,
    reconciledAt && agentVersion !== null
      ? agentVersion
      : bound.find(({ agent_id }) => agent_id === agentId)?.agent_version,
  );
  const version = found?.agent.version;
  const webhookUrl = expected.phone_number.inbound_webhook_url;
  return {
    agentName,
    version: version ?? null,
    differences: found ? compareAgent(expected, found) : [{ kind: "agent_unknown" }],
    numbers: known.map(({ line: { phoneNumber, branchName }, number }) => ({
      phoneNumber,
      branchName,
      differences: compareNumber({ agentId, version, webhookUrl }, number),
    })),
  };
}

interface CheckedAgent {
  agentName: string | null;
  version: number | null;
  differences: Difference[];
  numbers: { phoneNumber: string; branchName: string; differences: Difference[] }[];
}

const differencesOf = ({ differences, numbers }: CheckedAgent) => [
  ...differences,
  ...numbers.flatMap((number) => number.differences),
];

const unchecked = (lines: AgentLines): CheckedAgent => ({
  agentName: lines[0].agentName,
  version: null,
  differences: [],
  numbers: lines.map(({ phoneNumber, branchName }) => ({ phoneNumber, branchName, differences: [] })),
});

/** The numbers of one agent, or those without any. */
export type AgentLines = [OwnLine, ...OwnLine[]];

export function groupByAgent(lines: OwnLine[]): AgentLines[] {
  const groups = new Map<number | null, AgentLines>();
  for (const line of lines) {
    const group = groups.get(line.agentId);
    if (group) group.push(line);
    else groups.set(line.agentId, [line]);
  }
  return [...groups.values()];
}

type OwnLine = Awaited<ReturnType<typeof listOwnLines>>[number];

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
