import { and, desc, eq, gte, lt } from "drizzle-orm";
import type { PageRequest } from "@/contracts/pages";
import { dayRange } from "@/lib/day-range";
import { calls } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { countWithinReach, pageOf, pageWindow } from "../_core/paginate";
import { requirePermission } from "../_core/permissions";

/** What a list shows of a call: never the transcript, nor anything else that grows with the conversation. */
export const callSummaryColumns = {
  id: calls.id,
  tenantId: calls.tenantId,
  customerId: calls.customerId,
  agentId: calls.agentId,
  branchId: calls.branchId,
  callId: calls.callId,
  conversationId: calls.conversationId,
  fromNumber: calls.fromNumber,
  toNumber: calls.toNumber,
  startTimestamp: calls.startTimestamp,
  endTimestamp: calls.endTimestamp,
  durationSec: calls.durationSec,
  callSuccessful: calls.callSuccessful,
  direction: calls.direction,
  status: calls.status,
  outcome: calls.outcome,
  createdAt: calls.createdAt,
  updatedAt: calls.updatedAt,
};

export interface CallPageRequest extends PageRequest {
  /** Days in the business's zone, both inclusive: "YYYY-MM-DD". */
  fromDate?: string;
  toDate?: string;
}

/** Newest first. The page is found in the index alone; only its rows are read. */
export async function listCalls(ctx: TenantContext, request: CallPageRequest) {
  requirePermission(ctx, "calls:read");
  const { from, before } = dayRange(request, ctx.tenant.timeZone);
  const where = and(
    eq(calls.tenantId, ctx.tenant.id),
    from && gte(calls.startTimestamp, from),
    before && lt(calls.startTimestamp, before),
  );
  const order = [desc(calls.startTimestamp), desc(calls.id)];
  const { limit, offset } = pageWindow(request);
  const page = ctx.db
    .select({ id: calls.id })
    .from(calls)
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset)
    .as("page");
  const rows = await ctx.db
    .select(callSummaryColumns)
    .from(page)
    .innerJoin(calls, and(eq(calls.tenantId, ctx.tenant.id), eq(calls.id, page.id)))
    .orderBy(...order);
  return pageOf(rows, request, () => countWithinReach(ctx.db, calls, where, order));
}
