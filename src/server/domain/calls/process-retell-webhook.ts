import type { PlatformContext } from "../_core/context";
import { finishMessage } from "./derive-outcome";
import { matchCustomer } from "./match-customer";
import { storeConversation } from "./store-conversation";

/** The steps of processing, in order. Each is one transaction and may be repeated. */
export const retellProcessing = [
  { name: "match-customer", run: matchCustomer },
  { name: "store-conversation", run: storeConversation },
  { name: "derive-outcome", run: finishMessage },
] as const;

/** All steps at once, for callers without a queue. Safe to repeat. */
export async function processRetellWebhook(ctx: PlatformContext, inboxId: number): Promise<void> {
  for (const step of retellProcessing) await step.run(ctx, inboxId);
}
