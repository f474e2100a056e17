import { and, eq } from "drizzle-orm";
import { calls } from "@/server/db/schema";
import { keepLeastOfCall } from "@/server/integrations/retell/client";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { asksForRecording } from "./asks-for-recording";

/**
 * Has Retell delete the audio of an analysed call whose caller did not say yes. Retell records every call from its
 * first second and can only be told to keep less; what was said and done stands here by then. May be repeated.
 * @throws DomainError `call.not_found`, APIError of retell-sdk
 */
export async function dropRecording(ctx: TenantContext, callId: number): Promise<void> {
  requirePermission(ctx, "calls:write");
  const [call] = await ctx.db
    .select({ retellCallId: calls.callId, decision: calls.recordingDecision })
    .from(calls)
    .where(and(eq(calls.tenantId, ctx.tenant.id), eq(calls.id, callId)));
  if (!call) throw notFound("call");
  if (call.decision === "granted" && (await asksForRecording(ctx, ctx.db))) return;
  if (await keepLeastOfCall(call.retellCallId))
    await recordEvent(ctx, ctx.db, "call.recording_dropped", callId, { callId });
}
