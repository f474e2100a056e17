import { inArray } from "drizzle-orm";
import type { CallStatus } from "@/contracts/calls";
import { calls, unassignedCalls } from "@/server/db/schema";
import { listCalls } from "@/server/integrations/retell/client";
import { parseCall } from "@/server/integrations/retell/payloads";
import type { PlatformContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

export interface CallToRefresh {
  retellCallId: string;
  reason: "missing" | "end_unheard" | "analysis_unheard";
}

const lookBackMs = 24 * 3_600_000;
/** Webhooks of a call that was heard of more recently may still be under way. */
export const silenceMs = 2 * 60_000;
const maxListed = 5_000;

const progress: Record<CallStatus, number> = { ongoing: 0, failed: 1, ended: 2 };

/** Compares the last day with Retell's list: which calls we never heard of, or not to their end. */
export async function findCallsToRefresh(
  ctx: PlatformContext,
  now: Date = new Date(),
): Promise<CallToRefresh[]> {
  requirePermission(ctx, "platform:admin");
  const range = { from: new Date(now.getTime() - lookBackMs), to: now };
  const listed = (await listCalls(range, maxListed)).flatMap((call) => parseCall(call) ?? []);
  const ids = listed.map((call) => call.head.retellCallId);
  if (ids.length === 0) return [];
  const ours = await ctx.db
    .select({
      retellCallId: calls.callId,
      status: calls.status,
      analyzedAt: calls.analyzedAt,
      lastActivityAt: calls.lastActivityAt,
    })
    .from(calls)
    .where(inArray(calls.callId, ids));
  const unassigned = await ctx.db
    .select({ retellCallId: unassignedCalls.callId })
    .from(unassignedCalls)
    .where(inArray(unassignedCalls.callId, ids));
  const known = new Map(ours.map((call) => [call.retellCallId, call]));
  const waiting = new Set(unassigned.map((call) => call.retellCallId));
  const quietSince = new Date(now.getTime() - silenceMs);

  return listed.flatMap(({ head, analyzed }): CallToRefresh[] => {
    const { retellCallId } = head;
    const call = known.get(retellCallId);
    if (!call) {
      const justBegun = head.status === "ongoing" && (head.startedAt ?? now) > quietSince;
      return waiting.has(retellCallId) || justBegun ? [] : [{ retellCallId, reason: "missing" }];
    }
    if (call.lastActivityAt > quietSince) return [];
    if (progress[head.status] > progress[call.status]) return [{ retellCallId, reason: "end_unheard" }];
    if (analyzed && call.analyzedAt === null) return [{ retellCallId, reason: "analysis_unheard" }];
    return [];
  });
}
