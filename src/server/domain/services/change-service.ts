import { and, eq, sql } from "drizzle-orm";
import { type ServiceChange, serviceChange } from "@/contracts/services";
import { services } from "@/server/db/schema";
import { changesOf } from "../_core/changes-of";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { lockForChange } from "../catalog/lock-for-change";
import { readService } from "./get-service";
import { writeParts } from "./write-parts";

/**
 * What is offered from now on. Appointments that exist keep their length and their price.
 * @throws DomainError `service.not_found`, `service.changed_meanwhile`, `staff.not_found`, `resource.not_found`
 */
export async function changeService(ctx: TenantContext, input: ServiceChange): Promise<void> {
  requirePermission(ctx, "catalog:write");
  const { serviceId: id, version, ...values } = serviceChange.parse(input);
  await transact(ctx.db, async (tx) => {
    await lockForChange(ctx, tx, "service", { id, version });
    const changed = changesOf(await readService(ctx, tx, id), inOrder(values));
    if (changed.fields.length === 0) return;
    const { gaps, staffIds, resourceIds, ...own } = values;
    await writeParts(ctx, tx, id, { gaps, staffIds, resourceIds });
    await tx
      .update(services)
      .set({ ...own, version: sql`${services.version} + 1` })
      .where(and(eq(services.tenantId, ctx.tenant.id), eq(services.id, id)));
    await recordEvent(ctx, tx, "service.changed", id, changed);
  });
}

type Sets = { staffIds: number[]; resourceIds: number[]; gaps: { startsMinute: number }[] };

/** In the order in which they are read, so that only what really differs counts as changed. */
const inOrder = <Values extends Sets>(values: Values): Values => ({
  ...values,
  staffIds: values.staffIds.toSorted((a, b) => a - b),
  resourceIds: values.resourceIds.toSorted((a, b) => a - b),
  gaps: values.gaps.toSorted((a, b) => a.startsMinute - b.startsMinute),
});
