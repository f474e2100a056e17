import { toE164 } from "@/lib/phone";
import type { CallHead, RetellEvent } from "@/server/integrations/retell/payloads";
import type { PlatformContext, TenantRef } from "../_core/context";
import { transact } from "../_core/transact";
import { type CalledNumber, resolveCalledNumber } from "../phone-numbers/resolve-called-number";
import { keepUnassignedCall, unassignedReason } from "../unassigned-calls/keep-unassigned-call";
import { recordDelivery } from "../webhook-inbox/record-delivery";
import { attachMessage, ownNumber } from "./attach-message";
import { callerNumber } from "./caller-number";
import { findCallId } from "./queries";

export interface StoredMessage {
  /** Our id of the call; null while its number belongs to nobody, and for messages about no call. */
  callId: number | null;
  /** Whose call it is, under the same condition. */
  tenant: TenantRef | null;
  /** False for a redelivery. */
  first: boolean;
}

/** Keeps a message in one transaction: inbox row, call row, event. Nothing is processed here. */
export async function storeRetellMessage(
  ctx: PlatformContext,
  message: RetellEvent,
  rawBody: string,
): Promise<StoredMessage> {
  const { call, understood } = message;
  const line = call && (await resolveCalledNumber(ctx, ownNumber(call)));
  if (!call || !understood) return keepIgnored(ctx, message, rawBody, line);
  if (!line) return keepUnassigned(ctx, { ...message, call }, rawBody);
  return transact(ctx.db, async (tx) => {
    const { inboxId, first } = await recordDelivery(tx, {
      ...rowOf(message, rawBody),
      tenantId: line.tenant.id,
    });
    const callId = first
      ? await attachMessage(ctx, tx, line, { ...message, call }, inboxId)
      : await findCallId(tx, line.tenant.id, call.retellCallId);
    return { callId, tenant: line.tenant, first };
  });
}

async function keepIgnored(
  ctx: PlatformContext,
  message: RetellEvent,
  rawBody: string,
  line: CalledNumber | null | undefined,
): Promise<StoredMessage> {
  const { first } = await recordDelivery(ctx.db, {
    ...rowOf(message, rawBody),
    tenantId: line?.tenant.id ?? null,
    ignoredBecause: "unknown_event_type",
  });
  const callId =
    line && message.call ? await findCallId(ctx.db, line.tenant.id, message.call.retellCallId) : null;
  return { callId, tenant: line?.tenant ?? null, first };
}

async function keepUnassigned(
  ctx: PlatformContext,
  message: RetellEvent & { call: CallHead },
  rawBody: string,
): Promise<StoredMessage> {
  const { call } = message;
  return transact(ctx.db, async (tx) => {
    const { first } = await recordDelivery(tx, {
      ...rowOf(message, rawBody),
      tenantId: null,
      ignoredBecause: unassignedReason,
    });
    if (first) {
      await keepUnassignedCall(tx, {
        retellCallId: call.retellCallId,
        fromNumber: callerNumber(call.fromNumber),
        toNumber: toE164(ownNumber(call)) ?? ownNumber(call),
      });
    }
    return { callId: null, tenant: null, first };
  });
}

const rowOf = (message: RetellEvent, body: string) => ({
  provider: "retell" as const,
  externalId: message.externalId,
  eventType: message.eventType,
  body,
});
