import { and, eq, isNull } from "drizzle-orm";
import { type CustomerContact, customerContact } from "@/contracts/appointments";
import { toE164 } from "@/lib/phone";
import { isDuplicateKey } from "@/server/db/errors";
import { insertRows } from "@/server/db/insert-rows";
import { customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { recordEvent } from "../_core/record-event";
import type { Transaction } from "../_core/transact";
import type { CustomerRow } from "./customer";
import { followMerge } from "./follow-merge";
import { insertKeys, writeSearchKeys } from "./search-keys";

/** Of a customer what a contact can tell. */
type KnownCustomer = Pick<CustomerRow, "id" | "name" | "phone" | "email">;

/**
 * The customer behind a contact, within the tenant and inside the caller's transaction. The phone number decides;
 * without one the e-mail does, except on the phone, where anyone can claim an address. A name never does: hidden
 * callers stay separate people. Missing data is filled in, existing data is never overwritten, and an e-mail that
 * belongs to somebody else is left with them.
 * @throws DomainError `customer.phone_invalid`
 */
export async function findOrCreateCustomer(
  ctx: TenantContext,
  tx: Transaction,
  input: CustomerContact,
): Promise<KnownCustomer> {
  const contact = customerContact.parse(input);
  const phone = toE164(contact.phone);
  if (contact.phone && !phone)
    throw new DomainError("customer.phone_invalid", "invalid", { fields: ["phone"] });
  const email = contact.email?.toLowerCase();

  const owner = email ? await findBy(ctx, tx, { email }) : undefined;
  const known = phone ? await findBy(ctx, tx, { phone }) : ctx.actor.type === "voice" ? undefined : owner;
  const found =
    known ?? (await insertCustomer(ctx, tx, { name: contact.name, phone, email: owner ? undefined : email }));
  return fillGaps(ctx, tx, found, { name: contact.name, email: owner ? undefined : email });
}

/** Locked: a merge that runs at the same time must not leave the caller's new row with who is no more. */
async function findBy(ctx: TenantContext, tx: Transaction, key: { phone: string } | { email: string }) {
  const { id, name, phone, email, mergedIntoId } = customers;
  const [row] = await tx
    .select({ id, name, phone, email, mergedIntoId })
    .from(customers)
    .where(
      and(
        eq(customers.tenantId, ctx.tenant.id),
        "phone" in key ? eq(customers.phone, key.phone) : eq(customers.email, key.email),
      ),
    )
    .for("update");
  return row && followMerge(ctx, tx, row);
}

/** Two calls can create the same customer at once; the unique key lets one win and the other read. */
async function insertCustomer(
  ctx: TenantContext,
  tx: Transaction,
  values: { name?: string; phone?: string; email?: string },
): Promise<KnownCustomer> {
  try {
    const row = { name: values.name ?? null, phone: values.phone ?? null, email: values.email ?? null };
    const id = await insertRows(tx, customers, [{ ...row, tenantId: ctx.tenant.id, searchable: true }]);
    await recordEvent(ctx, tx, "customer.created", id, { customerId: id });
    await insertKeys(tx, ctx.tenant.id, [{ ...row, id }]);
    return { ...row, id };
  } catch (error) {
    if (isDuplicateKey(error, "customers_email_uq"))
      return insertCustomer(ctx, tx, { ...values, email: undefined });
    const winner =
      values.phone && isDuplicateKey(error, "customers_phone_uq")
        ? await findBy(ctx, tx, { phone: values.phone })
        : undefined;
    if (!winner) throw error;
    return winner;
  }
}

async function fillGaps(
  ctx: TenantContext,
  tx: Transaction,
  customer: KnownCustomer,
  given: { name?: string; email?: string },
): Promise<KnownCustomer> {
  const filled = { ...customer };
  const fields: string[] = [];
  for (const field of ["name", "email"] as const) {
    const value = given[field];
    if (!value || customer[field] !== null) continue;
    try {
      await tx
        .update(customers)
        .set({ [field]: value })
        .where(
          and(eq(customers.tenantId, ctx.tenant.id), eq(customers.id, customer.id), isNull(customers[field])),
        );
      filled[field] = value;
      fields.push(field);
    } catch (error) {
      if (!isDuplicateKey(error, "customers_email_uq")) throw error;
    }
  }
  if (fields.includes("name")) await writeSearchKeys(tx, ctx.tenant.id, [filled]);
  if (fields.length > 0) {
    await recordEvent(ctx, tx, "customer.changed", customer.id, { customerId: customer.id, fields });
  }
  return filled;
}
