import type { PhoneCallResponse } from "retell-sdk/resources/call";
import type { Faults } from "../faults";
import type { Random } from "../random";
import { ensureAgent, type RetellAccount } from "./account";
import {
  closingFacts,
  keepLess,
  type PhoneCall,
  type TranscriptEntry,
  transcriptFields,
} from "./call-object";
import { type CallClock, createClock, type Pace } from "./clock";
import { callAnalyzed, callEnded, callStarted, functionRequest, transcriptUpdated } from "./payloads";
import { isSuccess, type PostResult, postSigned } from "./post";
import { ringAt } from "./ring";
import { timeWords } from "./speech";
import { type DeliveryNote, type DeliveryPlan, RetellWebhooks } from "./webhooks";

/** What Retell feeds its language model at most. */
const MAX_RESULT_CHARS = 15_000;
/** People answer after a moment; the number is speech seconds. */
const TURN_PAUSE_SECONDS = 0.35;
/** How many words go by between two looks of the listener at the live transcript. */
const WORDS_PER_UPDATE = 4;
const ANALYSIS_SECONDS = 4;

export interface LiveCallOptions {
  /** The product, without a path. */
  targetUrl: string;
  apiKey: string;
  /** E.164, or "anonymous" for a hidden number. */
  fromNumber: string;
  toNumber: string;
  pace: Pace;
  account: RetellAccount;
  faults: Faults;
  random: Random;
  deliveries?: DeliveryPlan;
  onWebhook?: (seconds: number, delivery: DeliveryNote) => void;
}

export interface ToolOptions {
  /** Per attempt; Retell's own default is 120 s. */
  timeoutMs?: number;
  /** Retell's `max_retry`: further attempts after a failure. */
  maxRetry?: number;
  /** The answer got lost on its way, so that the very same request is sent once more. */
  answerLost?: boolean;
}

export interface ToolOutcome extends PostResult {
  toolCallId: string;
  /** Every answer, the last being the one that counted. */
  attempts: PostResult[];
}

/** Retell's side of one phone call: the call object, its webhooks and its function requests. */
export class LiveCall {
  readonly call: PhoneCall;
  private readonly entries: TranscriptEntry[] = [];
  private clock: CallClock;
  private readonly webhooks: RetellWebhooks;
  private readonly toolTimesMs: number[] = [];
  private lastSaid: PhoneCall;
  /** Of the agent, where the product named one. */
  private chosenVersion: number | undefined;

  private constructor(private readonly options: LiveCallOptions) {
    const { random } = options;
    this.clock = createClock(options.pace);
    const boundAgent = options.account.phoneNumbers.get(options.toNumber)?.inbound_agents?.[0]?.agent_id;
    this.call = {
      call_id: `call_${random.hex(27)}`,
      call_type: "phone_call",
      call_status: "registered",
      direction: "inbound",
      agent_id: boundAgent ?? `agent_${random.hex(26)}`,
      agent_version: 0,
      from_number: options.fromNumber,
      to_number: options.toNumber,
      telephony_identifier: { twilio_call_sid: `CA${random.hex(32)}` },
      data_storage_setting: "everything",
      opt_in_signed_url: false,
    };
    this.lastSaid = this.call;
    this.webhooks = new RetellWebhooks({
      url: `${options.targetUrl}/api/retell/webhook`,
      apiKey: options.apiKey,
      faults: options.faults,
      plan: options.deliveries,
      retryPausesMs: options.pace === "instant" ? [100, 300, 900] : undefined,
      onDelivery: (delivery) => options.onWebhook?.(this.seconds, delivery),
    });
  }

  /** Lets the product's number ring, asks which agent answers, and connects. */
  static async connect(options: LiveCallOptions): Promise<LiveCall> {
    const live = new LiveCall(options);
    await live.ring();
    live.pickUp();
    return live;
  }

  /** Seconds since the call began. */
  get seconds(): number {
    return this.clock.now();
  }

  async say(role: "agent" | "user", text: string) {
    await this.clock.pass(TURN_PAUSE_SECONDS);
    const words = timeWords(text, this.clock.now(), (seconds) => this.clock.scale(seconds));
    const utterance = { role, content: "", words: [] as typeof words };
    this.entries.push(utterance);
    for (let spoken = 0; spoken < words.length; spoken += WORDS_PER_UPDATE) {
      const chunk = words.slice(spoken, spoken + WORDS_PER_UPDATE);
      const seconds = (chunk.at(-1)?.end ?? 0) - (chunk[0]?.start ?? 0);
      await this.clock.pass(seconds / this.clock.scale(1));
      utterance.words.push(...chunk);
      utterance.content = utterance.words.map(({ word }) => word).join(" ");
      if (this.options.pace !== "instant") this.publish();
    }
    this.publish();
  }

