import { type NewBranch, newBranch } from "@/contracts/branches";
import { branches } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { readPhone } from "../catalog/read-phone";

/** Without opening hours nothing can be booked there yet. */
export async function createBranch(ctx: TenantContext, input: NewBranch): Promise<{ id: number }> {
  requirePermission(ctx, "catalog:write");
  const { phone, ...values } = newBranch.parse(input);
  const branch = { ...values, phone: readPhone(phone), tenantId: ctx.tenant.id };
  return transact(ctx.db, async (tx) => {
    const [row] = await tx.insert(branches).values(branch).$returningId();
    if (!row) throw new Error("the new branch has no id");
    await recordEvent(ctx, tx, "branch.created", row.id, {});
    return row;
  });
}
