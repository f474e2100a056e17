import { and, eq } from "drizzle-orm";
import { staffTimeOff } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { absenceText } from "../catalog/day-texts";
import { lockForChange } from "../catalog/lock-for-change";
import { zoneOfStaff } from "./absence";

/** @throws DomainError `staff.not_found`, `time_off.not_found` */
export async function removeTimeOff(
  ctx: TenantContext,
  { staffId, timeOffId }: { staffId: number; timeOffId: number },
): Promise<void> {
  requirePermission(ctx, "catalog:write");
  await transact(ctx.db, async (tx) => {
    await lockForChange(ctx, tx, "staff", { id: staffId });
    const own = and(
      eq(staffTimeOff.tenantId, ctx.tenant.id),
      eq(staffTimeOff.staffId, staffId),
      eq(staffTimeOff.id, timeOffId),
    );
    const [absence] = await tx
      .select({ start: staffTimeOff.startsAt, end: staffTimeOff.endsAt })
      .from(staffTimeOff)
      .where(own);
    if (!absence) throw notFound("time_off");
    await tx.delete(staffTimeOff).where(own);
    const from = absenceText(absence, await zoneOfStaff(ctx, tx, staffId));
    await recordEvent(ctx, tx, "staff.changed", staffId, {
      fields: ["timeOff"],
      changes: [{ field: "timeOff", from, to: null }],
    });
  });
}
