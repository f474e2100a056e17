import { and, eq } from "drizzle-orm";
import { calls } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { transact } from "../_core/transact";
import { findOrCreateCustomer } from "../customers/find-or-create-customer";
import { loadCallMessage } from "./call-message";
import { lockCall } from "./queries";

/** Who is on the other end, by phone number within the tenant. A hidden caller stays nobody until they book. */
export async function matchCustomer(ctx: PlatformContext, inboxId: number): Promise<void> {
  const message = await loadCallMessage(ctx, inboxId);
  if (!message) return;
  await transact(ctx.db, async (tx) => {
    const call = await lockCall(message.ctx, tx, message.callId);
    const phone = call.direction === "outbound" ? call.toNumber : call.fromNumber;
    if (call.customerId !== null || phone === null) return;
    const customer = await findOrCreateCustomer(message.ctx, tx, { phone });
    await tx
      .update(calls)
      .set({ customerId: customer.id })
      .where(and(eq(calls.tenantId, message.ctx.tenant.id), eq(calls.id, call.id)));
  });
}
