import { createHash } from "node:crypto";
import { z } from "zod";
import type { CallStatus } from "@/contracts/calls";
import { numberOfWebCall } from "./web-call";

/** Narrow on purpose: the id becomes part of keys that are searched by prefix up to the next colon. */
export const retellCallIdSchema = z.string().regex(/^[A-Za-z0-9._-]{1,128}$/);

/** What every message of a call says about it, in our units, whichever format it came in. */
export interface CallHead {
  retellCallId: string;
  conversationId: string | null;
  direction: "inbound" | "outbound";
  /** As sent: E.164, "anonymous", empty … */
  fromNumber: string | null;
  toNumber: string | null;
  status: CallStatus;
  startedAt: Date | null;
  endedAt: Date | null;
  durationSec: number | null;
}

/** A message about a call as the inbox keeps it. */
export interface RetellEvent {
  kind: "event";
  eventType: string;
  /** The same for every delivery of the same fact. Begins with the call's id and a colon. */
  externalId: string;
  call: CallHead | null;
  /** False for event types we keep but do not understand. */
  understood: boolean;
}

/** Retell asks before it connects a call. */
export interface InboundQuestion {
  kind: "inbound";
  retellCallId: string | null;
  fromNumber: string | null;
  toNumber: string | null;
}

/** Sent once per call; everything else may repeat and is told apart by its content. */
const onceEvents = ["call_started", "call_ended", "call_analyzed"];
const repeatedEvents = [
  "transcript_updated",
  "transfer_started",
  "transfer_bridged",
  "transfer_cancelled",
  "transfer_ended",
];
/** Our own: a call as the refresh fetched it. Never accepted from outside. */
export const refreshEvent = "call_refreshed";

const eventSchema = z.string().regex(/^[\w.-]{1,64}$/);
/** A field of the wrong type must not cost us the call: here it is unknown, processing names it as an error. */
const lenient = <T extends z.ZodType>(schema: T) => schema.nullish().catch(null);
const text = lenient(z.string().max(255));
/** Unix milliseconds of this century: anything else is another unit, or nonsense. */
export const plausibleMs = z.number().min(Date.UTC(2000, 0)).max(Date.UTC(2100, 0));
const durationMs = z
  .number()
  .min(0)
  .max(7 * 86_400_000);

const callSchema = z.object({
  call_id: retellCallIdSchema,
  call_status: text,
  direction: text,
  from_number: text,
  to_number: text,
  start_timestamp: lenient(plausibleMs),
  end_timestamp: lenient(plausibleMs),
  duration_ms: lenient(durationMs),
  call_type: text,
  agent_id: text,
  metadata: z.unknown().optional(),
});
const fetchedSchema = callSchema.extend({ call_analysis: z.unknown().optional() });
const retellSchema = z.object({ event: eventSchema, call: callSchema.optional() });
const inboundSchema = z.object({
  event: z.literal("call_inbound"),
  call_inbound: z.object({
    call_id: lenient(retellCallIdSchema),
    from_number: text,
    to_number: text,
  }),
});
const partnerSchema = z.object({
  event: eventSchema,
  data: z.object({
    call_id: retellCallIdSchema,
    conversation_id: text,
    from_number: text,
    to_number: text,
    start_timestamp: lenient(
      z
        .number()
        .transform((s) => s * 1000)
        .pipe(plausibleMs),
    ),
    end_timestamp: lenient(
      z
        .number()
        .transform((s) => s * 1000)
        .pipe(plausibleMs),
    ),
  }),
});

/** Reads Retell's own format (milliseconds). Undefined where it is none. */
export function parseRetellMessage(
  payload: unknown,
  rawBody: string,
): RetellEvent | InboundQuestion | undefined {
  const inbound = inboundSchema.safeParse(payload);
  if (inbound.success) {
    const { call_id, from_number, to_number } = inbound.data.call_inbound;
    return {
      kind: "inbound",
      retellCallId: call_id ?? null,
      fromNumber: from_number ?? null,
      toNumber: to_number ?? null,
    };
  }
  const parsed = retellSchema.safeParse(payload);
  if (!parsed.success) return undefined;
  const { event, call } = parsed.data;
  const understood = onceEvents.includes(event) || repeatedEvents.includes(event);
  if (!call) return understood ? undefined : toEvent(event, null, rawBody, false);
  return toEvent(event, headOfCall(event, call), rawBody, understood);
}

