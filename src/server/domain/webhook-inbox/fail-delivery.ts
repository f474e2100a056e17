import type { PlatformContext } from "../_core/context";
import { closeDelivery } from "./close-delivery";

/** What Drizzle appends to a failed statement: whole transcripts. */
const statementValues = /\nparams: .*$/s;

/** Gives a delivery up after its last try. It stays in the inbox, with the reason, for whoever mends it. */
export async function failDelivery(ctx: PlatformContext, inboxId: number, reason: string): Promise<void> {
  await closeDelivery(ctx.db, inboxId, "failed", reason.replace(statementValues, ""));
}
