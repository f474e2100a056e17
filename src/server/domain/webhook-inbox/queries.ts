import { and, eq, like } from "drizzle-orm";
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

/** Condition: what Retell sent about this call. Their external ids begin with the call's id and a colon. */
export const aboutCall = (retellCallId: string) =>
  and(
    eq(webhookInbox.provider, "retell"),
    like(webhookInbox.externalId, `${retellCallId.replaceAll(/[_%]/g, "\\$&")}:%`),
  );
