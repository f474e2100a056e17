import type { PhoneCall } from "../retell/call-object";
import type { LiveCall, ToolOptions } from "../retell/live-call";
import type { Person } from "./people";
import { type Reply, readReply } from "./replies";
import type { Line } from "./run";

export interface Summary {
  /** English, as Retell's analysis writes it. */
  summary: string;
  /** The model's opinion, which the product must not believe blindly. */
  successful: boolean;
  sentiment?: "Negative" | "Positive" | "Neutral";
}

/** Two people on one line: the scripted agent, which speaks our tools' answers, and the caller. */
export class Conversation {
  constructor(
    private readonly line: LiveCall,
    readonly person: Person,
    private readonly label: string,
    private readonly onLine: (line: Line) => void,
    /** Webhooks of this call that the product did not accept at the first attempt. */
    readonly refusedWebhooks: readonly string[],
  ) {}

  get callId(): string {
    return this.line.call.call_id;
  }

  /** The words the product gave along; a business that gave none greets like an agent nobody told anything. */
  async greet() {
    const greeting = this.line.call.retell_llm_dynamic_variables?.greeting;
    await this.agent(
      greeting ||
        "Guten Tag. Sie sprechen mit einem digitalen Assistenten, einer künstlichen Intelligenz. Was kann ich für Sie tun?",
    );
  }

  async agent(text: string) {
    this.report({ kind: "agent", text });
    await this.line.say("agent", text);
  }

  async caller(text: string) {
    this.report({ kind: "caller", text });
    await this.line.say("user", text);
  }

  /** The agent uses a tool and says aloud what it answered. */
  async tool(name: string, args: Record<string, unknown> = {}, options?: ToolOptions): Promise<Reply> {
    const given = Object.fromEntries(
      Object.entries(args).filter(([, value]) => value !== undefined && value !== null),
    );
    const reply = readReply(await this.line.invoke(name, given, options));
    this.report({
      kind: "tool",
      text: `${name} ${JSON.stringify(given)}`,
      ms: reply.outcome.elapsedMs,
      result: reply.success ? "erfolgreich" : `abgelehnt${reply.code ? ` (${reply.code})` : ""}`,
    });
    await this.agent(reply.message);
    return reply;
  }

  /** The caller puts the phone down. */
  hangUp(summary: Summary): Promise<PhoneCall> {
    this.report({ kind: "hangup", text: "legt auf" });
    return this.line.hangUp("user_hangup", {
      call_summary: summary.summary,
      call_successful: summary.successful,
      user_sentiment: summary.sentiment ?? "Neutral",
    });
  }

  private report(line: Omit<Line, "at" | "call">) {
    this.onLine({ at: Math.round(this.line.seconds * 10) / 10, call: this.label, ...line });
  }
}
