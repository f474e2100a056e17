import { and, asc, eq, lt } from "drizzle-orm";
import { callbackStatuses } from "@/contracts/calls";
import { agents, branches, calls, callUtterances, customers } from "@/server/db/schema";
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
  const [utterances, invocations, callbacks, calledBefore] = await Promise.all([
    listUtterances(ctx, id),
    listInvocationsOfCall(ctx, id),
    listCallbacks(ctx, { callId: id, status: callbackStatuses }),
    hasCalledBefore(ctx, call),
  ]);
  const touched = await listTouched(ctx, id, invocations);
  return {
    ...call,
    firstTime: call.fromNumber !== null && !calledBefore,
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
      recordingUrl: calls.recordingUrl,
      customerId: calls.customerId,
      customerName: customers.name,
      customerPhone: customers.phone,
      branchName: branches.name,
      timeZone: branches.timeZone,
      agentName: agents.name,
      retellAgentId: agents.retellAgentId,
    })
    .from(calls)
    .leftJoin(customers, and(eq(customers.tenantId, t), eq(customers.id, calls.customerId)))
    .leftJoin(branches, and(eq(branches.tenantId, t), eq(branches.id, calls.branchId)))
    .leftJoin(agents, and(eq(agents.tenantId, t), eq(agents.id, calls.agentId)))
    .where(and(eq(t, ctx.tenant.id), eq(calls.id, id)));
  if (!row) throw notFound("call");
  const { analysis, costBreakdown, timeZone, ...call } = row;
  return {
    ...call,
    timeZone: timeZone ?? ctx.tenant.timeZone,
    summary: textOf(analysis?.call_summary) ?? textOf(analysis?.intent),
    sentiment: textOf(analysis?.user_sentiment) ?? textOf(analysis?.sentiment),
    costs: costParts(costBreakdown),
  };
}

const textOf = (value: unknown) => (typeof value === "string" && value.trim() ? value.trim() : null);

/** Retell's `product_costs`: US cents, fractions included. */
function costParts(breakdown: Record<string, unknown> | null): { product: string; usdCents: number }[] {
  const parts = breakdown?.product_costs;
  if (!Array.isArray(parts)) return [];
  return parts.flatMap((part: { product?: unknown; cost?: unknown } | null) =>
    typeof part?.product === "string" && typeof part.cost === "number"
      ? [{ product: part.product, usdCents: part.cost }]
      : [],
  );
}

const listUtterances = (ctx: TenantContext, callId: number) =>
  ctx.db
    .select({
      position: callUtterances.position,
      role: callUtterances.role,
      content: callUtterances.content,
      startMs: callUtterances.startMs,
    })
    .from(callUtterances)
    .where(and(eq(callUtterances.tenantId, ctx.tenant.id), eq(callUtterances.callId, callId)))
    .orderBy(asc(callUtterances.position));

async function hasCalledBefore(
  ctx: TenantContext,
  call: { customerId: number | null; startTimestamp: Date },
) {
  if (call.customerId === null) return false;
  const [earlier] = await ctx.db
    .select({ id: calls.id })
    .from(calls)
    .where(
      and(
        eq(calls.tenantId, ctx.tenant.id),
        eq(calls.customerId, call.customerId),
        lt(calls.startTimestamp, call.startTimestamp),
      ),
    )
    .limit(1);
  return earlier !== undefined;
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
