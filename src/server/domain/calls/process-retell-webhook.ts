import type { PlatformContext } from "../_core/context";
import { finishMessage } from "./derive-outcome";
import { matchCustomer } from "./match-customer";
import { storeConversation } from "./store-conversation";

/** From a stored message to the call and everything that follows from it: three transactions, each of which may be repeated. */
export async function processRetellWebhook(ctx: PlatformContext, inboxId: number): Promise<void> {
  await matchCustomer(ctx, inboxId);
  await storeConversation(ctx, inboxId);
  await finishMessage(ctx, inboxId);
}
