import { and, eq, lt } from "drizzle-orm";
import { z } from "zod";
import { isDuplicateKey } from "@/server/db/errors";
import { insertRows } from "@/server/db/insert-rows";
import { toolInvocations } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { findInvocationByKey, type ToolInvocationRow } from "./queries";

const schema = z.object({
  callId: z.number().int(),
  invocationKey: z.string().min(1).max(191),
  name: z.string().min(1).max(64),
  args: z.record(z.string(), z.unknown()),
  /** Milliseconds since the call began. */
  atMs: z.number().int().min(0),
});

/** An invocation that has been running this long was lost with its process; a retry may carry it out. */
const lostAfterMs = 60_000;

/**
 * Claims one tool call: whoever gets `claimed: true` carries it out, everybody else finds its row and its answer.
 * One statement in the usual case, without an event: `finishInvocation` records what came of it.
 */
export async function beginInvocation(
  ctx: TenantContext,
  input: z.input<typeof schema>,
): Promise<{ claimed: true; id: number } | { claimed: false; row: ToolInvocationRow }> {
  requirePermission(ctx, "calls:write");
  const values = schema.parse(input);
  try {
    const running = { ...values, tenantId: ctx.tenant.id, status: "running" as const };
    return { claimed: true, id: await insertRows(ctx.db, toolInvocations, [running]) };
  } catch (error) {
    if (!isDuplicateKey(error, "tool_invocations_uq")) throw error;
  }
  const row = await findInvocationByKey(ctx, values.callId, values.invocationKey);
  if (!row) return beginInvocation(ctx, input);
  if (await adoptLost(ctx, row.id)) return { claimed: true, id: row.id };
  return { claimed: false, row };
}

async function adoptLost(ctx: TenantContext, id: number): Promise<boolean> {
  const [result] = await ctx.db
    .update(toolInvocations)
    .set({ updatedAt: new Date() })
    .where(
      and(
        eq(toolInvocations.tenantId, ctx.tenant.id),
        eq(toolInvocations.id, id),
        eq(toolInvocations.status, "running"),
        lt(toolInvocations.updatedAt, new Date(Date.now() - lostAfterMs)),
      ),
    );
  return result.affectedRows === 1;
}
