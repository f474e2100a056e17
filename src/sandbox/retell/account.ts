import type { AgentResponse } from "retell-sdk/resources/agent";
import type { WebCallResponse } from "retell-sdk/resources/call";
import type { LlmResponse } from "retell-sdk/resources/llm";
import type { PhoneNumberResponse } from "retell-sdk/resources/phone-number";
import type { Collection, Store } from "../store";
import type { PhoneCall } from "./call-object";

/** What one Retell workspace holds. */
export interface RetellAccount {
  /** Where its recordings lie, without a path. */
  recordingsUrl: string;
  calls: Collection<PhoneCall>;
  /** Registered from a browser; nobody talks in them. */
  webCalls: Collection<WebCallResponse>;
  agents: Collection<AgentResponse>;
  llms: Collection<LlmResponse>;
  /** What came before the newest of each, see versions.ts. */
  agentVersions: Collection<AgentResponse>;
  llmVersions: Collection<LlmResponse>;
  phoneNumbers: Collection<PhoneNumberResponse>;
}

export function openRetellAccount(store: Store): RetellAccount {
  const calls = store.collection<PhoneCall>("retell.calls", 300);
  endInterruptedCalls(calls);
  return {
    recordingsUrl: "https://recordings.retell.example",
    calls,
    webCalls: store.collection("retell.webCalls", 100),
    agents: store.collection("retell.agents", 200),
    llms: store.collection("retell.llms", 200),
    agentVersions: store.collection("retell.agentVersions", 500),
    llmVersions: store.collection("retell.llmVersions", 500),
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

/** Nobody speaks on a call that was going on when the stand-in stopped. */
export function endInterruptedCalls(calls: Collection<PhoneCall>) {
  const now = Date.now();
  for (const call of calls.values()) {
    if (call.call_status !== "ongoing") continue;
    calls.set(call.call_id, {
      ...call,
      call_status: "ended",
      disconnection_reason: "error_retell",
      end_timestamp: now,
      duration_ms: now - (call.start_timestamp ?? now),
    });
  }
}
