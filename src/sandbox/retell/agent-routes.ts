import { randomBytes } from "node:crypto";
import type { AgentResponse } from "retell-sdk/resources/agent";
import type { LlmResponse } from "retell-sdk/resources/llm";
import { z } from "zod";
import { created, type HttpReply, ok, type Router } from "../http/router";
import { ensureAgent, type RetellAccount } from "./account";
import { failure } from "./reply";
import { createDraft, findAgent, findLlm, publishDraft } from "./versions";

const looseBody = z.record(z.string(), z.unknown());
const versionBody = z.object({ version: z.int() });
const newId = (prefix: string) => `${prefix}_${randomBytes(13).toString("hex")}`;
const immutable = () => failure(422, "Cannot update a published version");

export function addAgentRoutes(router: Router, account: RetellAccount) {
  router
    .on("GET", "/get-agent/:id", ({ params, query }) => {
      const agent = findAgent(account, params.id ?? "", query.get("version"));
      return agent ? ok(agent) : failure(404, "Agent not found");
    })
    .on("POST", "/create-agent", ({ body }) => {
      const input = looseBody.safeParse(body);
      if (!input.success || !input.data.response_engine || !input.data.voice_id) {
        return failure(422, "response_engine and voice_id are required");
      }
      const agent = ensureAgent(account, newId("agent"));
      return created(account.agents.set(agent.agent_id, { ...agent, is_published: false, ...input.data }));
    })
    .on("PATCH", "/update-agent/:id", ({ params, query, body }) => {
      const agent = findAgent(account, params.id ?? "", query.get("version"));
      const input = looseBody.safeParse(body);
      if (!agent) return failure(404, "Agent not found");
      if (!input.success) return failure(422, "A JSON object is expected");
      if (agent.is_published) return immutable();
      const updated: AgentResponse = {
        ...agent,
        ...input.data,
        agent_id: agent.agent_id,
        last_modification_timestamp: Date.now(),
      };
      return ok(account.agents.set(agent.agent_id, updated));
    })
    .on("POST", "/create-agent-version/:id", ({ params }) => {
      const agent = account.agents.get(params.id ?? "");
      return agent ? created(createDraft(account, agent)) : failure(404, "Agent not found");
    })
    .on("POST", "/publish-agent-version/:id", ({ params, body }) => publish(account, params.id ?? "", body));
}

function publish(account: RetellAccount, id: string, body: unknown): HttpReply {
  const input = versionBody.safeParse(body);
  if (!input.success) return failure(422, z.prettifyError(input.error));
  const agent = findAgent(account, id, String(input.data.version));
  if (!agent) return failure(404, "Agent version not found");
  if (agent.is_published) return failure(422, "This version is already published");
  publishDraft(account, agent);
  return ok({});
}

export function addLlmRoutes(router: Router, account: RetellAccount) {
  router
    .on("GET", "/get-retell-llm/:id", ({ params, query }) => {
      const llm = findLlm(account, params.id ?? "", query.get("version"));
      return llm ? ok(llm) : failure(404, "Retell LLM not found");
    })
    .on("POST", "/create-retell-llm", ({ body }) => {
      const input = looseBody.safeParse(body);
      if (!input.success) return failure(422, "A JSON object is expected");
      const llm: LlmResponse = {
        llm_id: newId("llm"),
        version: 0,
        is_published: false,
        last_modification_timestamp: Date.now(),
        ...input.data,
      };
      return created(account.llms.set(llm.llm_id, llm));
    })
    .on("PATCH", "/update-retell-llm/:id", ({ params, query, body }) => {
      const llm = findLlm(account, params.id ?? "", query.get("version"));
      const input = looseBody.safeParse(body);
      if (!llm) return failure(404, "Retell LLM not found");
      if (!input.success) return failure(422, "A JSON object is expected");
      if (llm.is_published) return immutable();
      const updated = {
        ...llm,
        ...input.data,
        llm_id: llm.llm_id,
        last_modification_timestamp: Date.now(),
      };
      return ok(account.llms.set(llm.llm_id, updated));
    });
}
