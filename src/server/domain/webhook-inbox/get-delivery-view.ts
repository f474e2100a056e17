import { eq } from "drizzle-orm";
import type { z } from "zod";
import { deliveryRef } from "@/contracts/webhook-inbox";
import { tenants, webhookInbox } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { maskBody } from "./mask-body";

/** One delivery with what it says, personal data masked. @throws DomainError `webhook.not_found` */
export async function getDeliveryView(ctx: PlatformContext, input: z.infer<typeof deliveryRef>) {
  requirePermission(ctx, "platform:admin");
  const { inboxId } = deliveryRef.parse(input);
  const [row] = await ctx.db
    .select({
      id: webhookInbox.id,
      provider: webhookInbox.provider,
      externalId: webhookInbox.externalId,
      eventType: webhookInbox.eventType,
      status: webhookInbox.status,
      reason: webhookInbox.reason,
      deliveries: webhookInbox.deliveries,
      createdAt: webhookInbox.createdAt,
      processedAt: webhookInbox.processedAt,
      body: webhookInbox.body,
      tenantName: tenants.name,
      tenantSlug: tenants.slug,
    })
    .from(webhookInbox)
    .leftJoin(tenants, eq(tenants.id, webhookInbox.tenantId))
    .where(eq(webhookInbox.id, inboxId));
  if (!row) throw notFound("webhook");
  const { body, ...delivery } = row;
  return { ...delivery, body: JSON.stringify(maskBody(body), null, 2) };
}
