import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import { appointments } from "@/server/db/schema";
import type { PlatformContext, TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { loadTenantContext } from "../_core/tenant-context";
import { transact } from "../_core/transact";

const batchSize = 200;

/**
 * Appointments whose end has passed took place, unless somebody says otherwise: `scheduled` becomes `completed` and
 * can still be corrected to a no-show. `pending` ones stay, they were never booked. Returns how many.
 */
export async function completeDueAppointments(ctx: PlatformContext, now = new Date()): Promise<number> {
  requirePermission(ctx, "platform:admin");
  const due = await ctx.db
    .selectDistinct({ tenantId: appointments.tenantId })
    .from(appointments)
    .where(and(eq(appointments.status, "scheduled"), lte(appointments.endTime, now)));
  let completed = 0;
  for (const { tenantId } of due) {
    const tenant = await loadTenantContext(ctx, tenantId);
    for (let done = batchSize; done === batchSize; completed += done) done = await completeBatch(tenant, now);
  }
  return completed;
}

function completeBatch(ctx: TenantContext, now: Date): Promise<number> {
  return transact(ctx.db, async (tx) => {
    const rows = await tx
      .select({ id: appointments.id })
      .from(appointments)
      .where(
        and(
          eq(appointments.tenantId, ctx.tenant.id),
          eq(appointments.status, "scheduled"),
          lte(appointments.endTime, now),
        ),
      )
      .orderBy(asc(appointments.id))
      .limit(batchSize)
      .for("update", { skipLocked: true });
    if (rows.length === 0) return 0;
    await tx
      .update(appointments)
      .set({ status: "completed", version: sql`${appointments.version} + 1` })
      .where(
        and(
          eq(appointments.tenantId, ctx.tenant.id),
          inArray(
            appointments.id,
            rows.map((row) => row.id),
          ),
        ),
      );
    for (const { id } of rows) {
      await recordEvent(ctx, tx, "appointment.completed", id, { appointmentId: id });
    }
    return rows.length;
  });
}
