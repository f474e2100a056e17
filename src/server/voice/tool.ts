import type { z } from "zod";
import type { Clock } from "@/lib/german-time";
import type { SpeechClock } from "@/lib/speech/moments";
import type { Utterance } from "@/lib/spoken-yes";
import type { TenantContext } from "@/server/domain/_core/context";
import type { CallRow } from "@/server/domain/calls/queries";
import type { CalledNumber } from "@/server/domain/phone-numbers/resolve-called-number";
import type { Sentences } from "./sentences";

/** What a tool knows of the conversation it is part of. */
export interface VoiceCall {
  row: CallRow;
  /** The other end's number in E.164; null where it is hidden. */
  callerPhone: string | null;
  called: CalledNumber;
  /** The agent's name as Retell knows it: nobody is booked under it. */
  agentName: string | undefined;
  sentences: Sentences;
  clock: Clock & SpeechClock;
  /** What was said since something was last booked, moved or cancelled. */
  conversation: readonly Utterance[];
  /** Everything said so far. */
  wholeConversation: readonly Utterance[];
}

/** What the agent hears. `message` is spoken as it stands; `data` is for the agent's next tool call. */
export interface Reply {
  success: boolean;
  message: string;
  code?: string;
  data?: Record<string, unknown>;
}

interface ToolDefinition<Args extends z.ZodObject> {
  /** As Retell knows it: letters, digits, `_`, `-`, at most 64. */
  name: string;
  /** Tells the model when to use it. */
  description: string;
  /** `write` tools are never run twice at the same time with the same arguments. */
  kind: "read" | "write";
  args: Args;
  /** By then the caller hears a sentence, whatever the work is doing. */
  deadlineMs: number;
  run(ctx: TenantContext, args: z.infer<Args>, call: VoiceCall): Promise<Reply>;
}

export interface Tool extends Omit<ToolDefinition<z.ZodObject>, "run"> {
  /** @throws ZodError for arguments that cannot be read */
  invoke(ctx: TenantContext, args: Record<string, unknown>, call: VoiceCall): Promise<Reply>;
}

export function defineTool<Args extends z.ZodObject>({ run, ...definition }: ToolDefinition<Args>): Tool {
  return {
    ...definition,
    invoke: async (ctx, args, call) => run(ctx, definition.args.parse(args), call),
  };
}

export const answer = (message: string, data: Record<string, unknown> = {}): Reply => ({
  success: true,
  message,
  data,
});

/** A business refusal or a question back: still HTTP 200, and the sentence says what to do next. */
export const refuse = (code: string, message: string, data?: Record<string, unknown>): Reply => ({
  success: false,
  message,
  code,
  ...(data ? { data } : {}),
});
