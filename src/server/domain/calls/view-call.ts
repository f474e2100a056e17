import { and, asc, count, eq, lt, sql } from "drizzle-orm";
import { type CallStatus, callbackStatuses } from "@/contracts/calls";
import { declaredLanguage } from "@/lib/speech/language";
import {
  agents,
  appointments,
  branches,
  calls,
  callUtterances,
  customers,
  tenants,
} from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError, notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { type AppointmentView, getAppointment, listAppointments } from "../appointments/queries";
import { listCallbacks } from "../callbacks/queries";
import { listInvocationsOfCall, type ToolInvocationRow } from "../tool-invocations/queries";
import { listTraces } from "./list-traces";

/** More appointments than this are not talked about in one call. */
const mostTouched = 10;

/** A call as its page shows it: who, what was said and asked at which second, and what came of it. @throws not_found */
export async function viewCall(ctx: TenantContext, id: number) {
  requirePermission(ctx, "calls:read");
  const call = await readCall(ctx, id);
  const [utterances, invocations, callbacks, customer] = await Promise.all([
    listUtterances(ctx, call),
    listInvocationsOfCall(ctx, id),
    listCallbacks(ctx, { callId: id, status: callbackStatuses }),
    countOfCustomer(ctx, call),
  ]);
  const touched = await listTouched(ctx, id, invocations);
  return {
    ...call,
    firstTime: call.fromNumber !== null && customer.earlierCalls === 0,
    customerCalls: customer.calls,
    customerAppointments: customer.appointments,
    utterances,
    tools: invocations.map((row) => toTool(row, call.startTimestamp)),
    traces: await listTraces(ctx, call, touched),
    appointments: touched.map((view) => toSlip(view, call.timeZone)),
    callbacks,
  };
}

async function readCall(ctx: TenantContext, id: number) {
  const t = calls.tenantId;
  const [row] = await ctx.db
    .select({
      id: calls.id,
      retellCallId: calls.callId,
      conversationId: calls.conversationId,
      fromNumber: calls.fromNumber,
      toNumber: calls.toNumber,
      startTimestamp: calls.startTimestamp,
      durationSec: calls.durationSec,
      status: calls.status,
      outcome: calls.outcome,
      disconnectionReason: calls.disconnectionReason,
      analysis: calls.analysis,
      costUsdCents: calls.costUsdCents,
      costBreakdown: calls.costBreakdown,
      recordingDecision: calls.recordingDecision,
      recordingDecidedMs: calls.recordingDecidedMs,
      recordingWords: calls.recordingWords,
      /** Retell's link stays here: people hear it through us. */
      hasRecording: sql<number>`${calls.recordingUrl} is not null and ${calls.recordingDecision} = 'granted'
        and ${tenants.recordingConsent} = 'ask'`.mapWith(Boolean),
      customerId: calls.customerId,
      customerName: customers.name,
      customerPhone: customers.phone,
      branchName: branches.name,
      timeZone: branches.timeZone,
      agentName: agents.name,
      language: agents.language,
      retellAgentId: agents.retellAgentId,
    })
    .from(calls)
    .innerJoin(tenants, eq(tenants.id, t))
    .leftJoin(customers, and(eq(customers.tenantId, t), eq(customers.id, calls.customerId)))
    .leftJoin(branches, and(eq(branches.tenantId, t), eq(branches.id, calls.branchId)))
    .leftJoin(agents, and(eq(agents.tenantId, t), eq(agents.id, calls.agentId)))
    .where(and(eq(t, ctx.tenant.id), eq(calls.id, id)));
  if (!row) throw notFound("call");
  const { analysis, costBreakdown, timeZone, language, ...call } = row;
  return {
    ...call,
    timeZone: timeZone ?? ctx.tenant.timeZone,
    /** BCP 47 tag of what was said. */
    language: declaredLanguage(language),
    summary: textOf(analysis?.call_summary) ?? textOf(analysis?.intent),
    sentiment: textOf(analysis?.user_sentiment) ?? textOf(analysis?.sentiment),
    costs: costParts(costBreakdown),
  };
}

const textOf = (value: unknown) => (typeof value === "string" && value.trim() ? value.trim() : null);

interface ProductCost {
  product?: unknown;
  cost?: unknown;
  is_transfer_leg_cost?: unknown;
}

