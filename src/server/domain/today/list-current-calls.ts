import { and, desc, eq, gte, inArray, lt, max, or, sql } from "drizzle-orm";
import { branches, calls, callUtterances, customers, toolInvocations } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

/** A call that never said it ended is not "running" for longer than this. */
const longestCallMs = 2 * 3_600_000;
/** How long a call stays in view after its end, so that one sees what came of it. */
const lingerMs = 3 * 60_000;
/** How long after a tool call the agent counts as busy with it. */
const toolEchoMs = 8_000;
const shown = 12;

/** Calls under way or just over, the newest first: who, since when, what was said last, what the agent is doing. */
export async function listCurrentCalls(ctx: TenantContext, now = new Date()) {
  requirePermission(ctx, "calls:read");
  const current = await ctx.db
    .select({
      id: calls.id,
      fromNumber: calls.fromNumber,
      startTimestamp: calls.startTimestamp,
      durationSec: calls.durationSec,
      status: calls.status,
      outcome: calls.outcome,
      customerId: calls.customerId,
      customerName: customers.name,
      branchName: branches.name,
      timeZone: branches.timeZone,
    })
    .from(calls)
    .leftJoin(customers, and(eq(customers.tenantId, calls.tenantId), eq(customers.id, calls.customerId)))
    .leftJoin(branches, and(eq(branches.tenantId, calls.tenantId), eq(branches.id, calls.branchId)))
    .where(
      and(
        eq(calls.tenantId, ctx.tenant.id),
        gte(calls.startTimestamp, new Date(now.getTime() - longestCallMs)),
        or(eq(calls.status, "ongoing"), gte(calls.endTimestamp, new Date(now.getTime() - lingerMs))),
      ),
    )
    .orderBy(desc(calls.startTimestamp), desc(calls.id))
    .limit(shown);
  if (current.length === 0) return [];

  const ids = current.map((call) => call.id);
  const customerIds = current.flatMap((call) => call.customerId ?? []);
  const [sentences, tools, known] = await Promise.all([
    lastSentences(ctx, ids),
    lastTools(ctx, ids),
    callersBefore(ctx, customerIds, current.at(-1)?.startTimestamp ?? now),
  ]);
  return current.map((call) => {
    const tool = tools.get(call.id);
    const busy = tool && (tool.status === "running" || now.getTime() - tool.updatedAt.getTime() < toolEchoMs);
    return {
      ...call,
      firstTime: call.fromNumber !== null && !(call.customerId !== null && known.has(call.customerId)),
      lastSentence: sentences.get(call.id) ?? null,
      tool: busy && call.status === "ongoing" ? tool.name : null,
    };
  });
}

async function lastSentences(ctx: TenantContext, callIds: number[]) {
  const last = ctx.db
    .select({ callId: callUtterances.callId, position: max(callUtterances.position).as("last_position") })
    .from(callUtterances)
    .where(and(eq(callUtterances.tenantId, ctx.tenant.id), inArray(callUtterances.callId, callIds)))
    .groupBy(callUtterances.callId)
    .as("last");
  const rows = await ctx.db
    .select({
      callId: callUtterances.callId,
      role: callUtterances.role,
      content: sql<string>`left(${callUtterances.content}, 400)`,
    })
    .from(callUtterances)
    .innerJoin(last, and(eq(last.callId, callUtterances.callId), eq(last.position, callUtterances.position)))
    .where(eq(callUtterances.tenantId, ctx.tenant.id));
  return new Map(rows.map(({ callId, ...sentence }) => [callId, sentence]));
}

async function lastTools(ctx: TenantContext, callIds: number[]) {
  const own = and(eq(toolInvocations.tenantId, ctx.tenant.id), inArray(toolInvocations.callId, callIds));
  const last = ctx.db
    .select({ id: max(toolInvocations.id).as("last_id") })
    .from(toolInvocations)
    .where(own)
    .groupBy(toolInvocations.callId)
    .as("last");
  const rows = await ctx.db
    .select({
      callId: toolInvocations.callId,
      name: toolInvocations.name,
      status: toolInvocations.status,
      updatedAt: toolInvocations.updatedAt,
    })
    .from(toolInvocations)
    .innerJoin(last, eq(last.id, toolInvocations.id));
  return new Map(rows.map(({ callId, ...tool }) => [callId, tool]));
}

/** Which of these customers had called before. */
async function callersBefore(ctx: TenantContext, customerIds: number[], before: Date): Promise<Set<number>> {
  if (customerIds.length === 0) return new Set();
  const rows = await ctx.db
    .selectDistinct({ customerId: calls.customerId })
    .from(calls)
    .where(
      and(
        eq(calls.tenantId, ctx.tenant.id),
        inArray(calls.customerId, customerIds),
        lt(calls.startTimestamp, before),
      ),
    );
  return new Set(rows.flatMap((row) => row.customerId ?? []));
}
