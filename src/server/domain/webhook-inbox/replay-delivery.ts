import { eq } from "drizzle-orm";
import type { z } from "zod";
import { deliveryRef } from "@/contracts/webhook-inbox";
import { webhookInbox } from "@/server/db/schema";
import { appendEvent } from "@/server/events/record";
import { type PlatformContext, storedActor } from "../_core/context";
import { DomainError, notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { transact } from "../_core/transact";
import { announceDelivery } from "./record-delivery";

/**
 * Has a failed delivery processed once more, as if it had just arrived. Processing it twice does no harm: what it did
 * before it failed is found done.
 * @throws DomainError `webhook.not_found`, `webhook.not_failed` (somebody else was quicker, or it is processed by now)
 */
export async function replayDelivery(
  ctx: PlatformContext,
  input: z.infer<typeof deliveryRef>,
): Promise<void> {
  requirePermission(ctx, "platform:admin");
  const { inboxId } = deliveryRef.parse(input);
  const here = eq(webhookInbox.id, inboxId);
  await transact(ctx.db, async (tx) => {
    const [row] = await tx
      .select({
        provider: webhookInbox.provider,
        eventType: webhookInbox.eventType,
        tenantId: webhookInbox.tenantId,
        status: webhookInbox.status,
      })
      .from(webhookInbox)
      .where(here)
      .for("update");
    if (!row) throw notFound("webhook");
    if (row.status !== "failed") throw new DomainError("webhook.not_failed", "conflict");
    await tx.update(webhookInbox).set({ status: "received", reason: null, processedAt: null }).where(here);
    const source = { tenantId: row.tenantId, actor: storedActor(ctx.actor), requestId: ctx.requestId };
    await appendEvent(tx, source, "webhook.replayed", inboxId, { inboxId });
    await announceDelivery(ctx, tx, row, inboxId);
  });
}
