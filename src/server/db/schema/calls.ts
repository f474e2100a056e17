import { sql } from "drizzle-orm";
import {
  boolean,
  decimal,
  foreignKey,
  index,
  int,
  json,
  mediumtext,
  mysqlEnum,
  mysqlTable,
  text,
  unique,
  varchar,
} from "drizzle-orm/mysql-core";
import {
  type CallOutcome,
  callOutcomes,
  callStatuses,
  missedOutcomes,
  outcomesWithoutAppointment,
  recordingDecisions,
  utteranceRoles,
} from "@/contracts/calls";
import { createdAt, id, instant, ref, tenantId, timestamps } from "../columns";
import { branches } from "./branches";
import { customers } from "./customers";
import { agents } from "./phone-numbers";
import { tenants } from "./tenants";

/** A column of the database's own making, so that an index finds a group of outcomes in the order of time. */
const isOneOf = (name: string, outcomes: readonly CallOutcome[]) =>
  boolean(name).generatedAlwaysAs(
    sql.raw(`(outcome in (${outcomes.map((outcome) => `'${outcome}'`).join(", ")}))`),
    { mode: "virtual" },
  );

export const calls = mysqlTable(
  "calls",
  {
    id: id(),
    tenantId: tenantId(),
    customerId: ref("customer_id"),
    agentId: ref("agent_id"),
    branchId: ref("branch_id"),
    /** Retell's id of the call. */
    callId: varchar("call_id", { length: 255 }).notNull(),
    conversationId: varchar("conversation_id", { length: 255 }),
    /** E.164; NULL when the caller hides the number. */
    fromNumber: varchar("from_number", { length: 20 }),
    toNumber: varchar("to_number", { length: 20 }),
    startTimestamp: instant("start_timestamp").notNull(),
    /** False while `start_timestamp` is only when we first heard of the call; Retell's own word replaces it. */
    startReported: boolean("start_reported").notNull().default(false),
    endTimestamp: instant("end_timestamp"),
    durationSec: int("duration_sec"),
    /** From our own rows (an appointment or callback exists), never the model's opinion. NULL until processed. */
    callSuccessful: boolean("call_successful"),
    /** The whole conversation as one text, cut at the column's 64 KB; complete in `call_utterances`. */
    transcript: text("transcript"),
    /** What Retell's post-call analysis said, as received. */
    analysis: json("analysis").$type<Record<string, unknown>>(),
    direction: mysqlEnum("direction", ["inbound", "outbound"]).notNull().default("inbound"),
    status: mysqlEnum("status", callStatuses).notNull().default("ongoing"),
    outcome: mysqlEnum("outcome", callOutcomes),
    /** The list's everyday questions, each answered by one stretch of an index. */
    withoutAppointment: isOneOf("without_appointment", outcomesWithoutAppointment),
    missed: isOneOf("missed", missedOutcomes),
    /** Whether somebody still has to call back because of this call; written with the callbacks. */
    callbackOpen: boolean("callback_open").notNull().default(false),
    /** Value of what was booked in the call and still stands, as the reports count it; written with them. */
    bookedCents: int("booked_cents").notNull().default(0),
    disconnectionReason: varchar("disconnection_reason", { length: 64 }),
    /** Retell's `combined_cost`: US cents, fractions included. */
    costUsdCents: decimal("cost_usd_cents", { precision: 14, scale: 6, mode: "number" }),
    costBreakdown: json("cost_breakdown").$type<Record<string, unknown>>(),
    recordingDecision: mysqlEnum("recording_decision", recordingDecisions).notNull().default("not_asked"),
    /** Milliseconds since the call began at which the caller said so. */
    recordingDecidedMs: int("recording_decided_ms"),
    /** The caller's words that the decision rests on. */
    recordingWords: text("recording_words"),
    /** A link at Retell, kept only where the tenant's setting and the caller's yes allow it. */
    recordingUrl: varchar("recording_url", { length: 2048 }),
    /** Last sign of life: a webhook or a tool call. */
    lastActivityAt: instant("last_activity_at").notNull(),
    /** When Retell was last asked what became of it, after it had gone silent. */
    askedAt: instant("asked_at"),
    analyzedAt: instant("analyzed_at"),
    processedAt: instant("processed_at"),
    ...timestamps(),
  },
  (t) => [
    unique("calls_tenant_id_uq").on(t.tenantId, t.id),
    // Retell's id first, so that the refresh finds a call whose tenant it does not know yet.
    unique("calls_call_id_uq").on(t.callId, t.tenantId),
    index("calls_start_ix").on(t.tenantId, t.startTimestamp, t.id),
    index("calls_status_ix").on(t.status, t.lastActivityAt),
    index("calls_outcome_ix").on(t.tenantId, t.outcome, t.startTimestamp),
    index("calls_without_appointment_ix").on(t.tenantId, t.withoutAppointment, t.startTimestamp),
    index("calls_missed_ix").on(t.tenantId, t.missed, t.startTimestamp),
    index("calls_callback_ix").on(t.tenantId, t.callbackOpen, t.startTimestamp),
    index("calls_customer_ix").on(t.tenantId, t.customerId, t.startTimestamp),
    index("calls_number_ix").on(t.tenantId, t.fromNumber, t.startTimestamp),
    index("calls_branch_ix").on(t.tenantId, t.branchId, t.startTimestamp),
    index("calls_agent_ix").on(t.tenantId, t.agentId, t.startTimestamp),
    // What runs has no end: today's page finds it, and what has just ended, without reading the day.
    index("calls_end_ix").on(t.tenantId, t.endTimestamp, t.startTimestamp),
    foreignKey({ name: "calls_tenant_fk", columns: [t.tenantId], foreignColumns: [tenants.id] }),
    foreignKey({
      name: "calls_customer_fk",
      columns: [t.tenantId, t.customerId],
      foreignColumns: [customers.tenantId, customers.id],
    }),
    foreignKey({
      name: "calls_agent_fk",
      columns: [t.tenantId, t.agentId],
      foreignColumns: [agents.tenantId, agents.id],
    }),
    foreignKey({
      name: "calls_branch_fk",
      columns: [t.tenantId, t.branchId],
      foreignColumns: [branches.tenantId, branches.id],
    }),
  ],
);

