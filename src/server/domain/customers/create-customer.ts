import { type CustomerInput, customerInput } from "@/contracts/customers";
import { toE164 } from "@/lib/phone";
import { customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { type CustomerRow, readCustomer } from "./customer";
import { refuseTakenContact } from "./refuse-taken-contact";
import { writeSearchKeys } from "./search-keys";

/** @throws DomainError `customer.phone_taken` or `customer.email_taken`: both are unique within the business */
export async function createCustomer(ctx: TenantContext, input: CustomerInput): Promise<CustomerRow> {
  requirePermission(ctx, "customers:write");
  const { phone, ...values } = customerInput.parse(input);
  try {
    return await transact(ctx.db, async (tx) => {
      const [row] = await tx
        .insert(customers)
        .values({ ...values, phone: toE164(phone) ?? phone, tenantId: ctx.tenant.id })
        .$returningId();
      if (!row) throw new Error("the new customer has no id");
      await recordEvent(ctx, tx, "customer.created", row.id, { customerId: row.id });
      const customer = await readCustomer(ctx, tx, row.id);
      await writeSearchKeys(tx, ctx.tenant.id, [customer]);
      return customer;
    });
  } catch (error) {
    return refuseTakenContact(error);
  }
}
