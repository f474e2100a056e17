import { and, asc, eq } from "drizzle-orm";
import { toolInvocations } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

export type ToolInvocationRow = typeof toolInvocations.$inferSelect;

export async function findInvocationByKey(
  ctx: TenantContext,
  callId: number,
  invocationKey: string,
): Promise<ToolInvocationRow | undefined> {
  requirePermission(ctx, "calls:read");
  const [row] = await ctx.db
    .select()
    .from(toolInvocations)
    .where(
      and(
        eq(toolInvocations.tenantId, ctx.tenant.id),
        eq(toolInvocations.callId, callId),
        eq(toolInvocations.invocationKey, invocationKey),
      ),
    );
  return row;
}

export async function findInvocation(ctx: TenantContext, id: number): Promise<ToolInvocationRow | undefined> {
  requirePermission(ctx, "calls:read");
  const [row] = await ctx.db
    .select()
    .from(toolInvocations)
    .where(and(eq(toolInvocations.tenantId, ctx.tenant.id), eq(toolInvocations.id, id)));
  return row;
}

/** What the agent asked of us during a call, in order. */
export async function listInvocationsOfCall(
  ctx: TenantContext,
  callId: number,
): Promise<ToolInvocationRow[]> {
  requirePermission(ctx, "calls:read");
  return ctx.db
    .select()
    .from(toolInvocations)
    .where(and(eq(toolInvocations.tenantId, ctx.tenant.id), eq(toolInvocations.callId, callId)))
    .orderBy(asc(toolInvocations.id));
}
