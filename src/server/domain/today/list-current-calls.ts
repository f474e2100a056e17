import { and, desc, eq, gte, isNull, type SQL } from "drizzle-orm";
import { unionAll } from "drizzle-orm/mysql-core";
import { branches, calls, customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { lookIntoCalls } from "./look-into-calls";

/** A call that never said it ended is not "running" for longer than this. */
const longestCallMs = 2 * 3_600_000;
/** How long a call stays in view after its end, so that one sees what came of it. */
const lingerMs = 3 * 60_000;
/** How long after a tool call the agent counts as busy with it. */
const toolEchoMs = 8_000;
const shown = 12;

/**
 * Calls under way or just over, the newest first: who, since when, what was said last and by whom, what the agent is
 * doing, and which time is kept for the caller. `changesAt` is when that changes without anybody doing anything.
 */
export async function listCurrentCalls(ctx: TenantContext, now = new Date()) {
  requirePermission(ctx, "calls:read");
  const since = (ms: number) => new Date(now.getTime() - ms);
  const current = await unionAll(
    readStretch(
      ctx,
      and(
        isNull(calls.endTimestamp),
        gte(calls.startTimestamp, since(longestCallMs)),
        eq(calls.status, "ongoing"),
      ),
    ),
    readStretch(ctx, gte(calls.endTimestamp, since(lingerMs))),
  );
  current.sort((a, b) => b.startTimestamp.getTime() - a.startTimestamp.getTime() || b.id - a.id);
  const rows = current.slice(0, shown);
  const looks = await lookIntoCalls(ctx, rows, now);
  return rows.map(({ customerId, endTimestamp, ...call }) => {
    const { sentence, tool, held, isKnown } = looks.of(call.id);
    const running = call.status === "ongoing";
    const busy = tool && (tool.isRunning || now.getTime() - tool.at.getTime() < toolEchoMs);
    return {
      ...call,
      firstTime: call.fromNumber !== null && !isKnown,
      lastSentence: sentence ?? null,
      tool: busy && running ? tool.name : null,
      held: (running && held) || null,
      changesAt: endTimestamp ? new Date(endTimestamp.getTime() + lingerMs) : (held?.until ?? null),
    };
  });
}

/** Where tables are small, databases read all of them instead. */
const byId = { forceIndex: "PRIMARY" };

/** One stretch of one index, the newest first: what is shown is read, and nothing else. */
function readStretch(ctx: TenantContext, where: SQL | undefined) {
  return ctx.db
    .select({
      id: calls.id,
      fromNumber: calls.fromNumber,
      startTimestamp: calls.startTimestamp,
      endTimestamp: calls.endTimestamp,
      durationSec: calls.durationSec,
      status: calls.status,
      outcome: calls.outcome,
      customerId: calls.customerId,
      customerName: customers.name,
      branchName: branches.name,
      timeZone: branches.timeZone,
    })
    .from(calls, { forceIndex: "calls_end_ix" })
    .leftJoin(
      customers,
      and(eq(customers.tenantId, calls.tenantId), eq(customers.id, calls.customerId)),
      byId,
    )
    .leftJoin(branches, and(eq(branches.tenantId, calls.tenantId), eq(branches.id, calls.branchId)), byId)
    .where(and(eq(calls.tenantId, ctx.tenant.id), where))
    .orderBy(desc(calls.endTimestamp), desc(calls.startTimestamp))
    .limit(shown);
}
