import { setTimeout as delay } from "node:timers/promises";
import { and, eq, inArray } from "drizzle-orm";
import { calls } from "@/server/db/schema";
import { listTestCallIds } from "@/server/integrations/test-caller/client";
import type { TenantContext } from "../_core/context";
import { startSimulatedCall } from "../test-calls/start-simulated-call";

/** Somebody new, who asks for the services and books: hears the greeting and most of what follows. */
const scenario = "neukunde";
const attempts = 20;
const pauseMs = 250;

/**
 * Has a simulated caller ring, and waits a moment for the call to arrive here like any other.
 * @returns the call's id; null where it is not there within five seconds
 * @throws DomainError `test_call.unavailable`, `test_call.no_number`
 */
export async function startTestCall(ctx: TenantContext): Promise<{ callId: number | null }> {
  const { id: runId } = await startSimulatedCall(ctx, { scenario });
  for (let attempt = 0; attempt < attempts; attempt++) {
    await delay(pauseMs);
    const callId = await findCall(ctx, runId);
    if (callId !== undefined) return { callId };
  }
  return { callId: null };
}

/** A caller that cannot be asked rings all the same. */
async function findCall(ctx: TenantContext, runId: string): Promise<number | undefined> {
  const retellIds = await listTestCallIds(runId).catch(() => []);
  if (retellIds.length === 0) return undefined;
  const [call] = await ctx.db
    .select({ id: calls.id })
    .from(calls)
    .where(and(eq(calls.tenantId, ctx.tenant.id), inArray(calls.callId, retellIds)))
    .limit(1);
  return call?.id;
}