/** Reads the format documented to partners (`data`, seconds). Undefined where it is none. */
export function parsePartnerMessage(payload: unknown, rawBody: string): RetellEvent | undefined {
  const parsed = partnerSchema.safeParse(payload);
  if (!parsed.success) return undefined;
  const { event, data } = parsed.data;
  const [startedAt, endedAt] = [toDate(data.start_timestamp), toDate(data.end_timestamp)];
  const head: CallHead = {
    retellCallId: data.call_id,
    conversationId: data.conversation_id ?? null,
    direction: "inbound",
    fromNumber: data.from_number ?? null,
    toNumber: data.to_number ?? null,
    status: isEnd(event) || endedAt ? "ended" : "ongoing",
    startedAt,
    endedAt,
    durationSec: secondsBetween(startedAt, endedAt),
  };
  return toEvent(event, head, rawBody, onceEvents.includes(event));
}

/** A call as Retell's list or get-call has it, with the stage that it reached. Undefined where it cannot be read. */
export function parseCall(call: unknown): { head: CallHead; analyzed: boolean } | undefined {
  const parsed = fetchedSchema.safeParse(call);
  if (!parsed.success) return undefined;
  const head = headOfCall(refreshEvent, parsed.data);
  return { head, analyzed: head.status !== "ongoing" && Boolean(parsed.data.call_analysis) };
}

/** A fetched call in the shape the inbox keeps. Each stage of a call is one fact. */
export function refreshedMessage(call: unknown): { message: RetellEvent; rawBody: string } | undefined {
  const parsed = parseCall(call);
  if (!parsed) return undefined;
  const { head, analyzed } = parsed;
  return {
    message: {
      kind: "event",
      eventType: refreshEvent,
      externalId: `${head.retellCallId}:refresh:${analyzed ? "analyzed" : head.status}`,
      call: head,
      understood: true,
    },
    rawBody: JSON.stringify({ event: refreshEvent, call }),
  };
}

/** Retell's messages have a `call`, whatever else stands beside it. */
export const isPartnerPayload = (payload: unknown) =>
  !z.object({ call: z.object({}) }).safeParse(payload).success;

/** The message of a body that is already in the inbox. */
export function parseStoredMessage(rawBody: string): RetellEvent | undefined {
  const payload: unknown = JSON.parse(rawBody);
  const message = isPartnerPayload(payload)
    ? parsePartnerMessage(payload, rawBody)
    : parseRetellMessage(payload, rawBody);
  return message?.kind === "event" ? message : undefined;
}

function headOfCall(event: string, call: z.infer<typeof callSchema>): CallHead {
  const [startedAt, endedAt] = [toDate(call.start_timestamp), toDate(call.end_timestamp)];
  const failed = call.call_status === "error" || call.call_status === "not_connected";
  const ended = isEnd(event) || call.call_status === "ended" || endedAt !== null;
  return {
    retellCallId: call.call_id,
    conversationId: null,
    direction: call.direction === "outbound" ? "outbound" : "inbound",
    fromNumber: call.from_number ?? null,
    toNumber: call.to_number ?? numberOfWebCall(call),
    status: failed ? "failed" : ended ? "ended" : "ongoing",
    startedAt,
    endedAt,
    durationSec:
      call.duration_ms != null ? Math.round(call.duration_ms / 1000) : secondsBetween(startedAt, endedAt),
  };
}

function toEvent(
  eventType: string,
  call: CallHead | null,
  rawBody: string,
  understood: boolean,
): RetellEvent {
  const subject = `${call?.retellCallId ?? "-"}:${eventType}`;
  const once = call !== null && onceEvents.includes(eventType);
  const digest = () => createHash("sha256").update(rawBody).digest("hex").slice(0, 32);
  return {
    kind: "event",
    eventType,
    externalId: once ? subject : `${subject}:${digest()}`,
    call,
    understood,
  };
}

const isEnd = (event: string) => event === "call_ended" || event === "call_analyzed";
const toDate = (ms: number | null | undefined) => (ms == null ? null : new Date(ms));
const secondsBetween = (start: Date | null, end: Date | null) =>
  start && end && end >= start ? Math.round((end.getTime() - start.getTime()) / 1000) : null;
