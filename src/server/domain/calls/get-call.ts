import { and, asc, eq } from "drizzle-orm";
import { appointments, calls, callUtterances, customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { listInvocationsOfCall } from "../tool-invocations/queries";

/** Everything about one call: what was said, what was asked of us, who it was and what came of it. @throws not_found */
export async function getCall(ctx: TenantContext, id: number) {
  requirePermission(ctx, "calls:read");
  const tenantId = ctx.tenant.id;
  const [call] = await ctx.db
    .select()
    .from(calls)
    .where(and(eq(calls.tenantId, tenantId), eq(calls.id, id)));
  if (!call) throw notFound("call");

  const [utterances, toolInvocations, booked, [customer]] = await Promise.all([
    ctx.db
      .select({
        position: callUtterances.position,
        role: callUtterances.role,
        content: callUtterances.content,
        startMs: callUtterances.startMs,
        endMs: callUtterances.endMs,
      })
      .from(callUtterances)
      .where(and(eq(callUtterances.tenantId, tenantId), eq(callUtterances.callId, id)))
      .orderBy(asc(callUtterances.position)),
    listInvocationsOfCall(ctx, id),
    ctx.db
      .select()
      .from(appointments)
      .where(and(eq(appointments.tenantId, tenantId), eq(appointments.callId, id)))
      .orderBy(asc(appointments.startTime), asc(appointments.id))
      .limit(100),
    call.customerId === null
      ? []
      : ctx.db
          .select()
          .from(customers)
          .where(and(eq(customers.tenantId, tenantId), eq(customers.id, call.customerId))),
  ]);
  return { call, customer: customer ?? null, appointments: booked, utterances, toolInvocations };
}
