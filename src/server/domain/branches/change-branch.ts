import { and, eq, sql } from "drizzle-orm";
import { type BranchChange, branchChange } from "@/contracts/branches";
import { branches } from "@/server/db/schema";
import { changesOf } from "../_core/changes-of";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { lockForChange } from "../catalog/lock-for-change";
import { readPhone } from "../catalog/read-phone";

/**
 * Name, address, Bundesland and zone. Appointments keep their instant if the zone changes.
 * @throws DomainError `branch.not_found`, `branch.changed_meanwhile`
 */
export async function changeBranch(ctx: TenantContext, input: BranchChange): Promise<void> {
  requirePermission(ctx, "catalog:write");
  const { branchId: id, version, phone, ...rest } = branchChange.parse(input);
  const values = { ...rest, phone: readPhone(phone) };
  const own = and(eq(branches.tenantId, ctx.tenant.id), eq(branches.id, id));
  await transact(ctx.db, async (tx) => {
    await lockForChange(ctx, tx, "branch", { id, version });
    const [row] = await tx
      .select({
        name: branches.name,
        address: branches.address,
        federalState: branches.federalState,
        timeZone: branches.timeZone,
        phone: branches.phone,
      })
      .from(branches)
      .where(own);
    if (!row) throw notFound("branch");
    const changed = changesOf(row, values);
    if (changed.fields.length === 0) return;
    await tx
      .update(branches)
      .set({ ...values, version: sql`${branches.version} + 1` })
      .where(own);
    await recordEvent(ctx, tx, "branch.changed", id, changed);
  });
}
