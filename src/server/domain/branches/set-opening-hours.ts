import { and, eq } from "drizzle-orm";
import { type OpeningHoursChange, openingHoursChange } from "@/contracts/branches";
import { minuteOf } from "@/lib/clock-minutes";
import { openingHours } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { bumpVersion, lockForChange } from "../catalog/lock-for-change";
import { weekText } from "../catalog/week-text";

/**
 * A branch's usual week, as a whole. Appointments that exist stay where they are.
 * @throws DomainError `branch.not_found`, `branch.changed_meanwhile`
 */
export async function setOpeningHours(ctx: TenantContext, input: OpeningHoursChange): Promise<void> {
  requirePermission(ctx, "catalog:write");
  const { branchId, version, ranges } = openingHoursChange.parse(input);
  const tenantId = ctx.tenant.id;
  await transact(ctx.db, async (tx) => {
    await lockForChange(ctx, tx, "branch", { id: branchId, version });
    const own = and(eq(openingHours.tenantId, tenantId), eq(openingHours.branchId, branchId));
    const before = await tx.select().from(openingHours).where(own);
    await tx.delete(openingHours).where(own);
    const rows = ranges.map(({ weekday, from, to }) => ({
      tenantId,
      branchId,
      weekday,
      startsMinute: minuteOf(from, "start"),
      endsMinute: minuteOf(to, "end"),
    }));
    if (rows.length > 0) await tx.insert(openingHours).values(rows);
    await bumpVersion(ctx, tx, "branch", branchId);
    await recordEvent(ctx, tx, "branch.changed", branchId, {
      fields: ["openingHours"],
      changes: [{ field: "openingHours", from: weekText(before), to: weekText(rows) }],
    });
  });
}
