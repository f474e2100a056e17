import { logger } from "@/server/logger";
import type { PlatformContext } from "../_core/context";
import { describeError } from "../_core/describe-error";
import { requirePermission } from "../_core/permissions";
import type { CallToRefresh } from "./find-calls-to-refresh";
import { refreshCall } from "./refresh-call";

/** After so many errors in a row Retell itself is away, and asking on would only hold up the next run. */
export const maxFailures = 3;

/** Fetches each of these calls; one that cannot be fetched leaves the others alone and is found again next time. */
export async function refreshCalls(
  ctx: PlatformContext,
  wanted: CallToRefresh[],
): Promise<{ stored: number; failed: number }> {
  requirePermission(ctx, "platform:admin");
  let stored = 0;
  let failed = 0;
  let inARow = 0;
  for (const { retellCallId, reason } of wanted) {
    try {
      if ((await refreshCall(ctx, retellCallId, reason)) === "stored") stored++;
      inARow = 0;
    } catch (error) {
      failed++;
      logger.warn(
        { error: describeError(error), retellCallId, requestId: ctx.requestId },
        "call could not be refreshed",
      );
      if (++inARow === maxFailures) break;
    }
  }
  return { stored, failed };
}
