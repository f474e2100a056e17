import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { callbacks } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { type CallbackRow, lockCallback, readCallback } from "./queries";

const schema = z.object({ callbackId: z.number().int().positive() });

/**
 * Someone takes the callback on.
 * @throws DomainError `callback.not_found`, `callback.already_claimed` (somebody else was faster or it is done)
 */
export async function claimCallback(ctx: TenantContext, input: z.input<typeof schema>): Promise<CallbackRow> {
  requirePermission(ctx, "callbacks:write");
  const { callbackId } = schema.parse(input);
  return transact(ctx.db, async (tx) => {
    const callback = await lockCallback(ctx, tx, callbackId);
    if (callback.status !== "open") throw new DomainError("callback.already_claimed", "conflict");
    await tx
      .update(callbacks)
      .set({ status: "claimed" })
      .where(and(eq(callbacks.tenantId, ctx.tenant.id), eq(callbacks.id, callbackId)));
    await recordEvent(ctx, tx, "callback.claimed", callbackId, { callbackId });
    return readCallback(ctx, callbackId, tx);
  });
}
