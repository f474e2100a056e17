import { and, eq, inArray } from "drizzle-orm";
import type { MovedRows } from "@/contracts/customer-merge";
import { appointments, branches, callbacks, calls, customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import type { Transaction } from "../_core/transact";

/** Every table that names a customer. `merge.db.test` fails when a new one is missing. */
const references = {
  appointments: { table: appointments, customer: appointments.customerId, field: "customerId" },
  calls: { table: calls, customer: calls.customerId, field: "customerId" },
  callbacks: { table: callbacks, customer: callbacks.customerId, field: "customerId" },
  branches: { table: branches, customer: branches.customerId, field: "customerId" },
  customers: { table: customers, customer: customers.mergedIntoId, field: "mergedIntoId" },
} as const;

const kinds = Object.keys(references) as (keyof MovedRows)[];

/** Ids of everything that names this customer. */
export async function listReferences(
  ctx: TenantContext,
  tx: Transaction,
  customerId: number,
): Promise<MovedRows> {
  const moved: MovedRows = { appointments: [], calls: [], callbacks: [], branches: [], customers: [] };
  for (const kind of kinds) {
    const { table, customer } = references[kind];
    const rows = await tx
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.tenantId, ctx.tenant.id), eq(customer, customerId)))
      .orderBy(table.id)
      .for("update");
    moved[kind] = rows.map((row) => row.id);
  }
  return moved;
}

/** Gives those of the rows that still name `from` to `to`. */
export async function moveReferences(
  ctx: TenantContext,
  tx: Transaction,
  rows: MovedRows,
  { from, to }: { from: number; to: number },
): Promise<void> {
  for (const kind of kinds) {
    const { table, customer, field } = references[kind];
    if (rows[kind].length === 0) continue;
    await tx
      .update(table)
      .set({ [field]: to })
      .where(and(eq(table.tenantId, ctx.tenant.id), eq(customer, from), inArray(table.id, rows[kind])));
  }
}
