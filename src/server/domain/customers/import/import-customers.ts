import { and, eq } from "drizzle-orm";
import type { ImportRequest } from "@/contracts/customer-import";
import { isDuplicateKey } from "@/server/db/errors";
import { customers } from "@/server/db/schema";
import type { TenantContext } from "../../_core/context";
import { requirePermission } from "../../_core/permissions";
import { recordEvent } from "../../_core/record-event";
import { type Transaction, transact } from "../../_core/transact";
import { writeSearchKeys } from "../search-keys";
import { type PlannedLine, planLines, type ReadyLine } from "./plan-lines";
import { chunksOf, prepareLines } from "./prepare-lines";
import { type ImportReport, reportOf } from "./report";

/** A line has two contacts that somebody else may take meanwhile. */
const mostAttempts = 3;

/**
 * Takes over the people of a CSV text, two hundred lines at a time, each time whole or not at all, so that an import
 * that broke off is simply made again: whoever is known is recognised.
 * @throws DomainError as `readTable`
 */
export async function importCustomers(ctx: TenantContext, input: ImportRequest): Promise<ImportReport> {
  requirePermission(ctx, "customers:write");
  const { ready } = prepareLines(input);
  const done: PlannedLine[] = [];
  for (const chunk of chunksOf(ready)) done.push(...(await importChunk(ctx, chunk)));
  return reportOf(done);
}

/**
 * A call that creates one of them in the same moment makes the chunk begin anew, in halves, so that however many call,
 * a line is left alone with its own number in the end; then its owner is known.
 */
async function importChunk(ctx: TenantContext, chunk: ReadyLine[], attempt = 1): Promise<PlannedLine[]> {
  try {
    return await transact(ctx.db, async (tx) => {
      const planned = await planLines(ctx, tx, chunk);
      const created = await createAll(ctx, tx, planned);
      const filled = await fillAll(ctx, tx, planned);
      if (created.length + filled.length > 0)
        await recordEvent(ctx, tx, "customer.imported", null, { created, filled });
      return planned;
    });
  } catch (error) {
    const taken = isDuplicateKey(error, "customers_phone_uq") || isDuplicateKey(error, "customers_email_uq");
    if (!taken || attempt >= mostAttempts) throw error;
    if (chunk.length === 1) return importChunk(ctx, chunk, attempt + 1);
    const half = Math.ceil(chunk.length / 2);
    const first = await importChunk(ctx, chunk.slice(0, half));
    return [...first, ...(await importChunk(ctx, chunk.slice(half)))];
  }
}

async function createAll(ctx: TenantContext, tx: Transaction, planned: PlannedLine[]): Promise<number[]> {
  const values = planned.flatMap((line) => (line.action === "create" ? line.values : []));
  if (values.length === 0) return [];
  const rows = await tx
    .insert(customers)
    .values(values.map((one) => ({ ...one, tenantId: ctx.tenant.id })))
    .$returningId();
  const people = rows.map(({ id }, i) => ({
    id,
    name: values[i]?.name ?? null,
    phone: values[i]?.phone ?? null,
  }));
  await writeSearchKeys(tx, ctx.tenant.id, people);
  return people.map((person) => person.id);
}

async function fillAll(ctx: TenantContext, tx: Transaction, planned: PlannedLine[]): Promise<number[]> {
  const filled = planned.flatMap((line) => (line.action === "fill" ? line : []));
  for (const { customerId, gaps } of filled) {
    const own = and(eq(customers.tenantId, ctx.tenant.id), eq(customers.id, customerId));
    await tx.update(customers).set(gaps).where(own);
    if (!gaps.name && !gaps.phone) continue;
    const person = await tx
      .select({ id: customers.id, name: customers.name, phone: customers.phone })
      .from(customers)
      .where(own);
    await writeSearchKeys(tx, ctx.tenant.id, person);
  }
  return filled.map((line) => line.customerId);
}
