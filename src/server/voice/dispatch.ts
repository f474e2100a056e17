import { createHash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { ZodError } from "zod";
import type { TenantContext } from "@/server/domain/_core/context";
import { DomainError } from "@/server/domain/_core/errors";
import { beginInvocation } from "@/server/domain/tool-invocations/begin-invocation";
import { finishInvocation } from "@/server/domain/tool-invocations/finish-invocation";
import { findInvocation } from "@/server/domain/tool-invocations/queries";
import { nudgeDispatch } from "@/server/events/dispatch";
import { logger } from "@/server/logger";
import { type Reply, refuse, type Tool, type VoiceCall } from "./tool";

interface Invocation {
  tool: Tool;
  /** Undefined where the request carried something that is no set of arguments. */
  args: Record<string, unknown> | undefined;
  /** Retell's id of this tool call, where the request carried it. */
  toolCallId: string | undefined;
}

const pollMs = 100;

/**
 * Carries out one tool call and keeps what came of it. The same tool call, delivered again, is carried out once and
 * gets the same answer; work that outlasts the deadline goes on, and its answer is there for the retry.
 */
export async function dispatch(
  ctx: TenantContext,
  call: VoiceCall,
  invocation: Invocation,
  deadline: AbortSignal,
): Promise<Reply> {
  const startedAt = Date.now();
  const { tool, args, toolCallId } = invocation;
  const begun = await beginInvocation(ctx, {
    callId: call.row.id,
    invocationKey: invocationKey(invocation),
    name: tool.name,
    args: args ?? {},
    atMs: Math.max(0, startedAt - call.row.startTimestamp.getTime()),
  });
  if (!begun.claimed) return awaitAnswer(ctx, begun.row.id, deadline);

  const { reply, status } = await perform(ctx, call, tool, args);
  await finishInvocation(ctx, {
    id: begun.id,
    callId: call.row.id,
    name: tool.name,
    status,
    reply: { ...reply },
    errorCode: reply.code ?? null,
    durationMs: Date.now() - startedAt,
    releaseKey: toolCallId === undefined,
  }).catch((error: unknown) => {
    // What was done is done: the caller hears the true answer even if its record is missing.
    logger.error({ err: error, requestId: ctx.requestId, tool: tool.name }, "tool answer not recorded");
  });
  nudgeDispatch();
  return reply;
}

/**
 * A retried tool call is known by Retell's id. Without one, a writing tool is only kept from running twice at the same
 * time, and a reading tool is always fresh.
 */
function invocationKey({ tool, args, toolCallId }: Invocation): string {
  if (toolCallId) return `retell:${toolCallId}`.slice(0, 191);
  if (tool.kind === "read") return `read:${crypto.randomUUID()}`;
  const same = JSON.stringify([tool.name, Object.entries(args ?? {}).sort()]);
  return `same:${createHash("sha256").update(same).digest("hex")}`;
}

async function perform(
  ctx: TenantContext,
  call: VoiceCall,
  tool: Tool,
  args: Record<string, unknown> | undefined,
): Promise<{ reply: Reply; status: "succeeded" | "refused" | "failed" }> {
  const unreadable = refuse("arguments.unreadable", call.sentences.unreadable());
  if (!args) return { reply: unreadable, status: "refused" };
  try {
    const reply = await tool.invoke(ctx, args, call);
    return { reply, status: reply.success ? "succeeded" : "refused" };
  } catch (error) {
    if (error instanceof DomainError)
      return { reply: refuse(error.code, call.sentences.refusal(error.code)), status: "refused" };
    if (error instanceof ZodError) return { reply: unreadable, status: "refused" };
    logger.error(
      { err: error, requestId: ctx.requestId, tool: tool.name, callId: call.row.id },
      "tool failed",
    );
    return { reply: refuse("internal", call.sentences.technical()), status: "failed" };
  }
}

/** Another request is carrying this tool call out: its answer is ours, as soon as it is there. */
async function awaitAnswer(ctx: TenantContext, invocationId: number, deadline: AbortSignal): Promise<Reply> {
  for (;;) {
    const row = await findInvocation(ctx, invocationId);
    if (row?.reply) return row.reply as unknown as Reply;
    await delay(pollMs, undefined, { signal: deadline });
  }
}
