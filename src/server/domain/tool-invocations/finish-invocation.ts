import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { toolInvocations } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";

const schema = z.object({
  id: z.number().int(),
  callId: z.number().int(),
  name: z.string().min(1).max(64),
  status: z.enum(["succeeded", "refused", "failed"]),
  reply: z.record(z.string(), z.unknown()),
  errorCode: z.string().max(64).nullable(),
  durationMs: z.number().int().min(0),
  /** Gives a key back that only guarded against running twice at once, so that the same words may be said again. */
  releaseKey: z.boolean(),
});

/** Stores what a claimed tool call came to. */
export async function finishInvocation(ctx: TenantContext, input: z.input<typeof schema>): Promise<void> {
  requirePermission(ctx, "calls:write");
  const { id, callId, name, releaseKey, ...outcome } = schema.parse(input);
  await transact(ctx.db, async (tx) => {
    await tx
      .update(toolInvocations)
      .set({ ...outcome, ...(releaseKey ? { invocationKey: `done:${id}` } : {}) })
      .where(and(eq(toolInvocations.tenantId, ctx.tenant.id), eq(toolInvocations.id, id)));
    await recordEvent(ctx, tx, "tool.invoked", id, {
      callId,
      invocationId: id,
      name,
      status: outcome.status,
    });
  });
}
