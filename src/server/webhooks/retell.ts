import { env } from "@/env";
import type { PlatformContext } from "@/server/domain/_core/context";
import { answerInboundCall } from "@/server/domain/calls/answer-inbound-call";
import { storeRetellMessage } from "@/server/domain/calls/store-retell-message";
import {
  type InboundQuestion,
  parsePartnerMessage,
  parseRetellMessage,
  type RetellEvent,
} from "@/server/integrations/retell/payloads";
import { verifyPartnerSignature, verifyRetellSignature } from "@/server/integrations/retell/signature";
import type { WebhookSource } from "./receive-webhook";

/** Each format counts only under its own signature. */
type Format = "retell" | "partner";

export const retellWebhook: WebhookSource<Format, RetellEvent | InboundQuestion> = {
  provider: "retell",
  maxBytes: 4 * 1024 * 1024,

  verify(_ctx, body, request): Format | undefined {
    const header = request.headers.get("x-retell-signature");
    const { RETELL_API_KEY: apiKey, RETELL_WEBHOOK_SECRET: secret } = env;
    if (apiKey && verifyRetellSignature(body, header, apiKey)) return "retell";
    if (secret && verifyPartnerSignature(body, header, secret)) return "partner";
    return undefined;
  },

  identify: (payload, format, rawBody) =>
    format === "retell" ? parseRetellMessage(payload, rawBody) : parsePartnerMessage(payload, rawBody),

  isUrgent: (message) => message.kind === "inbound",

  async store(ctx: PlatformContext, message, rawBody) {
    if (message.kind === "inbound") return { call_inbound: await answerInboundCall(ctx, message) };
    const { callId } = await storeRetellMessage(ctx, message, rawBody);
    return { success: true, message: "Webhook processed successfully", call_id: callId };
  },
};
