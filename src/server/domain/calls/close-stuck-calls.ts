import { and, asc, eq, lt, sql } from "drizzle-orm";
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
import { maxFailures } from "./refresh-calls";

/** Retell ends every call after two hours at the latest (`max_call_duration_ms`). */
const maxCallMs = 2 * 3_600_000;
/** A call that rang but never began is not known to Retell either. */
const neverBegunMs = 10 * 60_000;
const batchSize = 200;

/**
 * Asks Retell about calls that went silent while running, whichever it was asked about longest ago first. One that ended
 * there is healed; one that Retell does not know is closed as failed once it cannot be running any more. Returns how
 * many changed.
 */
export async function closeStuckCalls(ctx: PlatformContext, now: Date = new Date()): Promise<number> {
  requirePermission(ctx, "platform:admin");
  let changed = 0;
  let failures = 0;
  for (const call of await listSilentCalls(ctx, now)) {
    try {
      await markAsked(ctx, call, now);
      if (await settle(ctx, call, now)) changed++;
      failures = 0;
    } catch (error) {
      logger.warn(
        { error: describeError(error), callId: call.id, requestId: ctx.requestId },
        "silent call left for later",
      );
      if (++failures === maxFailures) break;
    }
  }
  return changed;
}

type SilentCall = Awaited<ReturnType<typeof listSilentCalls>>[number];

const listSilentCalls = (ctx: PlatformContext, now: Date) =>
  ctx.db
    .select({
      id: calls.id,
      tenantId: calls.tenantId,
      retellCallId: calls.callId,
      startReported: calls.startReported,
      lastActivityAt: calls.lastActivityAt,
    })
    .from(calls)
    .where(and(eq(calls.status, "ongoing"), lt(calls.lastActivityAt, new Date(now.getTime() - silenceMs))))
    .orderBy(asc(calls.askedAt), asc(calls.lastActivityAt))
    .limit(batchSize);

/** Before it is asked, so that one whose answer cannot be read does not come first again. */
const markAsked = (ctx: PlatformContext, { tenantId, id }: SilentCall, now: Date) =>
  ctx.db
    .update(calls)
    .set({ askedAt: now, updatedAt: sql`${calls.updatedAt}` })
    .where(and(eq(calls.tenantId, tenantId), eq(calls.id, id)));

/** Whether anything changed. */
async function settle(ctx: PlatformContext, call: SilentCall, now: Date): Promise<boolean> {
  const result = hasRetell() ? await refreshCall(ctx, call.retellCallId, "silent") : "unknown_to_retell";
  if (result !== "unknown_to_retell") return result === "stored";
  const patienceMs = call.startReported ? maxCallMs : neverBegunMs;
  if (now.getTime() - call.lastActivityAt.getTime() <= patienceMs) return false;
  await failCall(ctx, call.tenantId, call.id, call.startReported ? result : "never_connected");
  return true;
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
