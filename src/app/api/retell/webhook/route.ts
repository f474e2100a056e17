import { receiveWebhook } from "@/server/webhooks/receive-webhook";
import { retellWebhook } from "@/server/webhooks/retell";

export const POST = receiveWebhook(retellWebhook);
