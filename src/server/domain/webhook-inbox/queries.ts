import { eq } from "drizzle-orm";
import type { Queryable } from "@/server/db";
import { webhookInbox } from "@/server/db/schema";
import { notFound } from "../_core/errors";

export type InboxRow = typeof webhookInbox.$inferSelect;

/** @throws DomainError `webhook.not_found` */
export async function getDelivery(db: Queryable, inboxId: number): Promise<InboxRow> {
  const [row] = await db.select().from(webhookInbox).where(eq(webhookInbox.id, inboxId));
  if (!row) throw notFound("webhook");
  return row;
}
