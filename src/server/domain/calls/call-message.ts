import { type CallHead, parseStoredMessage, refreshEvent } from "@/server/integrations/retell/payloads";
import type { PlatformContext, TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { loadTenantContext } from "../_core/tenant-context";
import { getDelivery, type InboxRow } from "../webhook-inbox/queries";
import { findCallId } from "./queries";

/** A stored message together with the call it belongs to. */
export interface CallMessage {
  ctx: TenantContext;
  inbox: InboxRow;
  head: CallHead;
  /** Ours. */
  callId: number;
  /** Whether it tells how the call ended, so that its details are final. */
  final: boolean;
}

/**
 * What one step of processing works on; undefined for a row that is not to be processed.
 * @throws DomainError `webhook.not_found`, `call.not_found`
 */
export async function loadCallMessage(
  ctx: PlatformContext,
  inboxId: number,
): Promise<CallMessage | undefined> {
  const inbox = await getDelivery(ctx.db, inboxId);
  if (inbox.status === "ignored" || inbox.tenantId === null) return undefined;
  const message = parseStoredMessage(inbox.body);
  if (!message?.call) return undefined;
  const tenantCtx = await loadTenantContext(ctx, inbox.tenantId);
  const callId = await findCallId(ctx.db, inbox.tenantId, message.call.retellCallId);
  if (callId === null) throw notFound("call");
  return {
    ctx: tenantCtx,
    inbox,
    head: message.call,
    callId,
    final: isFinal(message.eventType, message.call),
  };
}

/** The events whose details together are the final word on a call. */
export const finalEvents = ["call_ended", "call_analyzed", refreshEvent];
const isFinal = (eventType: string, head: CallHead) =>
  finalEvents.includes(eventType) && head.status !== "ongoing";
