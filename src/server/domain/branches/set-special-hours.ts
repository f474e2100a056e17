import { and, eq } from "drizzle-orm";
import { type BranchSpecialHoursChange, branchSpecialHoursChange } from "@/contracts/branches";
import { minuteOf } from "@/lib/clock-minutes";
import { branchSpecialHours } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { specialDayText } from "../catalog/day-texts";
import { bumpVersion, lockForChange } from "../catalog/lock-for-change";

/**
 * One day on which a branch opens at other hours than usual, even on a holiday or a Sunday; without ranges the usual
 * ones count again. Appointments that exist stay where they are.
 * @throws DomainError `branch.not_found`, `branch.changed_meanwhile`
 */
export async function setBranchSpecialHours(
  ctx: TenantContext,
  input: BranchSpecialHoursChange,
): Promise<void> {
  requirePermission(ctx, "catalog:write");
  const { branchId, version, day, ranges } = branchSpecialHoursChange.parse(input);
  const tenantId = ctx.tenant.id;
  await transact(ctx.db, async (tx) => {
    await lockForChange(ctx, tx, "branch", { id: branchId, version });
    const ofDay = and(
      eq(branchSpecialHours.tenantId, tenantId),
      eq(branchSpecialHours.branchId, branchId),
      eq(branchSpecialHours.day, day),
    );
    const before = await tx.select().from(branchSpecialHours).where(ofDay);
    await tx.delete(branchSpecialHours).where(ofDay);
    const rows = ranges.map(({ from, to }) => ({
      tenantId,
      branchId,
      day,
      startsMinute: minuteOf(from, "start"),
      endsMinute: minuteOf(to, "end"),
    }));
    if (rows.length > 0) await tx.insert(branchSpecialHours).values(rows);
    await bumpVersion(ctx, tx, "branch", branchId);
    await recordEvent(ctx, tx, "branch.changed", branchId, {
      fields: ["specialHours"],
      changes: [{ field: "specialHours", from: specialDayText(day, before), to: specialDayText(day, rows) }],
    });
  });
}
