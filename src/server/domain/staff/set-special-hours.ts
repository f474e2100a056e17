import { and, eq } from "drizzle-orm";
import { type SpecialHoursChange, specialHoursChange } from "@/contracts/staff";
import { minuteOf } from "@/lib/clock-minutes";
import { staffSpecialHours } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { specialDayText } from "../catalog/day-texts";
import { bumpVersion, lockForChange } from "../catalog/lock-for-change";
import { requireOwn } from "../catalog/require-own";

/**
 * One day on which somebody works other hours than usual; without ranges the usual ones count again.
 * @throws DomainError `staff.not_found`, `staff.changed_meanwhile`, `branch.not_found`
 */
export async function setSpecialHours(ctx: TenantContext, input: SpecialHoursChange): Promise<void> {
  requirePermission(ctx, "catalog:write");
  const { staffId, version, day, ranges } = specialHoursChange.parse(input);
  const tenantId = ctx.tenant.id;
  await transact(ctx.db, async (tx) => {
    await lockForChange(ctx, tx, "staff", { id: staffId, version });
    await requireOwn(
      ctx,
      tx,
      "branch",
      ranges.map(({ branchId }) => branchId),
    );
    const ofDay = and(
      eq(staffSpecialHours.tenantId, tenantId),
      eq(staffSpecialHours.staffId, staffId),
      eq(staffSpecialHours.day, day),
    );
    const before = await tx.select().from(staffSpecialHours).where(ofDay);
    await tx.delete(staffSpecialHours).where(ofDay);
    const rows = ranges.map(({ branchId, from, to }) => ({
      tenantId,
      staffId,
      day,
      branchId,
      startsMinute: minuteOf(from, "start"),
      endsMinute: minuteOf(to, "end"),
    }));
    if (rows.length > 0) await tx.insert(staffSpecialHours).values(rows);
    await bumpVersion(ctx, tx, "staff", staffId);
    await recordEvent(ctx, tx, "staff.changed", staffId, {
      fields: ["specialHours"],
      changes: [{ field: "specialHours", from: specialDayText(day, before), to: specialDayText(day, rows) }],
    });
  });
}
