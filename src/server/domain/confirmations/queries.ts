import { and, asc, eq } from "drizzle-orm";
import { spokenConfirmations } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";

/** What a call's attempts to book, move and cancel asked of the caller, and the words that decided, in order. */
export async function listConfirmationsOfCall(ctx: TenantContext, callId: number) {
  requirePermission(ctx, "calls:read");
  return ctx.db
    .select({
      id: spokenConfirmations.id,
      action: spokenConfirmations.action,
      offerId: spokenConfirmations.offerId,
      appointmentId: spokenConfirmations.appointmentId,
      decision: spokenConfirmations.decision,
      utterance: spokenConfirmations.utterance,
      atMs: spokenConfirmations.atMs,
      createdAt: spokenConfirmations.createdAt,
    })
    .from(spokenConfirmations)
    .where(and(eq(spokenConfirmations.tenantId, ctx.tenant.id), eq(spokenConfirmations.callId, callId)))
    .orderBy(asc(spokenConfirmations.id));
}
