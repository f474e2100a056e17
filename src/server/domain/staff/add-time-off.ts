import { type TimeOffRequest, timeOffRequest } from "@/contracts/staff";
import { staffTimeOff } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { absenceText } from "../catalog/day-texts";
import { lockForChange } from "../catalog/lock-for-change";
import { absenceRange, zoneOfStaff } from "./absence";

/**
 * Somebody is away. Appointments that already lie in this time stay and are shown beside it until they are dealt with.
 * @throws DomainError `staff.not_found`
 */
export async function addTimeOff(ctx: TenantContext, input: TimeOffRequest): Promise<{ id: number }> {
  requirePermission(ctx, "catalog:write");
  const { staffId, reason, ...absence } = timeOffRequest.parse(input);
  return transact(ctx.db, async (tx) => {
    await lockForChange(ctx, tx, "staff", { id: staffId });
    const timeZone = await zoneOfStaff(ctx, tx, staffId);
    const { start, end } = absenceRange(absence, timeZone);
    const [row] = await tx
      .insert(staffTimeOff)
      .values({ tenantId: ctx.tenant.id, staffId, startsAt: start, endsAt: end, reason })
      .$returningId();
    if (!row) throw new Error("the new time off has no id");
    await recordEvent(ctx, tx, "staff.changed", staffId, {
      fields: ["timeOff"],
      changes: [{ field: "timeOff", from: null, to: absenceText({ start, end }, timeZone) }],
    });
    return row;
  });
}
