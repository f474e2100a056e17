import type { CallHead, RetellEvent } from "@/server/integrations/retell/payloads";
import type { PlatformContext, TenantContext } from "../_core/context";
import { recordEvent } from "../_core/record-event";
import type { Transaction } from "../_core/transact";
import type { CalledNumber } from "../phone-numbers/resolve-called-number";
import { announceDelivery } from "../webhook-inbox/record-delivery";
import { callerNumber } from "./caller-number";
import { upsertCall } from "./upsert-call";

/** Our side of the line: it decides the tenant. */
export const ownNumber = (head: CallHead) =>
  head.direction === "outbound" ? head.fromNumber : head.toNumber;

/**
 * Puts a stored message into its call and asks for processing. One statement each, plus one for the first message
 * of a call. Returns our id of the call.
 */
export async function attachMessage(
  ctx: PlatformContext,
  tx: Transaction,
  line: CalledNumber,
  message: RetellEvent & { call: CallHead },
  inboxId: number,
): Promise<number> {
  const tenantCtx: TenantContext = { ...ctx, tenant: line.tenant };
  const { id, created } = await upsertCall(tx, line.tenant.id, {
    ...message.call,
    fromNumber: callerNumber(message.call.fromNumber),
    toNumber: callerNumber(message.call.toNumber),
    agentId: line.agentId,
    branchId: line.branchId,
  });
  if (created) await recordEvent(tenantCtx, tx, "call.started", id, { callId: id });
  await announceDelivery(
    ctx,
    tx,
    { provider: "retell", eventType: message.eventType, tenantId: line.tenant.id },
    inboxId,
  );
  return id;
}
