import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { callbacks } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { type CallbackRow, lockCallback, readCallback } from "./queries";

const schema = z.object({ callbackId: z.number().int().positive() });

/** The caller was reached. Completing twice is the same as once. @throws DomainError `callback.not_found` */
export async function completeCallback(
  ctx: TenantContext,
  input: z.input<typeof schema>,
): Promise<CallbackRow> {
  requirePermission(ctx, "callbacks:write");
  const { callbackId } = schema.parse(input);
  return transact(ctx.db, async (tx) => {
    const callback = await lockCallback(ctx, tx, callbackId);
    if (callback.status === "done") return callback;
    await tx
      .update(callbacks)
      .set({ status: "done", completedAt: new Date() })
      .where(and(eq(callbacks.tenantId, ctx.tenant.id), eq(callbacks.id, callbackId)));
    await recordEvent(ctx, tx, "callback.completed", callbackId, { callbackId });
    return readCallback(ctx, callbackId, tx);
  });
}
