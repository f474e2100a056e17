import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { CustomerFields } from "@/contracts/customer-merge";
import { customerMerges } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError, notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { type Transaction, transact } from "../_core/transact";
import { lockPair, writeFields } from "./merge-customers";
import { changedFields, fieldsOf } from "./merge-fields";
import { moveReferences } from "./merge-references";
import { refuseTakenContact } from "./refuse-taken-contact";
import { writeSearchKeys } from "./search-keys";

const schema = z.object({ mergeId: z.number().int().positive() });

/**
 * Takes a merge back: what had moved and is still there goes home, and both know again what they knew. What somebody
 * changed on the kept customer since stays changed. Undoing twice is the same as once.
 * @throws DomainError `customer_merge.not_found`, `customer_merge.too_late`, `customer_merge.superseded` (the kept
 * customer was merged itself: that has to be undone first), `customer.phone_taken`, `customer.email_taken`
 */
export async function undoMerge(
  ctx: TenantContext,
  input: z.input<typeof schema>,
  now = new Date(),
): Promise<{ keptId: number; absorbedId: number }> {
  requirePermission(ctx, "customers:write");
  const { mergeId } = schema.parse(input);
  const write = transact(ctx.db, async (tx) => {
    const { keptId, absorbedId } = await readMerge(ctx, tx, mergeId);
    const { kept, absorbed } = await lockPair(ctx, tx, { keptId, absorbedId });
    const merge = await readMerge(ctx, tx, mergeId);
    if (merge.undoneAt) return { keptId, absorbedId };
    if (merge.undoUntil < now) throw new DomainError("customer_merge.too_late", "conflict");
    if (absorbed.mergedIntoId !== keptId) throw new DomainError("customer_merge.superseded", "conflict");

    const keptFields = { ...fieldsOf(kept), ...givenBack(merge, fieldsOf(kept)) };
    await writeFields(ctx, tx, keptId, keptFields);
    await writeFields(ctx, tx, absorbedId, { ...merge.absorbedBefore, mergedIntoId: null });
    await moveReferences(ctx, tx, merge.moved, { from: keptId, to: absorbedId });
    await writeSearchKeys(tx, ctx.tenant.id, [
      { id: keptId, ...keptFields },
      { id: absorbedId, ...merge.absorbedBefore },
    ]);
    await tx
      .update(customerMerges)
      .set({ undoneAt: now })
      .where(and(eq(customerMerges.tenantId, ctx.tenant.id), eq(customerMerges.id, mergeId)));
    await recordEvent(ctx, tx, "customer.unmerged", keptId, { customerId: keptId, absorbedId, mergeId });
    return { keptId, absorbedId };
  });
  return write.catch(refuseTakenContact);
}

/** The fields that the merge wrote and nobody has touched since, as they were before. */
function givenBack(
  merge: Pick<typeof customerMerges.$inferSelect, "keptBefore" | "keptAfter">,
  now: CustomerFields,
): Partial<CustomerFields> {
  const untouched = changedFields(merge.keptBefore, merge.keptAfter).filter(
    (field) => now[field] === merge.keptAfter[field],
  );
  return Object.fromEntries(untouched.map((field) => [field, merge.keptBefore[field]]));
}

async function readMerge(ctx: TenantContext, tx: Transaction, mergeId: number) {
  const [row] = await tx
    .select()
    .from(customerMerges)
    .where(and(eq(customerMerges.tenantId, ctx.tenant.id), eq(customerMerges.id, mergeId)));
  if (!row) throw notFound("customer_merge");
  return row;
}
