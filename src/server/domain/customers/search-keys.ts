import { and, eq, inArray } from "drizzle-orm";
import { customerKeys } from "@/lib/search-keys";
import type { Queryable } from "@/server/db";
import { customerSearchKeys, customers } from "@/server/db/schema";

const rowsPerInsert = 2_000;

/** Inside the transaction that writes a name or a number: makes these customers findable by it, and by nothing older. */
export async function writeSearchKeys(
  tx: Queryable,
  tenantId: string,
  people: readonly { id: number; name: string | null; phone: string | null }[],
): Promise<void> {
  if (people.length === 0) return;
  const ids = people.map((person) => person.id);
  await tx
    .delete(customerSearchKeys)
    .where(and(eq(customerSearchKeys.tenantId, tenantId), inArray(customerSearchKeys.customerId, ids)));
  const keys = people.flatMap((person) =>
    customerKeys(person).map((searchKey) => ({ tenantId, searchKey, customerId: person.id })),
  );
  for (let start = 0; start < keys.length; start += rowsPerInsert)
    await tx.insert(customerSearchKeys).values(keys.slice(start, start + rowsPerInsert));
  await tx
    .update(customers)
    .set({ searchable: true })
    .where(and(eq(customers.tenantId, tenantId), inArray(customers.id, ids)));
}
