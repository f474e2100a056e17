import { and, asc, desc, eq, gt, lt, or } from "drizzle-orm";
import type { CallFilter } from "@/contracts/call-list";
import { calls } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { matchesCall } from "./call-search";

/** The calls before and after this one in a filtered list; the call itself need not be in it. @throws not_found */
export async function findNeighbours(ctx: TenantContext, callId: number, filter: CallFilter) {
  requirePermission(ctx, "calls:read");
  const [call] = await ctx.db
    .select({ start: calls.startTimestamp })
    .from(calls)
    .where(and(eq(calls.tenantId, ctx.tenant.id), eq(calls.id, callId)));
  if (!call) throw notFound("call");
  const { start } = call;
  const where = await matchesCall(ctx, filter);
  const nearest = async (beyond: typeof gt, direction: typeof asc) => {
    const [row] = await ctx.db
      .select({ id: calls.id })
      .from(calls)
      .where(
        and(
          where,
          or(
            beyond(calls.startTimestamp, start),
            and(eq(calls.startTimestamp, start), beyond(calls.id, callId)),
          ),
        ),
      )
      .orderBy(direction(calls.startTimestamp), direction(calls.id))
      .limit(1);
    return row?.id ?? null;
  };
  const [newer, older] = await Promise.all([nearest(gt, asc), nearest(lt, desc)]);
  return { newer, older };
}
