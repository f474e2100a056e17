import { and, eq } from "drizzle-orm";
import { staffPhotos } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { lockForChange } from "../catalog/lock-for-change";

/** The initials take its place. @throws DomainError `staff.not_found` */
export async function removePhoto(ctx: TenantContext, staffId: number): Promise<void> {
  requirePermission(ctx, "catalog:write");
  await transact(ctx.db, async (tx) => {
    await lockForChange(ctx, tx, "staff", { id: staffId });
    const [removed] = await tx
      .delete(staffPhotos)
      .where(and(eq(staffPhotos.tenantId, ctx.tenant.id), eq(staffPhotos.staffId, staffId)));
    if (removed.affectedRows > 0) await recordEvent(ctx, tx, "staff.changed", staffId, { fields: ["photo"] });
  });
}
