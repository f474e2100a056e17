import type { AgentCreateParams } from "retell-sdk/resources/agent";
import type { LlmCreateParams } from "retell-sdk/resources/llm";
import { z } from "zod";
import { speechLanguage } from "@/lib/speech/language";
import { agentPrompts } from "./agent-prompt";
import { tools } from "./registry";
import type { Tool } from "./tool";

export interface AgentConfigRequest {
  /** Where the app is reached from outside. */
  appUrl: string;
  /** BCP 47 as Retell knows it. */
  language: string;
}

/** Tools that may take a moment: the agent says that it is looking, instead of being silent. */
const speaksFromMs = 5_000;
/** Retell gives up after ours has answered, never before. */
const graceMs = 2_000;

/**
 * The agent as Retell needs it, generated from the tool registry: names, addresses and arguments cannot drift from
 * what the server understands. The voice and the model are chosen at Retell.
 */
export function agentConfig({ appUrl, language }: AgentConfigRequest) {
  const prompt = agentPrompts[speechLanguage(language)];
  const at = (path: string) => new URL(path, appUrl).toString();
  return {
    agent: {
      language: language as AgentCreateParams["language"],
      timezone: "Europe/Berlin",
      webhook_url: at("/api/retell/webhook"),
      webhook_events: ["call_started", "call_ended", "call_analyzed", "transcript_updated"],
      webhook_timeout_ms: 10_000,
      // People at the counter read the summary: it is written in their language, not in Retell's English.
      post_call_analysis_data: [
        { type: "system-presets", name: "call_summary", description: prompt.summaryPrompt },
      ],
      max_call_duration_ms: 30 * 60_000,
      end_call_after_silence_ms: 30_000,
      // Recordings and transcripts leave Retell after a week; links to them expire after a day.
      data_storage_setting: "everything",
      data_storage_retention_days: 7,
      opt_in_signed_url: true,
      signed_url_expiration_ms: 24 * 3_600_000,
    } satisfies Partial<AgentCreateParams>,
    llm: {
      start_speaker: "agent",
      // The whole greeting, with the sentence that a machine speaks, is put together where the call is answered.
      begin_message: "{{greeting}}",
      default_dynamic_variables: prompt.fallback,
      general_prompt: prompt.generalPrompt,
      model_temperature: 0,
      general_tools: [
        endCall,
        forward("forward_to_team", "{{forwarding_number}}", prompt.forwardDescription),
        forward("forward_emergency", "{{emergency_number}}", prompt.forwardEmergencyDescription),
        ...tools.map((tool) => customTool(tool, at)),
      ],
    } satisfies Partial<LlmCreateParams>,
    phone_number: { inbound_webhook_url: at("/api/retell/webhook") },
  };
}

const endCall = {
  type: "end_call",
  name: "end_call",
  description: "Ends the call after the caller has said goodbye or wants nothing more.",
} satisfies LlmCreateParams.EndCallTool;

function forward(name: string, number: string, description: string) {
  return {
    type: "transfer_call",
    name,
    description,
    transfer_destination: { type: "predefined", number },
    transfer_option: { type: "cold_transfer" },
    speak_during_execution: true,
  } satisfies LlmCreateParams.TransferCallTool;
}

function customTool(tool: Tool, at: (path: string) => string) {
  const speaks = tool.deadlineMs >= speaksFromMs;
  return {
    type: "custom",
    name: tool.name,
    description: tool.description,
    url: at(`/api/retell/functions/${tool.name}`),
    method: "POST",
    // The call has to come along: its number decides the business, its id the conversation.
    args_at_root: false,
    parameters: parametersOf(tool),
    timeout_ms: tool.deadlineMs + graceMs,
    max_retry: 2,
    speak_during_execution: speaks,
    ...(speaks
      ? {
          execution_message_type: "prompt" as const,
          execution_message_description: "Say briefly that you are looking, nothing about the result.",
        }
      : {}),
    speak_after_execution: true,
  } satisfies LlmCreateParams.CustomTool;
}

function parametersOf(tool: Tool): LlmCreateParams.CustomTool.Parameters {
  const { properties = {}, required = [] } = z.toJSONSchema(tool.args);
  return { type: "object", properties, required };
}
