import { fetchCall } from "@/server/integrations/retell/client";
import { refreshedMessage } from "@/server/integrations/retell/payloads";
import type { PlatformContext } from "../_core/context";
import { recordEvent } from "../_core/record-event";
import { storeRetellMessage } from "./store-retell-message";

export type RefreshResult = "stored" | "known" | "unknown_to_retell" | "unreadable";

/**
 * Fetches a call from Retell and stores it the way a webhook would have; what Retell has not changed is a
 * redelivery. `reason` goes into the timeline.
 * @throws APIError of retell-sdk
 */
export async function refreshCall(
  ctx: PlatformContext,
  retellCallId: string,
  reason: string,
): Promise<RefreshResult> {
  const call = await fetchCall(retellCallId);
  if (call === undefined) return "unknown_to_retell";
  const refreshed = refreshedMessage(call);
  if (!refreshed) return "unreadable";
  const { callId, tenant, first } = await storeRetellMessage(ctx, refreshed.message, refreshed.rawBody);
  if (!first) return "known";
  if (callId !== null && tenant)
    await recordEvent({ ...ctx, tenant }, ctx.db, "call.refreshed", callId, { callId, reason });
  return "stored";
}
