import type Retell from "retell-sdk";
import { NotFoundError } from "retell-sdk";
import type { AgentCreateParams, AgentResponse } from "retell-sdk/resources/agent";
import type { LlmCreateParams, LlmResponse } from "retell-sdk/resources/llm";
import type { PhoneNumberResponse } from "retell-sdk/resources/phone-number";
import { client } from "./client";

/** An agent as our code needs it at Retell; voice and model are chosen there and stay out of it. */
export interface ExpectedAgent {
  agent: Partial<AgentCreateParams>;
  llm: Partial<LlmCreateParams>;
  phone_number: { inbound_webhook_url: string };
}

/** An agent's version with its response engine; `llm` is absent where another kind of engine answers. */
export interface FoundAgent {
  agent: AgentResponse;
  llm: LlmResponse | undefined;
}

/** Undefined where Retell does not know the agent, or not in this version. @throws APIError */
export async function findAgent(agentId: string, version?: string | number): Promise<FoundAgent | undefined> {
  const agent = await orNothing(client()?.agent.retrieve(agentId, version === undefined ? {} : { version }));
  if (!agent) return undefined;
  const engine = agent.response_engine;
  if (engine.type !== "retell-llm") return { agent, llm: undefined };
  const llmVersion = engine.version == null ? {} : { version: engine.version };
  return { agent, llm: await orNothing(client()?.llm.retrieve(engine.llm_id, llmVersion)) };
}

/** Undefined where Retell does not know the number. @throws APIError */
export const findPhoneNumber = (phoneNumber: string): Promise<PhoneNumberResponse | undefined> =>
  orNothing(client()?.phoneNumber.retrieve(phoneNumber));

/**
 * Brings the agent to what is expected and publishes that as a version of its own; a draft that an earlier attempt
 * left is taken up. All tools are always sent, because a list at Retell is replaced as a whole.
 * @returns the published version; undefined where the agent has no language model of Retell's to configure
 * @throws APIError
 */
export async function publishAgent(agentId: string, expected: ExpectedAgent): Promise<number | undefined> {
  const retell = client();
  if (!retell) return undefined;
  const latest = await retell.agent.retrieve(agentId);
  if (latest.response_engine.type !== "retell-llm") return undefined;
  if (latest.is_published) await retell.agent.createVersion(agentId, { base_version: latest.version });
  const draft = latest.is_published ? await retell.agent.retrieve(agentId) : latest;
  const engine = draft.response_engine;
  if (engine.type !== "retell-llm") return undefined;
  const llmVersion = engine.version == null ? {} : { version: engine.version };
  await retell.llm.update(engine.llm_id, { ...llmVersion, ...expected.llm });
  await retell.agent.update(agentId, { version: draft.version, ...expected.agent });
  await publish(retell, agentId, draft.version);
  return draft.version;
}

/** The answer may get lost on its way, and what is published already is refused: then the version itself tells. */
async function publish(retell: Retell, agentId: string, version: number): Promise<void> {
  try {
    await retell.agent.publish(agentId, { version });
  } catch (error) {
    const { is_published } = await retell.agent.retrieve(agentId, { version });
    if (!is_published) throw error;
  }
}

/** Calls to the number ask us first, and go to exactly this version where we do not answer. @throws APIError */
export async function bindPhoneNumber(
  phoneNumber: string,
  { agentId, version, webhookUrl }: { agentId: string; version: number; webhookUrl: string },
): Promise<void> {
  await client()?.phoneNumber.update(phoneNumber, {
    inbound_webhook_url: webhookUrl,
    inbound_agents: [{ agent_id: agentId, agent_version: version, weight: 1 }],
  });
}

async function orNothing<T>(request: Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
