import { and, asc, eq, inArray } from "drizzle-orm";
import { type QualificationChange, qualificationChange } from "@/contracts/staff";
import { services, staffServices } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { type Transaction, transact } from "../_core/transact";
import { bumpVersion, lockForChange } from "../catalog/lock-for-change";
import { requireOwn } from "../catalog/require-own";

/**
 * Which services somebody is qualified for, as a whole. Forms of those services that are open elsewhere are outdated.
 * @throws DomainError `staff.not_found`, `staff.changed_meanwhile`, `service.not_found`
 */
export async function changeQualifications(ctx: TenantContext, input: QualificationChange): Promise<void> {
  requirePermission(ctx, "catalog:write");
  const { staffId: id, version, serviceIds } = qualificationChange.parse(input);
  const ofPerson = and(eq(staffServices.tenantId, ctx.tenant.id), eq(staffServices.staffId, id));
  await transact(ctx.db, async (tx) => {
    await lockForChange(ctx, tx, "staff", { id, version });
    await requireOwn(ctx, tx, "service", serviceIds);
    const rows = await tx.select({ id: staffServices.serviceId }).from(staffServices).where(ofPerson);
    const [before, after] = [new Set(rows.map((row) => row.id)), new Set(serviceIds)];
    const lost = [...before].filter((serviceId) => !after.has(serviceId));
    const won = [...after].filter((serviceId) => !before.has(serviceId));
    if (lost.length + won.length === 0) return;
    if (lost.length > 0)
      await tx.delete(staffServices).where(and(ofPerson, inArray(staffServices.serviceId, lost)));
    if (won.length > 0)
      await tx
        .insert(staffServices)
        .values(won.map((serviceId) => ({ tenantId: ctx.tenant.id, staffId: id, serviceId })));
    await bumpVersion(ctx, tx, "staff", id);
    for (const serviceId of [...lost, ...won].sort((a, b) => a - b))
      await bumpVersion(ctx, tx, "service", serviceId);
    await recordEvent(ctx, tx, "staff.changed", id, {
      fields: ["serviceIds"],
      changes: await changesIn(ctx, tx, before, after),
    });
  });
}

const longestText = 1000;

/** By name, as they are called now: a log of numbers says nothing. */
async function changesIn(ctx: TenantContext, tx: Transaction, before: Set<number>, after: Set<number>) {
  const named = await tx
    .select({ id: services.id, name: services.name })
    .from(services)
    .where(and(eq(services.tenantId, ctx.tenant.id), inArray(services.id, [...before, ...after])))
    .orderBy(asc(services.name), asc(services.id));
  const textOf = (ids: Set<number>) =>
    named
      .filter(({ id }) => ids.has(id))
      .map(({ name }) => name)
      .join("; ");
  const [from, to] = [textOf(before), textOf(after)];
  const isShort = Math.max(from.length, to.length) <= longestText;
  return isShort ? [{ field: "serviceIds", from, to }] : [];
}
