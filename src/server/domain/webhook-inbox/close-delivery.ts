import { and, eq } from "drizzle-orm";
import type { Queryable } from "@/server/db";
import { webhookInbox } from "@/server/db/schema";

/** Says what became of a delivery. One that was processed stays processed. */
export async function closeDelivery(
  tx: Queryable,
  inboxId: number,
  status: "processed" | "ignored" | "failed",
  reason: string | null = null,
): Promise<void> {
  await tx
    .update(webhookInbox)
    .set({ status, reason: reason?.slice(0, 500) ?? null, processedAt: new Date() })
    .where(
      status === "processed"
        ? eq(webhookInbox.id, inboxId)
        : and(eq(webhookInbox.id, inboxId), eq(webhookInbox.status, "received")),
    );
}
