import { and, eq, inArray } from "drizzle-orm";
import type { Queryable } from "@/server/db";
import { webhookInbox } from "@/server/db/schema";

/** Says what became of a delivery. What was ignored stays so; what failed may still be processed by a later try. */
export async function closeDelivery(
  tx: Queryable,
  inboxId: number,
  status: "processed" | "ignored" | "failed",
  reason: string | null = null,
): Promise<void> {
  const open = status === "processed" ? (["received", "failed"] as const) : (["received"] as const);
  await tx
    .update(webhookInbox)
    .set({ status, reason: reason?.slice(0, 500) ?? null, processedAt: new Date() })
    .where(and(eq(webhookInbox.id, inboxId), inArray(webhookInbox.status, open)));
}