/** Retell's `call_cost`: parts in US cents, fractions included, and the seconds it bills. */
function costParts(breakdown: Record<string, unknown> | null) {
  const { product_costs: listed, total_duration_seconds: seconds } = breakdown ?? {};
  const parts = (Array.isArray(listed) ? listed : []).flatMap((part: ProductCost | null) =>
    typeof part?.product === "string" && typeof part.cost === "number"
      ? [{ product: part.product, usdCents: part.cost, isTransfer: part.is_transfer_leg_cost === true }]
      : [],
  );
  return { parts, seconds: typeof seconds === "number" ? Math.round(seconds) : null };
}

/** Each word with its millisecond, for jumping in the recording: nobody needs them while the call still runs. */
async function listUtterances(ctx: TenantContext, call: { id: number; status: CallStatus }) {
  const rows = await ctx.db
    .select({
      position: callUtterances.position,
      role: callUtterances.role,
      content: callUtterances.content,
      startMs: callUtterances.startMs,
      endMs: callUtterances.endMs,
      words: call.status === "ongoing" ? sql<null>`null` : callUtterances.words,
    })
    .from(callUtterances)
    .where(and(eq(callUtterances.tenantId, ctx.tenant.id), eq(callUtterances.callId, call.id)))
    .orderBy(asc(callUtterances.position));
  return rows.map(({ words, ...turn }) => ({ ...turn, words: words && timedWords(words, turn.content) }));
}

/** Words that do not say what the sentence says are no help: the sentence stands. */
function timedWords(words: { word: string; startMs: number }[], content: string): [string, number][] | null {
  const bare = (text: string) => text.replace(/\s+/g, "");
  if (bare(words.map(({ word }) => word).join("")) !== bare(content)) return null;
  return words.map(({ word, startMs }) => [word.trim(), startMs]);
}

async function countOfCustomer(
  ctx: TenantContext,
  { customerId, startTimestamp }: { customerId: number | null; startTimestamp: Date },
) {
  if (customerId === null) return { calls: 0, earlierCalls: 0, appointments: 0 };
  const [[called], [booked]] = await Promise.all([
    ctx.db
      .select({
        calls: count(),
        earlierCalls: count(sql`case when ${lt(calls.startTimestamp, startTimestamp)} then 1 end`),
      })
      .from(calls)
      .where(and(eq(calls.tenantId, ctx.tenant.id), eq(calls.customerId, customerId))),
    ctx.db
      .select({ appointments: count() })
      .from(appointments)
      .where(and(eq(appointments.tenantId, ctx.tenant.id), eq(appointments.customerId, customerId))),
  ]);
  return { calls: 0, earlierCalls: 0, appointments: 0, ...called, ...booked };
}

/** `atMs` counts from the start of the call; until Retell reports it, our own clock stands in. */
function toTool(row: ToolInvocationRow, callStart: Date) {
  const { id, name, args, reply, status, errorCode, durationMs } = row;
  const atMs = row.atMs ?? Math.max(0, row.createdAt.getTime() - callStart.getTime());
  return { id, name, args, reply, status, errorCode, durationMs, atMs };
}

/** Made in this call, or moved or called off in it: those are only named in the answers of our tools. */
async function listTouched(ctx: TenantContext, callId: number, invocations: ToolInvocationRow[]) {
  const made = await listAppointments(ctx, { callId });
  const known = new Set(made.map(({ appointment }) => appointment.id));
  const named = invocations.flatMap(({ name, status, reply }) => {
    if (status !== "succeeded" || (name !== "reschedule_appointment" && name !== "cancel_appointment"))
      return [];
    const appointmentId = (reply?.data as { appointment_id?: unknown } | undefined)?.appointment_id;
    return typeof appointmentId === "number" && !known.has(appointmentId) ? [appointmentId] : [];
  });
  const changed = await Promise.all(
    [...new Set(named)].slice(0, mostTouched).map((appointmentId) => findAppointment(ctx, appointmentId)),
  );
  return [...made, ...changed.filter((view) => view !== undefined)];
}

async function findAppointment(ctx: TenantContext, id: number): Promise<AppointmentView | undefined> {
  try {
    return await getAppointment(ctx, id);
  } catch (error) {
    if (error instanceof DomainError && error.kind === "not_found") return undefined;
    throw error;
  }
}

function toSlip({ appointment, ...names }: AppointmentView, callZone: string) {
  const { id, startTime, endTime, status, attendeeName } = appointment;
  const { customerName, serviceName, staffName } = names;
  return {
    id,
    startTime,
    endTime,
    status,
    name: attendeeName ?? customerName,
    serviceName,
    staffName,
    timeZone: names.timeZone ?? callZone,
  };
}
