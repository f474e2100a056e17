import { toE164 } from "@/lib/phone";
import type { InboundQuestion } from "@/server/integrations/retell/payloads";
import type { PlatformContext } from "../_core/context";
import { type CalledNumber, resolveCalledNumber } from "../phone-numbers/resolve-called-number";
import { keepUnassignedCall } from "../unassigned-calls/keep-unassigned-call";
import { callerNumber } from "./caller-number";
import { ensureCall } from "./ensure-call";
import { greetingVariables } from "./greeting-variables";
import { loadGreetingFacts } from "./load-greeting-facts";

/** What Retell gets to hear while the caller's phone still rings. */
export interface InboundAnswer {
  override_agent_id?: string;
  /** Of the agent, so that a draft somebody left at Retell never answers a caller. */
  override_agent_version?: number;
  dynamic_variables?: Record<string, string>;
  /** For this call only. */
  agent_override?: { agent: { data_storage_setting: "basic_attributes_only" } };
}

const dayMs = 86_400_000;

/** Retell still makes the recording, and lets it go ten minutes after the call; webhooks carry the words as ever. */
const storeNothing = { agent: { data_storage_setting: "basic_attributes_only" } } as const;

/**
 * The right agent for the called number, and what it should know. A number that belongs to nobody is answered with
 * nothing, which leaves the call to the number's own settings at Retell; the call itself is kept.
 */
export async function answerInboundCall(
  ctx: PlatformContext,
  question: InboundQuestion,
  now: Date = new Date(),
): Promise<InboundAnswer> {
  const line = await resolveCalledNumber(ctx, question.toNumber);
  const callerPhone = callerNumber(question.fromNumber);
  if (!line) {
    const { retellCallId } = question;
    const toNumber = toE164(question.toNumber) ?? question.toNumber;
    if (retellCallId) await keepUnassignedCall(ctx.db, { retellCallId, fromNumber: callerPhone, toNumber });
    return {};
  }
  const [answer] = await Promise.all([answerFor(ctx, line, callerPhone, now), keepCall(ctx, line, question)]);
  return answer;
}

/** What the agent of a line should know of this caller, now. */
export async function answerFor(
  ctx: PlatformContext,
  line: CalledNumber,
  callerPhone: string | null,
  now: Date,
): Promise<InboundAnswer> {
  const day = (offset: number) => new Date(now.getTime() + offset * dayMs).toISOString().slice(0, 10);
  const facts = await loadGreetingFacts(
    { ...ctx, tenant: line.tenant },
    { branchId: line.branchId, callerPhone, firstDay: day(-1), lastDay: day(16) },
  );
  return {
    ...(line.retellAgentId ? { override_agent_id: line.retellAgentId } : {}),
    ...(line.retellAgentVersion === null ? {} : { override_agent_version: line.retellAgentVersion }),
    dynamic_variables: greetingVariables(line, facts, now),
    ...(line.recordingConsent === "never" ? { agent_override: storeNothing } : {}),
  };
}

/** Retell names the call here only sometimes; otherwise its first webhook or tool call creates it. */
async function keepCall(ctx: PlatformContext, line: CalledNumber, question: InboundQuestion): Promise<void> {
  if (!question.retellCallId) return;
  await ensureCall(
    { ...ctx, tenant: line.tenant },
    {
      retellCallId: question.retellCallId,
      fromNumber: question.fromNumber,
      toNumber: line.phoneNumber,
      agentId: line.agentId,
      branchId: line.branchId,
    },
  );
}
