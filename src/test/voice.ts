import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { z } from "zod";
import { appointments, toolInvocations } from "@/server/db/schema";
import { signRetellBody } from "@/server/integrations/retell/signature";
import { receiveToolCall } from "@/server/voice/receive-tool-call";
import { testDatabase } from "./database";
import { newCallId } from "./retell";
import { expectSpeakable } from "./speakable";

const offer = z.looseObject({
  offer_id: z.string(),
  start: z.iso.datetime({ offset: true }),
  spoken: z.string(),
  service: z.string(),
  staff: z.string(),
});
const appointment = z.looseObject({
  appointment_id: z.number().optional(),
  spoken: z.string().optional(),
  start: z.string(),
});

/** The answer's contract: whatever is not in here, the agent cannot rely on. */
const replySchema = z.object({
  success: z.boolean(),
  message: z.string(),
  code: z.string().optional(),
  data: z
    .looseObject({
      available: z.boolean().optional(),
      offers: z.array(offer).optional(),
      appointments: z.array(appointment).optional(),
      appointment_id: z.number().optional(),
      callback_id: z.number().optional(),
      booked: z.boolean().optional(),
      reason: z.string().optional(),
    })
    .default({}),
});

interface CallOptions {
  toNumber: string;
  /** Default: hidden. */
  fromNumber?: string;
  callId?: string;
  agentName?: string;
  direction?: "inbound" | "outbound";
}

/** Seconds that an utterance takes, and the pause behind it. */
const [speaking, pausing] = [2, 1];

/**
 * Plays the agent in one call against the real route: signed requests, real database, and the live transcript of what
 * was said. `ask` calls a tool once and speaks its answer; with `tool` the caller also says yes to whatever is read back.
 */
export function voiceCall({
  toNumber,
  fromNumber = "anonymous",
  callId = newCallId(),
  agentName,
  direction,
}: CallOptions) {
  const call = {
    call_id: callId,
    call_type: "phone_call",
    agent_id: "agent_test",
    agent_name: agentName,
    from_number: fromNumber,
    to_number: toNumber,
    ...(direction ? { direction } : {}),
    start_timestamp: Date.now() - 5_000,
  };
  const transcript: Record<string, unknown>[] = [];
  const say = (role: "agent" | "user", content: string) => {
    const start = transcript.length * (speaking + pausing);
    const words = content.split(" ").map((word) => ({ word, start, end: start + speaking }));
    transcript.push({ role, content, words });
  };
  const ask = async (
    name: string,
    args: unknown = {},
    { toolCallId = newToolCallId(), isSilent = false }: ToolOptions = {},
  ) => {
    // Retell repeats a request as it was: nothing had been said after it.
    const earlier = transcript.findIndex((item) => item.tool_call_id === toolCallId);
    if (earlier >= 0) transcript.splice(earlier);
    if (!isSilent)
      transcript.push({
        role: "tool_call_invocation",
        tool_call_id: toolCallId,
        name,
        arguments: JSON.stringify(args),
      });
    const body = JSON.stringify({
      name,
      args,
      call: isSilent ? call : { ...call, transcript_with_tool_calls: transcript },
    });
    const { status, json } = await postTool(name, body);
    expect(status).toBe(200);
    const reply = replySchema.parse(json);
    expectSpeakable(reply.message);
    if (!isSilent) {
      const content = JSON.stringify(json);
      transcript.push({ role: "tool_call_result", tool_call_id: toolCallId, content, successful: true });
    }
    say("agent", reply.message);
    return reply;
  };
  const tool = async (name: string, args: unknown = {}, options: ToolOptions = {}) => {
    const reply = await ask(name, args, options);
    if (reply.code !== "confirmation.required") return reply;
    say("user", "Ja, gerne.");
    return ask(name, args);
  };
  return {
    callId,
    ask,
    tool,
    agent: (text: string) => say("agent", text),
    caller: (text: string) => say("user", text),
    /** Everything sent along so far; changing it is how a test lies. */
    transcript,
  };
}

interface ToolOptions {
  toolCallId?: string;
  /** Without a transcript: Retell did not send it along. */
  isSilent?: boolean;
}

/** Posts raw bytes to the route; signed the real way unless another header is given. */
export async function postTool(
  name: string,
  body: string,
  signature: string | null = signRetellBody(body, process.env.RETELL_API_KEY ?? ""),
) {
  const response = await receiveToolCall(
    new Request(`http://localhost/api/retell/functions/${name}`, {
      method: "POST",
      body,
      headers: signature === null ? {} : { "x-retell-signature": signature },
    }),
    name,
  );
  return { status: response.status, json: await response.json() };
}

export const newToolCallId = () => `tool_${randomUUID()}`;

export const appointmentsOf = (tenantId: string) =>
  testDatabase().select().from(appointments).where(eq(appointments.tenantId, tenantId));

export const invocationsOf = (tenantId: string) =>
  testDatabase()
    .select()
    .from(toolInvocations)
    .where(eq(toolInvocations.tenantId, tenantId))
    .orderBy(toolInvocations.id);
