import { and, eq } from "drizzle-orm";
import { type CustomerChange, customerChange } from "@/contracts/customer-form";
import { customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { type CustomerRow, lockCustomer } from "./customer";
import { refuseTakenContact } from "./refuse-taken-contact";
import { writeSearchKeys } from "./search-keys";

/**
 * Replaces what is known of a customer; of what somebody saw before they wrote, only what they made different. The event
 * names the fields that changed; without any there is none.
 * @throws DomainError `customer.not_found`, `customer.merged`, `customer.changed_meanwhile` (somebody else changed the
 * same), `customer.phone_taken`, `customer.email_taken`
 */
export async function changeCustomer(ctx: TenantContext, input: CustomerChange): Promise<CustomerRow> {
  requirePermission(ctx, "customers:write");
  const { customerId, seen, ...wanted } = customerChange.parse(input);
  const fields = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(
    (field) => wanted[field] !== seen?.[field],
  );
  const write = transact(ctx.db, async (tx) => {
    const before = await lockCustomer(ctx, tx, customerId);
    if (before.mergedIntoId !== null) throw new DomainError("customer.merged", "conflict");
    const changed = fields.filter((field) => before[field] !== wanted[field]);
    if (changed.length === 0) return before;
    if (seen && changed.some((field) => before[field] !== seen[field]))
      throw new DomainError("customer.changed_meanwhile", "conflict");
    const values = Object.fromEntries(changed.map((field) => [field, wanted[field]]));
    const after = { ...before, ...values };
    await tx.update(customers).set(values).where(own(ctx, customerId));
    if (changed.some((field) => field === "name" || field === "phone"))
      await writeSearchKeys(tx, ctx.tenant.id, [after]);
    await recordEvent(ctx, tx, "customer.changed", customerId, { customerId, fields: changed });
    return after;
  });
  return write.catch(refuseTakenContact);
}

const own = (ctx: TenantContext, customerId: number) =>
  and(eq(customers.tenantId, ctx.tenant.id), eq(customers.id, customerId));
