import { and, asc, eq, lt } from "drizzle-orm";
import { calls } from "@/server/db/schema";
import { hasRetell } from "@/server/integrations/retell/client";
import { logger } from "@/server/logger";
import type { PlatformContext } from "../_core/context";
import { describeError } from "../_core/describe-error";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { loadTenantContext } from "../_core/tenant-context";
import { transact } from "../_core/transact";
import { updateCallOutcome } from "./derive-outcome";
import { silenceMs } from "./find-calls-to-refresh";
import { lockCall } from "./queries";
import { refreshCall } from "./refresh-call";

/** Retell ends every call after two hours at the latest (`max_call_duration_ms`). */
const maxCallMs = 2 * 3_600_000;
/** A call that rang but never began is not known to Retell either. */
const neverBegunMs = 10 * 60_000;
const batchSize = 200;

/**
 * Asks Retell about calls that went silent while running. One that ended there is healed; one that Retell does not
 * know is closed as failed once it cannot be running any more. Returns how many changed.
 */
export async function closeStuckCalls(ctx: PlatformContext, now: Date = new Date()): Promise<number> {
  requirePermission(ctx, "platform:admin");
  const before = (ms: number) => new Date(now.getTime() - ms);
  const silent = await ctx.db
    .select({
      id: calls.id,
      tenantId: calls.tenantId,
      retellCallId: calls.callId,
      startReported: calls.startReported,
      lastActivityAt: calls.lastActivityAt,
    })
    .from(calls)
    .where(and(eq(calls.status, "ongoing"), lt(calls.lastActivityAt, before(silenceMs))))
    .orderBy(asc(calls.lastActivityAt))
    .limit(batchSize);
  let changed = 0;
  const failures = 0;
  for (const call of silent) {
    try {
      const result = hasRetell()
        ? await refreshCall(ctx, call.retellCallId, "silent")
        : ("unknown_to_retell" as const);
      const hopeless = call.lastActivityAt < before(call.startReported ? maxCallMs : neverBegunMs);
      if (result === "stored") changed++;
      if (result !== "unknown_to_retell" || !hopeless) continue;
      await failCall(ctx, call.tenantId, call.id, call.startReported ? result : "never_connected");
      changed++;
    } catch (error) {
      logger.warn(
        { error: describeError(error), callId: call.id, requestId: ctx.requestId },
        "silent call left for later",
      );
    }
  }
  return changed;
}

async function failCall(
  ctx: PlatformContext,
  tenantId: string,
  callId: number,
  disconnectionReason: string,
): Promise<void> {
  const tenantCtx = await loadTenantContext(ctx, tenantId);
  await transact(ctx.db, async (tx) => {
    const call = await lockCall(tenantCtx, tx, callId);
    if (call.status !== "ongoing") return;
    await tx
      .update(calls)
      .set({ status: "failed", disconnectionReason, endTimestamp: call.lastActivityAt })
      .where(and(eq(calls.tenantId, tenantId), eq(calls.id, callId)));
    await recordEvent(tenantCtx, tx, "call.ended", callId, { callId });
  });
  await updateCallOutcome(tenantCtx, callId);
}
