import { createHash } from "node:crypto";
import type { CalcomWebhook } from "@/server/integrations/calcom/webhook-payloads";
import type { PlatformContext } from "../_core/context";
import { transact } from "../_core/transact";
import { announceDelivery, recordDelivery } from "../webhook-inbox/record-delivery";

/** Keeps a webhook in one transaction: inbox row, event. Cal.com names no delivery id, so the body is its own. */
export async function storeCalcomDelivery(
  ctx: PlatformContext,
  webhook: CalcomWebhook,
  rawBody: string,
): Promise<void> {
  const { trigger, notice } = webhook;
  const ignoredBecause = notice.kind === "ignored" ? notice.reason : undefined;
  const digest = createHash("sha256").update(rawBody).digest("hex");
  const delivery = {
    provider: "calcom" as const,
    externalId: `${trigger}:${digest}`,
    eventType: trigger,
    tenantId: null,
    body: rawBody,
    ...(ignoredBecause && { ignoredBecause }),
  };
  await transact(ctx.db, async (tx) => {
    const { inboxId, first } = await recordDelivery(tx, delivery);
    if (first && !ignoredBecause) await announceDelivery(ctx, tx, delivery, inboxId);
  });
}
