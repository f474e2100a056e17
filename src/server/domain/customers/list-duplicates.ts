import { and, eq, inArray, isNull, ne, type SQL } from "drizzle-orm";
import { nameLikeness, nameWords } from "@/lib/phonetic";
import { soundKey, writtenKey } from "@/lib/search-keys";
import { customerSearchKeys, customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { type CustomerRow, readCustomer } from "./customer";

const mostCandidates = 50;
const mostShown = 3;
const likelyAlike = 0.8;

/**
 * Customers who may be the same person as this one: the same birthdate and a similar name, or the same full name by
 * letter or sound where no birthdate contradicts. The likeliest first, three at most. @throws not_found
 */
export async function listDuplicates(ctx: TenantContext, customerId: number) {
  requirePermission(ctx, "customers:read");
  const customer = await readCustomer(ctx, ctx.db, customerId);
  const { name, birthdate } = customer;
  if (!name || customer.mergedIntoId !== null) return [];
  const [born, named] = await Promise.all([
    birthdate === null ? [] : read(ctx, customerId, eq(customers.birthdate, birthdate)),
    findNamesakes(ctx, customerId, name),
  ]);
  return [...new Map([...born, ...named].map((row) => [row.id, row])).values()]
    .map((row) => ({ row, likeness: likenessOf(customer, row) }))
    .filter(({ likeness }) => likeness >= likelyAlike)
    .sort((a, b) => b.likeness - a.likeness || a.row.id - b.row.id)
    .slice(0, mostShown)
    .map(({ row: { id, name, phone, email, birthdate } }) => ({ id, name, phone, email, birthdate }));
}

/** A first name alone is shared by too many to say anything. */
async function findNamesakes(ctx: TenantContext, customerId: number, name: string) {
  const words = nameWords(name);
  if (words.length < 2) return [];
  const keys = [writtenKey(words), soundKey(words)].filter((key) => key !== undefined);
  const found = await ctx.db
    .select({ id: customerSearchKeys.customerId })
    .from(customerSearchKeys)
    .where(and(eq(customerSearchKeys.tenantId, ctx.tenant.id), inArray(customerSearchKeys.searchKey, keys)))
    .limit(mostCandidates);
  const ids = [...new Set(found.map((row) => row.id))];
  return ids.length === 0 ? [] : read(ctx, customerId, inArray(customers.id, ids));
}

const read = (ctx: TenantContext, customerId: number, matching: SQL) =>
  ctx.db
    .select()
    .from(customers)
    .where(
      and(
        eq(customers.tenantId, ctx.tenant.id),
        matching,
        isNull(customers.mergedIntoId),
        ne(customers.id, customerId),
      ),
    )
    .limit(mostCandidates);

function likenessOf(one: CustomerRow, other: CustomerRow): number {
  if (one.birthdate && other.birthdate && one.birthdate !== other.birthdate) return 0;
  return nameLikeness(one.name ?? "", other.name ?? "");
}
