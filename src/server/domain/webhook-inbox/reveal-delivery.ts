import type { z } from "zod";
import { deliveryRef } from "@/contracts/webhook-inbox";
import { appendEvent } from "@/server/events/record";
import { type PlatformContext, storedActor } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { transact } from "../_core/transact";
import { getDelivery } from "./queries";

/**
 * What a delivery says, word for word. That somebody read it stands in the audit trail of the business it is about.
 * @throws DomainError `webhook.not_found`
 */
export async function revealDelivery(
  ctx: PlatformContext,
  input: z.infer<typeof deliveryRef>,
): Promise<{ body: string }> {
  requirePermission(ctx, "platform:admin");
  const { inboxId } = deliveryRef.parse(input);
  return transact(ctx.db, async (tx) => {
    const { body, tenantId } = await getDelivery(tx, inboxId);
    const source = { tenantId, actor: storedActor(ctx.actor), requestId: ctx.requestId };
    await appendEvent(tx, source, "webhook.revealed", inboxId, { inboxId });
    return { body: indented(body) };
  });
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
