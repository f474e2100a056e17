import { and, eq, isNull } from "drizzle-orm";
import { phoneNumbers, unassignedCalls, webhookInbox } from "@/server/db/schema";
import { parseStoredMessage } from "@/server/integrations/retell/payloads";
import type { PlatformContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { transact } from "../_core/transact";
import { attachMessage } from "../calls/attach-message";
import { type CalledNumber, resolveCalledNumber } from "../phone-numbers/resolve-called-number";
import { aboutCall } from "../webhook-inbox/queries";
import { unassignedReason } from "./keep-unassigned-call";

/**
 * Gives waiting calls to the tenant that now owns their number: their stored webhooks are processed as if they had
 * just arrived. Returns how many calls. Safe to repeat; also catches a call that came in during the assignment.
 */
export async function replayUnassignedCalls(ctx: PlatformContext, limit = 500): Promise<number> {
  requirePermission(ctx, "platform:admin");
  const waiting = await ctx.db
    .select({
      id: unassignedCalls.id,
      retellCallId: unassignedCalls.callId,
      toNumber: unassignedCalls.toNumber,
    })
    .from(unassignedCalls)
    .innerJoin(phoneNumbers, eq(phoneNumbers.phoneNumber, unassignedCalls.toNumber))
    .where(isNull(unassignedCalls.assignedAt))
    .orderBy(unassignedCalls.id)
    .limit(limit);
  for (const call of waiting) {
    const line = await resolveCalledNumber(ctx, call.toNumber);
    if (line) await replayCall(ctx, line, call);
  }
  return waiting.length;
}

async function replayCall(
  ctx: PlatformContext,
  line: CalledNumber,
  { id, retellCallId }: { id: number; retellCallId: string },
): Promise<void> {
  await transact(ctx.db, async (tx) => {
    const deliveries = await tx
      .select({ id: webhookInbox.id, body: webhookInbox.body })
      .from(webhookInbox)
      .where(
        and(
          aboutCall(retellCallId),
          eq(webhookInbox.status, "ignored"),
          eq(webhookInbox.reason, unassignedReason),
        ),
      )
      .orderBy(webhookInbox.id)
      .for("update");
    for (const delivery of deliveries) {
      const message = parseStoredMessage(delivery.body);
      if (!message?.call) continue;
      await tx
        .update(webhookInbox)
        .set({ status: "received", reason: null, tenantId: line.tenant.id })
        .where(eq(webhookInbox.id, delivery.id));
      await attachMessage(ctx, tx, line, { ...message, call: message.call }, delivery.id);
    }
    await tx.update(unassignedCalls).set({ assignedAt: new Date() }).where(eq(unassignedCalls.id, id));
  });
}
