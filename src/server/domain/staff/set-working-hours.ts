import { and, eq } from "drizzle-orm";
import { type WorkingHoursChange, workingHoursChange } from "@/contracts/staff";
import { minuteOf } from "@/lib/clock-minutes";
import { staffWorkingHours } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { bumpVersion, lockForChange } from "../catalog/lock-for-change";
import { requireOwn } from "../catalog/require-own";
import { weekText } from "../catalog/week-text";

/**
 * Somebody's usual week, as a whole. Appointments that exist stay where they are.
 * @throws DomainError `staff.not_found`, `staff.changed_meanwhile`, `branch.not_found`
 */
export async function setWorkingHours(ctx: TenantContext, input: WorkingHoursChange): Promise<void> {
  requirePermission(ctx, "catalog:write");
  const { staffId, version, ranges } = workingHoursChange.parse(input);
  const tenantId = ctx.tenant.id;
  await transact(ctx.db, async (tx) => {
    await lockForChange(ctx, tx, "staff", { id: staffId, version });
    await requireOwn(
      ctx,
      tx,
      "branch",
      ranges.map(({ branchId }) => branchId),
    );
    const own = and(eq(staffWorkingHours.tenantId, tenantId), eq(staffWorkingHours.staffId, staffId));
    const before = await tx.select().from(staffWorkingHours).where(own);
    await tx.delete(staffWorkingHours).where(own);
    const rows = ranges.map(({ weekday, branchId, from, to }) => ({
      tenantId,
      staffId,
      branchId,
      weekday,
      startsMinute: minuteOf(from, "start"),
      endsMinute: minuteOf(to, "end"),
    }));
    if (rows.length > 0) await tx.insert(staffWorkingHours).values(rows);
    await bumpVersion(ctx, tx, "staff", staffId);
    await recordEvent(ctx, tx, "staff.changed", staffId, {
      fields: ["workingHours"],
      changes: [{ field: "workingHours", from: weekText(before), to: weekText(rows) }],
    });
  });
}
