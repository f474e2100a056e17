import type { LlmResponse } from "retell-sdk/resources/llm";
import type { DemoFile } from "../demo-file";
import type { RetellAccount } from "./account";

/** The agents of the demo's businesses as its database names them. */
const agentIdOf = (slug: string) => `agent_${slug.replaceAll("-", "_")}`;

/**
 * The demo's numbers and agents as somebody set them up by hand long ago: an old prompt, tools of an old release, and
 * numbers that follow whatever version is the latest.
 */
export function seedDemoWorkspace(account: RetellAccount, demo: DemoFile): void {
  for (const { slug, name, phoneNumbers } of demo.tenants) {
    const agentId = agentIdOf(slug);
    const llmId = `llm_${slug.replaceAll("-", "_")}`;
    if (account.llms.get(llmId)) continue;
    const version = 3;
    const now = Date.now();
    account.llms.set(llmId, oldLlm(llmId, demo.url, version));
    account.agents.set(agentId, {
      agent_id: agentId,
      agent_name: `Assistent ${name}`,
      version,
      is_published: true,
      last_modification_timestamp: now,
      language: "de-DE",
      voice_id: "11labs-Carola",
      response_engine: { type: "retell-llm", llm_id: llmId, version },
      timezone: "America/Los_Angeles",
      webhook_url: `${demo.url}/api/retell/webhook`,
    });
    for (const phoneNumber of phoneNumbers) {
      account.phoneNumbers.set(phoneNumber, {
        phone_number: phoneNumber,
        phone_number_type: "custom",
        last_modification_timestamp: now,
        inbound_webhook_url: `${demo.url}/api/retell/webhook`,
        inbound_agents: [{ agent_id: agentId, weight: 1 }],
      });
    }
  }
}

const oldLlm = (llmId: string, appUrl: string, version: number): LlmResponse => ({
  llm_id: llmId,
  version,
  is_published: true,
  last_modification_timestamp: Date.now(),
  start_speaker: "agent",
  begin_message: "Guten Tag, hier spricht die KI-Assistenz. Wie kann ich helfen?",
  general_prompt: "Du bist eine freundliche Telefonassistenz und vereinbarst Termine.",
  general_tools: [
    { type: "end_call", name: "end_call" },
    oldTool("check_availability_v17", appUrl),
    oldTool("book_appointment", appUrl),
  ],
});

const oldTool = (name: string, appUrl: string) => ({
  type: "custom" as const,
  name,
  description: "Von Hand angelegt.",
  url: `${appUrl}/api/retell/functions/${name}`,
  parameters: { type: "object" as const, properties: {} },
  speak_during_execution: false,
  speak_after_execution: true,
});

/**
 * Somebody changes the agent at Retell itself: its last tool is gone, and its numbers follow whatever is the latest.
 * @returns whether there is such an agent
 */
export function driftAgent(account: RetellAccount, agentId: string): boolean {
  const agent = account.agents.get(agentId);
  const engine = agent?.response_engine;
  const llm = engine?.type === "retell-llm" ? account.llms.get(engine.llm_id) : undefined;
  if (!agent || !llm) return false;
  account.llms.set(llm.llm_id, { ...llm, general_tools: llm.general_tools?.slice(0, -1) ?? [] });
  for (const number of account.phoneNumbers.values()) {
    if (number.inbound_agents?.[0]?.agent_id !== agentId) continue;
    account.phoneNumbers.set(number.phone_number, {
      ...number,
      inbound_agents: [{ agent_id: agentId, weight: 1 }],
    });
  }
  return true;
}
