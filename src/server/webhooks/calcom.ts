import { env } from "@/env";
import { storeCalcomDelivery } from "@/server/domain/calcom/store-delivery";
import { verifyCalcomSignature } from "@/server/integrations/calcom/signature";
import { type CalcomWebhook, parseCalcomWebhook } from "@/server/integrations/calcom/webhook-payloads";
import type { WebhookSource } from "./receive-webhook";

export const calcomWebhook: WebhookSource<true, CalcomWebhook> = {
  provider: "calcom",
  maxBytes: 1024 * 1024,

  verify(_ctx, body, request) {
    const secret = env.CALCOM_WEBHOOK_SECRET;
    const header = request.headers.get("x-cal-signature-256");
    return secret && verifyCalcomSignature(body, header, secret) ? true : undefined;
  },

  identify(payload) {
    try {
      return parseCalcomWebhook(payload);
    } catch {
      return undefined;
    }
  },

  async store(ctx, webhook, rawBody) {
    await storeCalcomDelivery(ctx, webhook, rawBody);
    return { received: true, status: "processed" };
  },
};