  /** Sends the custom function's request with the live call inside, as Retell does while the caller waits. */
  async invoke(name: string, args: Record<string, unknown>, options: ToolOptions = {}): Promise<ToolOutcome> {
    const toolCallId = `tool_call_${this.options.random.hex(12)}`;
    this.entries.push({
      role: "tool_call_invocation",
      tool_call_id: toolCallId,
      name,
      arguments: JSON.stringify(args),
      time_sec: this.roundedSeconds(),
    });
    this.publish();
    const body = JSON.stringify(functionRequest(name, this.snapshot(), args));
    const url = `${this.options.targetUrl}/api/retell/functions/${name}`;
    const attempts: PostResult[] = [];
    const allowed = 1 + Math.max(options.maxRetry ?? 0, options.answerLost ? 1 : 0);
    while (attempts.length < allowed) {
      const result = await postSigned(url, body, this.options.apiKey, options.timeoutMs ?? 120_000);
      attempts.push(result);
      const lost = options.answerLost === true && attempts.length === 1;
      if (isSuccess(result) && !lost) break;
    }
    const last = attempts.at(-1) ?? { status: 0, text: "", elapsedMs: 0 };
    const elapsedMs = attempts.reduce((sum, attempt) => sum + attempt.elapsedMs, 0);
    this.toolTimesMs.push(elapsedMs);
    this.clock.elapsed(elapsedMs);
    const text = last.text.slice(0, MAX_RESULT_CHARS);
    this.entries.push({
      role: "tool_call_result",
      tool_call_id: toolCallId,
      content: text,
      successful: isSuccess(last),
      time_sec: this.roundedSeconds(),
    });
    this.publish();
    return { ...last, text, elapsedMs, toolCallId, attempts };
  }

  /** Ends the call, has it analysed and waits until its webhooks are through. */
  async hangUp(
    reason: NonNullable<PhoneCall["disconnection_reason"]>,
    analysis: PhoneCallResponse.CallAnalysis,
  ): Promise<PhoneCall> {
    this.finish(reason);
    this.webhooks.send("call_ended", callEnded(this.snapshot()));
    await this.clock.pass(ANALYSIS_SECONDS);
    this.call.call_analysis = { in_voicemail: false, custom_analysis_data: {}, ...analysis };
    this.store();
    this.webhooks.send("call_analyzed", callAnalyzed(this.snapshot()));
    await this.webhooks.close();
    return this.snapshot();
  }

  private async ring() {
    const { call, options } = this;
    const { delivery, answer } = await ringAt(options.targetUrl, options.apiKey, call);
    options.onWebhook?.(0, delivery);
    if (!answer) return;
    const { override_agent_id, override_agent_version, dynamic_variables, metadata, agent_override } = answer;
    if (override_agent_id) call.agent_id = override_agent_id;
    this.chosenVersion = override_agent_version;
    if (dynamic_variables) call.retell_llm_dynamic_variables = dynamic_variables;
    if (metadata !== undefined) call.metadata = metadata;
    const storage = agent_override?.agent?.data_storage_setting;
    if (storage) call.data_storage_setting = storage;
  }

  private pickUp() {
    const agent = ensureAgent(this.options.account, this.call.agent_id);
    this.call.agent_version = this.chosenVersion ?? agent.version;
    if (agent.agent_name) this.call.agent_name = agent.agent_name;
    this.call.call_status = "ongoing";
    // Ringing is not part of the call: it begins now.
    this.clock = createClock(this.options.pace);
    this.call.start_timestamp = this.clock.startedAt;
    this.store();
    this.webhooks.send("call_started", callStarted(this.snapshot()));
  }

  private finish(reason: NonNullable<PhoneCall["disconnection_reason"]>) {
    const startedAt = this.call.start_timestamp ?? this.clock.startedAt;
    const durationMs = Math.max(1_000, Math.round(this.clock.now() * 1000));
    Object.assign(this.call, {
      call_status: "ended",
      end_timestamp: startedAt + durationMs,
      duration_ms: durationMs,
      disconnection_reason: reason,
      collected_dynamic_variables: {},
      ...closingFacts(
        this.options.account.recordingsUrl,
        this.call.call_id,
        durationMs,
        this.entries,
        this.toolTimesMs,
      ),
    } satisfies Partial<PhoneCall>);
    this.store();
  }

  /** What is said is published as it was said: an update that leaves late knows nothing of the call's end. */
  private publish() {
    this.store();
    this.lastSaid = this.snapshot();
    this.webhooks.sendNewest("transcript_updated", () => transcriptUpdated(this.lastSaid));
  }

  /** Webhooks and tools hear everything; what is kept is the agent's, or this call's, setting. */
  private store() {
    const { call } = this;
    const keepsLittle = call.call_status === "ended" && call.data_storage_setting === "basic_attributes_only";
    this.options.account.calls.set(call.call_id, keepsLittle ? keepLess(this.snapshot()) : this.snapshot());
  }

  /** The call object as it is at this moment. */
  private snapshot(): PhoneCall {
    return structuredClone({ ...this.call, ...transcriptFields(this.entries) });
  }

  private roundedSeconds() {
    return Math.round(this.clock.now() * 1000) / 1000;
  }
}
