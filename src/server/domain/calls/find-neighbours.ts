import { and, eq } from "drizzle-orm";
import type { CallFilter } from "@/contracts/call-list";
import { calls } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { readInOrder } from "./read-in-order";

/** The calls before and after this one in a filtered list; the call itself need not be in it. @throws not_found */
export async function findNeighbours(ctx: TenantContext, callId: number, filter: CallFilter) {
  requirePermission(ctx, "calls:read");
  const [call] = await ctx.db
    .select({ start: calls.startTimestamp })
    .from(calls)
    .where(and(eq(calls.tenantId, ctx.tenant.id), eq(calls.id, callId)));
  if (!call) throw notFound("call");
  const nearest = async (towards: "older" | "newer") => {
    const [row] = await readInOrder(ctx, filter, {
      after: { startTimestamp: call.start, id: callId },
      towards,
      limit: 1,
    });
    return row?.id ?? null;
  };
  const [newer, older] = await Promise.all([nearest("newer"), nearest("older")]);
  return { newer, older };
}
