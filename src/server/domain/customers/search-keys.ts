import { and, eq, inArray } from "drizzle-orm";
import { customerKeys } from "@/lib/search-keys";
import type { Queryable } from "@/server/db";
import { insertRows } from "@/server/db/insert-rows";
import { customerSearchKeys, customers } from "@/server/db/schema";

const rowsPerInsert = 2_000;

interface Person {
  id: number;
  name: string | null;
  phone: string | null;
}

/** Inside the transaction that writes a name or a number: makes these customers findable by it, and by nothing older. */
export async function writeSearchKeys(
  tx: Queryable,
  tenantId: string,
  people: readonly Person[],
): Promise<void> {
  if (people.length === 0) return;
  const ids = people.map((person) => person.id);
  await tx
    .delete(customerSearchKeys)
    .where(and(eq(customerSearchKeys.tenantId, tenantId), inArray(customerSearchKeys.customerId, ids)));
  await insertKeys(tx, tenantId, people);
  await tx
    .update(customers)
    .set({ searchable: true })
    .where(and(eq(customers.tenantId, tenantId), inArray(customers.id, ids)));
}

/** The same for rows that this transaction wrote with `searchable` set: there is nothing older. */
export async function insertKeys(tx: Queryable, tenantId: string, people: readonly Person[]): Promise<void> {
  const keys = people.flatMap((person) =>
    customerKeys(person).map((searchKey) => ({ tenantId, searchKey, customerId: person.id })),
  );
  for (let start = 0; start < keys.length; start += rowsPerInsert)
    await insertRows(tx, customerSearchKeys, keys.slice(start, start + rowsPerInsert));
}
