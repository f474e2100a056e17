import { z } from "zod";
import { env } from "@/env";
import { equalDigests, hmacSha256Hex } from "@/lib/signatures";
import { client } from "./client";

export interface WebCallRequest {
  agentId: string;
  /** Absent: the latest one. */
  agentVersion?: number;
  /** E.164; the number that the call counts as a call to. */
  phoneNumber: string;
  dynamicVariables?: Record<string, string>;
  agentOverride?: { agent: { data_storage_setting: "basic_attributes_only" } };
}

const created = z.object({ access_token: z.string().min(1) });

/**
 * A call from a browser. The token is good for thirty seconds. It is the older of Retell's two requests for it, because
 * the token of the newer one is understood by no client that Retell has published.
 * @throws APIError of retell-sdk; ZodError for an answer without a token
 */
export async function createWebCall(request: WebCallRequest): Promise<{ accessToken: string }> {
  const { agentId, agentVersion, phoneNumber, dynamicVariables, agentOverride } = request;
  const answer = await client()?.post("/v2/create-web-call", {
    body: {
      agent_id: agentId,
      agent_version: agentVersion,
      metadata: { askproai: { number: phoneNumber, mark: markOf(agentId, phoneNumber) } },
      retell_llm_dynamic_variables: dynamicVariables,
      agent_override: agentOverride,
    },
    // A second one would be a second call.
    maxRetries: 0,
  });
  return { accessToken: created.parse(answer).access_token };
}

const webCall = z.object({
  call_type: z.literal("web_call"),
  agent_id: z.string(),
  metadata: z.object({ askproai: z.object({ number: z.string(), mark: z.string() }) }),
});

/**
 * A call from a browser calls no number: ours says itself which one it counts as. Null for every other call, and where
 * number and agent were not put together by us.
 */
export function numberOfWebCall(call: unknown): string | null {
  const parsed = webCall.safeParse(call);
  if (!parsed.success) return null;
  const { agent_id, metadata } = parsed.data;
  const { number, mark } = metadata.askproai;
  return equalDigests(mark, markOf(agent_id, number)) ? number : null;
}

const markOf = (agentId: string, phoneNumber: string) =>
  hmacSha256Hex(env.AUTH_SECRET, JSON.stringify(["web-call", agentId, phoneNumber]));
