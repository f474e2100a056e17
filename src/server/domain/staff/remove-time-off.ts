import { and, eq } from "drizzle-orm";
import { staffTimeOff } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { lockForChange } from "../catalog/lock-for-change";

/** @throws DomainError `staff.not_found`, `time_off.not_found` */
export async function removeTimeOff(
  ctx: TenantContext,
  { staffId, timeOffId }: { staffId: number; timeOffId: number },
): Promise<void> {
  requirePermission(ctx, "catalog:write");
  await transact(ctx.db, async (tx) => {
    await lockForChange(ctx, tx, "staff", { id: staffId });
    const [removed] = await tx
      .delete(staffTimeOff)
      .where(
        and(
          eq(staffTimeOff.tenantId, ctx.tenant.id),
          eq(staffTimeOff.staffId, staffId),
          eq(staffTimeOff.id, timeOffId),
        ),
      );
    if (removed.affectedRows === 0) throw notFound("time_off");
    await recordEvent(ctx, tx, "staff.changed", staffId, { fields: ["timeOff"] });
  });
}
