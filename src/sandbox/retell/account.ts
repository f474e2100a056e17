import type { AgentResponse } from "retell-sdk/resources/agent";
import type { LlmResponse } from "retell-sdk/resources/llm";
import type { PhoneNumberResponse } from "retell-sdk/resources/phone-number";
import type { Collection, Store } from "../store";
import type { PhoneCall } from "./call-object";

/** What one Retell workspace holds. */
export interface RetellAccount {
  calls: Collection<PhoneCall>;
  agents: Collection<AgentResponse>;
  llms: Collection<LlmResponse>;
  phoneNumbers: Collection<PhoneNumberResponse>;
}

export function openRetellAccount(store: Store): RetellAccount {
  return {
    calls: store.collection("retell.calls", 1_000),
    agents: store.collection("retell.agents", 200),
    llms: store.collection("retell.llms", 200),
    phoneNumbers: store.collection("retell.phoneNumbers", 200),
  };
}

/** The agent of this id, made up where a seeded product knows one that was never created here. */
export function ensureAgent(account: RetellAccount, agentId: string): AgentResponse {
  return (
    account.agents.get(agentId) ??
    account.agents.set(agentId, {
      agent_id: agentId,
      agent_name: "Telefonassistenz",
      version: 0,
      is_published: true,
      last_modification_timestamp: Date.now(),
      language: "de-DE",
      voice_id: "11labs-Carola",
      response_engine: { type: "retell-llm", llm_id: `llm_${agentId.slice(-24)}` },
      timezone: "Europe/Berlin",
    })
  );
}
