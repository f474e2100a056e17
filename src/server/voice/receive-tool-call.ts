import { env } from "@/env";
import { parseWellFormedJson } from "@/lib/json";
import { maskPhone } from "@/lib/phone";
import { BodyTooLarge, readBody } from "@/lib/read-body";
import { speechLanguage } from "@/lib/speech/language";
import type { PlatformContext, TenantContext } from "@/server/domain/_core/context";
import { createPlatformContext } from "@/server/domain/_core/platform-context";
import { ensureCall } from "@/server/domain/calls/ensure-call";
import { type CalledNumber, resolveCalledNumber } from "@/server/domain/phone-numbers/resolve-called-number";
import { verifyRetellSignature } from "@/server/integrations/retell/signature";
import { logger } from "@/server/logger";
import { tidyArguments } from "./arguments";
import { conversationOf, offeredBefore, wholeConversationOf } from "./conversation";
import { within } from "./deadline";
import { dispatch } from "./dispatch";
import { listeningClock } from "./listening-clock";
import { toolByName } from "./registry";
import { ourNumber, pendingToolCallId, type ToolRequest, toolRequest } from "./request";
import { type Sentences, sentencesFor } from "./sentences";
import { type Reply, refuse, type Tool } from "./tool";

/** The live transcript of a long call, every word with its time, three times over. */
const maxBodyBytes = 4 * 1024 * 1024;
/** Retell feeds at most 15,000 characters to the model and cuts the rest in the middle. */
const maxReplyChars = 15_000;

/**
 * A tool call of the agent while the caller waits. Only a wrong or stale signature is refused (401); everything else
 * is HTTP 200 with a sentence to speak, because anything else is silence on the phone.
 */
export async function receiveToolCall(request: Request, toolName: string): Promise<Response> {
  const ctx = createPlatformContext({ type: "webhook", provider: "retell" });
  const log = logger.child({ requestId: ctx.requestId, tool: toolName.slice(0, 64) });
  // Until the called number is known, so is no other language than ours.
  let sentences = sentencesFor("de");

  const body = await readBody(request, maxBodyBytes).catch((error: unknown) => {
    log.warn({ tooLarge: error instanceof BodyTooLarge }, "tool call unreadable");
    return undefined;
  });
  if (body === undefined) return speak(refuse("body.unreadable", sentences.technical()));
  if (!isSigned(body, request.headers.get("x-retell-signature")))
    return Response.json({ error: { code: "signature.invalid" } }, { status: 401 });

  const tool = toolByName(toolName);
  const late = () =>
    refuse("deadline", tool.kind === "write" ? sentences.stillWriting() : sentences.stillReading());
  try {
    const reply = await within(tool.deadlineMs, late, async (deadline) => {
      const parsed = toolRequest.safeParse(parseJson(body));
      if (!parsed.success) {
        log.warn(
          { issues: parsed.error.issues.map((issue) => issue.path.join(".")) },
          "tool call unreadable",
        );
        return refuse("request.unreadable", sentences.unreadable());
      }
      const number = ourNumber(parsed.data.call);
      const called = await resolveCalledNumber(ctx, number);
      if (!called) {
        log.warn({ number: maskPhone(number) }, "tool call for an unknown number");
        return refuse("phone_number.unknown", sentences.unknownNumber());
      }
      sentences = sentencesFor(speechLanguage(called.language));
      if (called.tenantStatus === "suspended") return refuse("tenant.suspended", sentences.suspended());
      return answerCall(ctx, parsed.data, called, { tool, sentences, deadline });
    });
    return speak(reply);
  } catch (error) {
    log.error({ err: error }, "tool call failed");
    return speak(refuse("internal", sentences.technical()));
  }
}

async function answerCall(
  platform: PlatformContext,
  { call, args }: ToolRequest,
  called: CalledNumber,
  { tool, sentences, deadline }: { tool: Tool; sentences: Sentences; deadline: AbortSignal },
): Promise<Reply> {
  const forTenant: TenantContext = { ...platform, tenant: called.tenant };
  const [row, clock] = await Promise.all([
    ensureCall(forTenant, {
      retellCallId: call.call_id,
      direction: call.direction === "outbound" ? "outbound" : "inbound",
      fromNumber: call.from_number,
      toNumber: call.to_number,
      agentId: called.agentId,
      branchId: called.branchId,
      startTimestamp: call.start_timestamp ? new Date(call.start_timestamp) : undefined,
    }),
    listeningClock(forTenant, called),
  ]);
  const ctx: TenantContext = { ...forTenant, actor: { type: "voice", callId: row.id } };
  return dispatch(
    ctx,
    {
      row,
      callerPhone: row.direction === "outbound" ? row.toNumber : row.fromNumber,
      called,
      agentName: call.agent_name ?? undefined,
      sentences,
      clock: { ...clock, offered: offeredBefore(call) },
      conversation: conversationOf(call),
      wholeConversation: wholeConversationOf(call),
    },
    { tool, args: tidyArguments(args), toolCallId: pendingToolCallId(call, tool.name) },
    deadline,
  );
}

function isSigned(body: string, signature: string | null): boolean {
  return env.RETELL_API_KEY !== undefined && verifyRetellSignature(body, signature, env.RETELL_API_KEY);
}

function speak(reply: Reply): Response {
  const json = JSON.stringify(reply);
  if (json.length <= maxReplyChars) return new Response(json, { headers: jsonHeaders });
  const { data: _tooMuch, ...spoken } = reply;
  return Response.json({ ...spoken, message: spoken.message.slice(0, maxReplyChars / 2) });
}

const jsonHeaders = { "content-type": "application/json" };

function parseJson(text: string): unknown {
  try {
    return parseWellFormedJson(text);
  } catch {
    return undefined;
  }
}
