import { and, eq } from "drizzle-orm";
import { appointments } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";

/** Notes why Cal.com is not in step; `final` shows it to the owner, otherwise another attempt follows. */
export async function recordSyncFailure(
  ctx: TenantContext,
  appointmentId: number,
  failure: { reason: string; final: boolean; nextAttemptAt: Date },
): Promise<void> {
  const reason = failure.reason.slice(0, 500);
  await transact(ctx.db, async (tx) => {
    await tx
      .update(appointments)
      .set({
        syncError: reason,
        syncLockedUntil: failure.nextAttemptAt,
        ...(failure.final && { syncState: "failed" as const }),
      })
      .where(and(eq(appointments.tenantId, ctx.tenant.id), eq(appointments.id, appointmentId)));
    if (failure.final)
      await recordEvent(ctx, tx, "appointment.sync_failed", appointmentId, { appointmentId, reason });
  });
}
