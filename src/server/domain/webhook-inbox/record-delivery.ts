import { sql } from "drizzle-orm";
import type { Queryable } from "@/server/db";
import { webhookInbox } from "@/server/db/schema";
import { appendEvent } from "@/server/events/record";
import { type PlatformContext, storedActor } from "../_core/context";

export interface Delivery {
  provider: "retell" | "calcom";
  /** What makes two deliveries the same fact. */
  externalId: string;
  eventType: string;
  tenantId: string | null;
  body: string;
  /** Set for what is kept but never processed. */
  ignoredBecause?: string;
}

/**
 * Keeps a delivery, in the transaction that also keeps what it says. A redelivery only counts: `first` is false and
 * nothing else is to be done.
 */
export async function recordDelivery(
  tx: Queryable,
  delivery: Delivery,
): Promise<{ inboxId: number; first: boolean }> {
  const { ignoredBecause, ...row } = delivery;
  const [result] = await tx
    .insert(webhookInbox)
    .values({
      ...row,
      status: ignoredBecause === undefined ? "received" : "ignored",
      reason: ignoredBecause,
    })
    .onDuplicateKeyUpdate({
      set: {
        id: sql`LAST_INSERT_ID(${webhookInbox.id})`,
        deliveries: sql`${webhookInbox.deliveries} + 1`,
      },
    });
  return { inboxId: result.insertId, first: result.affectedRows === 1 };
}

/** Asks for processing: the event `webhook.received`, in the same transaction. */
export async function announceDelivery(
  ctx: PlatformContext,
  tx: Queryable,
  delivery: Pick<Delivery, "provider" | "eventType" | "tenantId">,
  inboxId: number,
): Promise<void> {
  await appendEvent(
    tx,
    { tenantId: delivery.tenantId, actor: storedActor(ctx.actor), requestId: ctx.requestId },
    "webhook.received",
    inboxId,
    { inboxId, provider: delivery.provider, eventType: delivery.eventType },
  );
}
