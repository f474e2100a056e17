import { type NewService, newService } from "@/contracts/services";
import { services } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { writeParts } from "./write-parts";

/** @throws DomainError `staff.not_found`, `resource.not_found` */
export async function createService(ctx: TenantContext, input: NewService): Promise<{ id: number }> {
  requirePermission(ctx, "catalog:write");
  const { gaps, staffIds, resourceIds, ...values } = newService.parse(input);
  return transact(ctx.db, async (tx) => {
    const [row] = await tx
      .insert(services)
      .values({ ...values, tenantId: ctx.tenant.id })
      .$returningId();
    if (!row) throw new Error("the new service has no id");
    await writeParts(ctx, tx, row.id, { gaps, staffIds, resourceIds });
    await recordEvent(ctx, tx, "service.created", row.id, {});
    return row;
  });
}
