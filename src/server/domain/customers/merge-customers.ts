import { and, eq } from "drizzle-orm";
import { type CustomerPair, customerPair } from "@/contracts/customer-merge";
import { customerMerges, customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { type Transaction, transact } from "../_core/transact";
import { type CustomerRow, lockCustomer } from "./customer";
import { fieldsOf, mergeFields } from "./merge-fields";
import { listReferences, moveReferences } from "./merge-references";
import { writeSearchKeys } from "./search-keys";

/** How long a merge can be taken back. */
export const undoDays = 30;

/**
 * Two records turn out to be one person: appointments, calls and callbacks of the absorbed one go to the kept one, whose
 * gaps are filled. The absorbed row stays behind, so that its number and address lead to the kept one, and the record
 * of the merge says what to give back.
 * @throws DomainError `customer.not_found`, `customer.merged` (one of them is part of another already)
 */
export async function mergeCustomers(
  ctx: TenantContext,
  input: CustomerPair,
  now = new Date(),
): Promise<{ mergeId: number }> {
  requirePermission(ctx, "customers:write");
  const { keptId, absorbedId } = customerPair.parse(input);
  return transact(ctx.db, async (tx) => {
    const { kept, absorbed } = await lockPair(ctx, tx, { keptId, absorbedId });
    if (kept.mergedIntoId !== null || absorbed.mergedIntoId !== null)
      throw new DomainError("customer.merged", "conflict");
    const moved = await listReferences(ctx, tx, absorbedId);
    await moveReferences(ctx, tx, moved, { from: absorbedId, to: keptId });
    const merged = mergeFields(kept, absorbed);
    await writeFields(ctx, tx, absorbedId, { ...merged.absorbed, mergedIntoId: keptId });
    await writeFields(ctx, tx, keptId, merged.kept);
    await writeSearchKeys(tx, ctx.tenant.id, [
      { id: keptId, ...merged.kept },
      { id: absorbedId, ...merged.absorbed },
    ]);
    const [row] = await tx
      .insert(customerMerges)
      .values({
        tenantId: ctx.tenant.id,
        keptId,
        absorbedId,
        keptBefore: fieldsOf(kept),
        absorbedBefore: fieldsOf(absorbed),
        keptAfter: merged.kept,
        moved,
        undoUntil: new Date(now.getTime() + undoDays * 86_400_000),
      })
      .$returningId();
    const mergeId = (row as { id: number }).id;
    await recordEvent(ctx, tx, "customer.merged", keptId, { customerId: keptId, absorbedId, mergeId });
    return { mergeId };
  });
}

/** In the order of their ids, so that two merges of the same people never wait for each other. */
export async function lockPair(
  ctx: TenantContext,
  tx: Transaction,
  { keptId, absorbedId }: CustomerPair,
): Promise<{ kept: CustomerRow; absorbed: CustomerRow }> {
  const first = await lockCustomer(ctx, tx, Math.min(keptId, absorbedId));
  const second = await lockCustomer(ctx, tx, Math.max(keptId, absorbedId));
  return first.id === keptId ? { kept: first, absorbed: second } : { kept: second, absorbed: first };
}

/** The absorbed one first where it gives something up, the kept one first where it gives something back: both are unique. */
export async function writeFields(
  ctx: TenantContext,
  tx: Transaction,
  customerId: number,
  values: Partial<CustomerRow>,
): Promise<void> {
  await tx
    .update(customers)
    .set(values)
    .where(and(eq(customers.tenantId, ctx.tenant.id), eq(customers.id, customerId)));
}
