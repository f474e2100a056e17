import { and, eq, sql } from "drizzle-orm";
import { type StaffChange, staffChange } from "@/contracts/staff";
import { staff } from "@/server/db/schema";
import { changesOf } from "../_core/changes-of";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { lockForChange } from "../catalog/lock-for-change";
import { readPhone } from "../catalog/read-phone";
import { requireOwn } from "../catalog/require-own";

/**
 * How somebody is called and reached, and where they belong.
 * @throws DomainError `staff.not_found`, `staff.changed_meanwhile`, `branch.not_found`
 */
export async function changeStaffMember(ctx: TenantContext, input: StaffChange): Promise<void> {
  requirePermission(ctx, "catalog:write");
  const { staffId: id, version, phone, ...rest } = staffChange.parse(input);
  const values = { ...rest, phone: readPhone(phone) };
  const own = and(eq(staff.tenantId, ctx.tenant.id), eq(staff.id, id));
  await transact(ctx.db, async (tx) => {
    await lockForChange(ctx, tx, "staff", { id, version });
    await requireOwn(ctx, tx, "branch", [values.homeBranchId]);
    const [row] = await tx
      .select({
        name: staff.name,
        email: staff.email,
        homeBranchId: staff.homeBranchId,
        phone: staff.phone,
      })
      .from(staff)
      .where(own);
    if (!row) throw notFound("staff");
    const changed = changesOf(row, values, ["name", "email", "phone"]);
    if (changed.fields.length === 0) return;
    await tx
      .update(staff)
      .set({ ...values, version: sql`${staff.version} + 1` })
      .where(own);
    await recordEvent(ctx, tx, "staff.changed", id, changed);
  });
}
