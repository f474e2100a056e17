import { calcomWebhook } from "@/server/webhooks/calcom";
import { receiveWebhook } from "@/server/webhooks/receive-webhook";

export const POST = receiveWebhook(calcomWebhook);
