import { and, eq, isNull } from "drizzle-orm";
import { toolInvocations } from "@/server/db/schema";
import type { ToolCallDetail } from "@/server/integrations/retell/call-details";
import type { TenantContext } from "../_core/context";
import type { Transaction } from "../_core/transact";

/**
 * Gives our own record of the call's tool calls the second at which Retell saw them, where we did not know it. Our
 * rows are the truth of what was asked and answered; nothing else of Retell's version is taken over.
 */
export async function completeInvocations(
  ctx: TenantContext,
  tx: Transaction,
  callId: number,
  toolCalls: ToolCallDetail[],
): Promise<void> {
  if (toolCalls.length === 0) return;
  const rows = await tx
    .select({ id: toolInvocations.id, key: toolInvocations.invocationKey, name: toolInvocations.name })
    .from(toolInvocations)
    .where(
      and(
        eq(toolInvocations.tenantId, ctx.tenant.id),
        eq(toolInvocations.callId, callId),
        isNull(toolInvocations.atMs),
      ),
    )
    .orderBy(toolInvocations.id);
  const unmatched = [...toolCalls];
  for (const row of rows) {
    const byKey = unmatched.findIndex((call) => call.toolCallId === row.key);
    const index = byKey >= 0 ? byKey : unmatched.findIndex((call) => baseName(call.name) === row.name);
    const [match] = index >= 0 ? unmatched.splice(index, 1) : [];
    if (!match) continue;
    await tx
      .update(toolInvocations)
      .set({ atMs: match.atMs })
      .where(and(eq(toolInvocations.tenantId, ctx.tenant.id), eq(toolInvocations.id, row.id)));
  }
}

/** Agents keep version suffixes in the names of their tools; our rows are stored without. */
const baseName = (name: string) => name.replace(/[_-]v\d+$/i, "");
