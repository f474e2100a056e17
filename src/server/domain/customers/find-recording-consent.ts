import { and, desc, eq } from "drizzle-orm";
import { calls } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

const latestCalls = 50;

/** What a customer last said to being recorded, in their latest fifty calls; undefined if nobody asked. */
export async function findRecordingConsent(ctx: TenantContext, customerId: number) {
  requirePermission(ctx, "calls:read");
  const latest = await ctx.db
    .select({ callId: calls.id, decision: calls.recordingDecision, at: calls.startTimestamp })
    .from(calls, { forceIndex: "calls_customer_ix" })
    .where(and(eq(calls.tenantId, ctx.tenant.id), eq(calls.customerId, customerId)))
    .orderBy(desc(calls.startTimestamp))
    .limit(latestCalls);
  return latest.find((call) => call.decision !== "not_asked");
}
