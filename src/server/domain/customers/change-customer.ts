import { and, eq } from "drizzle-orm";
import { type CustomerChange, customerChange } from "@/contracts/customer-form";
import { customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { type Transaction, transact } from "../_core/transact";
import type { CustomerRow } from "./find-or-create-customer";
import { refuseTakenContact } from "./refuse-taken-contact";

/**
 * Replaces what is known of a customer. The event names the fields that changed; without any there is none.
 * @throws DomainError `customer.not_found`, `customer.phone_taken`, `customer.email_taken`
 */
export async function changeCustomer(ctx: TenantContext, input: CustomerChange): Promise<CustomerRow> {
  requirePermission(ctx, "customers:write");
  const { customerId, ...values } = customerChange.parse(input);
  const fields = Object.keys(values) as (keyof typeof values)[];
  const write = transact(ctx.db, async (tx) => {
    const before = await lockCustomer(ctx, tx, customerId);
    const changed = fields.filter((field) => before[field] !== values[field]);
    if (changed.length === 0) return before;
    await tx.update(customers).set(values).where(own(ctx, customerId));
    await recordEvent(ctx, tx, "customer.changed", customerId, { customerId, fields: changed });
    return { ...before, ...values };
  });
  return write.catch(refuseTakenContact);
}

async function lockCustomer(ctx: TenantContext, tx: Transaction, customerId: number): Promise<CustomerRow> {
  const [row] = await tx.select().from(customers).where(own(ctx, customerId)).for("update");
  if (!row) throw notFound("customer");
  return row;
}

const own = (ctx: TenantContext, customerId: number) =>
  and(eq(customers.tenantId, ctx.tenant.id), eq(customers.id, customerId));
