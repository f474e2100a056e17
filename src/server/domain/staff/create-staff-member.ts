import { type NewStaffMember, newStaffMember } from "@/contracts/staff";
import { staff, staffServices } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { readPhone } from "../catalog/read-phone";
import { requireOwn } from "../catalog/require-own";
import { freeColor } from "./colors";

/**
 * Somebody new in the team. Without working hours nobody can be booked with them yet.
 * @throws DomainError `branch.not_found`, `service.not_found`
 */
export async function createStaffMember(ctx: TenantContext, input: NewStaffMember): Promise<{ id: number }> {
  requirePermission(ctx, "catalog:write");
  const { serviceIds, phone, ...values } = newStaffMember.parse(input);
  const person = { ...values, phone: readPhone(phone), tenantId: ctx.tenant.id };
  return transact(ctx.db, async (tx) => {
    await requireOwn(ctx, tx, "branch", [person.homeBranchId]);
    await requireOwn(ctx, tx, "service", serviceIds);
    const color = await freeColor(ctx, tx);
    const [row] = await tx
      .insert(staff)
      .values({ ...person, color })
      .$returningId();
    if (!row) throw new Error("the new person has no id");
    const qualifications = [...new Set(serviceIds)].map((serviceId) => ({
      tenantId: ctx.tenant.id,
      staffId: row.id,
      serviceId,
    }));
    if (qualifications.length > 0) await tx.insert(staffServices).values(qualifications);
    await recordEvent(ctx, tx, "staff.created", row.id, {});
    return row;
  });
}