/** The transcript, one row per turn, replaced as Retell corrects it. Lists never read this table. */
export const callUtterances = mysqlTable(
  "call_utterances",
  {
    id: id(),
    tenantId: tenantId(),
    callId: ref("call_id").notNull(),
    position: int("position").notNull(),
    role: mysqlEnum("role", utteranceRoles).notNull(),
    content: mediumtext("content").notNull(),
    /** Milliseconds since the call began. */
    startMs: int("start_ms"),
    endMs: int("end_ms"),
    words: json("words").$type<{ word: string; startMs: number; endMs: number }[]>(),
    ...timestamps(),
  },
  (t) => [
    unique("call_utterances_uq").on(t.tenantId, t.callId, t.position),
    foreignKey({
      name: "call_utterances_call_fk",
      columns: [t.tenantId, t.callId],
      foreignColumns: [calls.tenantId, calls.id],
    }).onDelete("cascade"),
  ],
);

/** What the agent asked of our server while the caller waited, and what we answered. */
export const toolInvocations = mysqlTable(
  "tool_invocations",
  {
    id: id(),
    tenantId: tenantId(),
    callId: ref("call_id").notNull(),
    /** Retell's tool_call_id where it is known, else a hash of name and arguments: a retry finds its answer. */
    invocationKey: varchar("invocation_key", { length: 191 }).notNull(),
    name: varchar("name", { length: 64 }).notNull(),
    args: json("args").$type<Record<string, unknown>>().notNull(),
    reply: json("reply").$type<Record<string, unknown>>(),
    status: mysqlEnum("status", ["running", "succeeded", "refused", "failed"]).notNull(),
    errorCode: varchar("error_code", { length: 64 }),
    /** Milliseconds since the call began. */
    atMs: int("at_ms"),
    durationMs: int("duration_ms"),
    ...timestamps(),
  },
  (t) => [
    unique("tool_invocations_uq").on(t.tenantId, t.callId, t.invocationKey),
    foreignKey({
      name: "tool_invocations_call_fk",
      columns: [t.tenantId, t.callId],
      foreignColumns: [calls.tenantId, calls.id],
    }).onDelete("cascade"),
  ],
);

/** Calls to numbers that belong to nobody here: kept, shown to the platform admin, given to no tenant. */
export const unassignedCalls = mysqlTable(
  "unassigned_calls",
  {
    id: id(),
    callId: varchar("call_id", { length: 191 }).notNull(),
    fromNumber: varchar("from_number", { length: 20 }),
    toNumber: varchar("to_number", { length: 20 }),
    firstSeenAt: instant("first_seen_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    /** Set when the number was given to a tenant and the stored webhooks were replayed. */
    assignedAt: instant("assigned_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("unassigned_calls_call_id_uq").on(t.callId),
    index("unassigned_calls_open_ix").on(t.assignedAt, t.lastSeenAt),
  ],
);
