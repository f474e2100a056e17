import type { AgentResponse } from "retell-sdk/resources/agent";
import type { LlmResponse } from "retell-sdk/resources/llm";
import type { Collection } from "../store";
import type { RetellAccount } from "./account";

/** Published versions never change again; the collections hold the newest of each, the archive all before it. */
const keyOf = (id: string, version: number) => `${id}@${version}`;

/** `version` as Retell's addresses have it: a number, "latest" or "latest_published"; without one, the latest. */
function findVersion<T extends { version?: number; is_published?: boolean }>(
  latest: T | undefined,
  archive: Collection<T>,
  id: string,
  version: string | null,
): T | undefined {
  if (!latest || version === null || version === "latest") return latest;
  const newest = latest.version ?? 0;
  if (version === String(newest)) return latest;
  if (version !== "latest_published") return archive.get(keyOf(id, Number(version)));
  if (latest.is_published) return latest;
  for (let number = newest - 1; number >= 0; number--) {
    const earlier = archive.get(keyOf(id, number));
    if (earlier?.is_published) return earlier;
  }
  return undefined;
}

export const findAgent = (account: RetellAccount, id: string, version: string | null) =>
  findVersion(account.agents.get(id), account.agentVersions, id, version);

export const findLlm = (account: RetellAccount, id: string, version: string | null) =>
  findVersion(account.llms.get(id), account.llmVersions, id, version);

/** A new draft of the agent and of its response engine, from the newest of both. */
export function createDraft(account: RetellAccount, agent: AgentResponse): AgentResponse {
  account.agentVersions.set(keyOf(agent.agent_id, agent.version), agent);
  const engine = agent.response_engine;
  const llm = engine.type === "retell-llm" ? account.llms.get(engine.llm_id) : undefined;
  if (llm) account.llmVersions.set(keyOf(llm.llm_id, llm.version ?? 0), llm);
  const draftLlm =
    llm && account.llms.set(llm.llm_id, { ...llm, version: (llm.version ?? 0) + 1, is_published: false });
  return account.agents.set(agent.agent_id, {
    ...agent,
    version: agent.version + 1,
    base_version: agent.version,
    is_published: false,
    last_modification_timestamp: Date.now(),
    response_engine:
      draftLlm && engine.type === "retell-llm" ? { ...engine, version: draftLlm.version ?? 0 } : engine,
  });
}

/** In place, with its response engine. */
export function publishDraft(account: RetellAccount, agent: AgentResponse): void {
  account.agents.set(agent.agent_id, { ...agent, is_published: true });
  const engine = agent.response_engine;
  const llm: LlmResponse | undefined =
    engine.type === "retell-llm" ? account.llms.get(engine.llm_id) : undefined;
  if (llm) account.llms.set(llm.llm_id, { ...llm, is_published: true });
}
