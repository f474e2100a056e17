import { and, eq, inArray } from "drizzle-orm";
import type { NewService } from "@/contracts/services";
import { serviceGaps, serviceResources, staffServices } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import type { Transaction } from "../_core/transact";
import { bumpVersion } from "../catalog/lock-for-change";
import { requireOwn } from "../catalog/require-own";

interface Parts {
  gaps: { startsMinute: number; endsMinute: number }[];
  staffIds: NewService["staffIds"];
  resourceIds: NewService["resourceIds"];
}

/**
 * What belongs to a service beside its own row: its gaps, its rooms and who can do it, each as a whole.
 * @throws DomainError `staff.not_found`, `resource.not_found`
 */
export async function writeParts(ctx: TenantContext, tx: Transaction, serviceId: number, parts: Parts) {
  const tenantId = ctx.tenant.id;
  await requireOwn(ctx, tx, "staff", parts.staffIds);
  await requireOwn(ctx, tx, "resource", parts.resourceIds);

  await tx
    .delete(serviceGaps)
    .where(and(eq(serviceGaps.tenantId, tenantId), eq(serviceGaps.serviceId, serviceId)));
  if (parts.gaps.length > 0)
    await tx.insert(serviceGaps).values(parts.gaps.map((gap) => ({ ...gap, tenantId, serviceId })));

  await tx
    .delete(serviceResources)
    .where(and(eq(serviceResources.tenantId, tenantId), eq(serviceResources.serviceId, serviceId)));
  const resourceIds = [...new Set(parts.resourceIds)];
  if (resourceIds.length > 0)
    await tx
      .insert(serviceResources)
      .values(resourceIds.map((resourceId) => ({ tenantId, serviceId, resourceId })));

  await writeQualified(ctx, tx, serviceId, parts.staffIds);
}

/** Whoever gains or loses the service has to look again before changing their own. */
async function writeQualified(ctx: TenantContext, tx: Transaction, serviceId: number, staffIds: number[]) {
  const tenantId = ctx.tenant.id;
  const ofService = and(eq(staffServices.tenantId, tenantId), eq(staffServices.serviceId, serviceId));
  const rows = await tx.select({ id: staffServices.staffId }).from(staffServices).where(ofService);
  const [before, after] = [new Set(rows.map(({ id }) => id)), new Set(staffIds)];
  const lost = [...before].filter((id) => !after.has(id));
  const won = [...after].filter((id) => !before.has(id));
  if (lost.length > 0)
    await tx.delete(staffServices).where(and(ofService, inArray(staffServices.staffId, lost)));
  if (won.length > 0)
    await tx.insert(staffServices).values(won.map((staffId) => ({ tenantId, staffId, serviceId })));
  for (const staffId of [...lost, ...won].sort((a, b) => a - b)) await bumpVersion(ctx, tx, "staff", staffId);
}
