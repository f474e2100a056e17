import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Page, PageRequest } from "@/contracts/pages";
import { customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { countWithinReach, pageOf, pageWindow } from "../_core/paginate";
import { requirePermission } from "../_core/permissions";
import type { CustomerRow } from "./customer";
import { searchCustomers } from "./search-customers";

export interface CustomerPageRequest extends PageRequest {
  /** A name, an e-mail address, a birthdate or a phone number as `searchCustomers` understands it. */
  search?: string;
}

/** By name, then id; what a search finds, the likeliest first. */
export async function listCustomers(
  ctx: TenantContext,
  request: CustomerPageRequest,
): Promise<Page<CustomerRow>> {
  requirePermission(ctx, "customers:read");
  if (request.search?.trim()) return listFound(ctx, request.search, request);
  const where = and(eq(customers.tenantId, ctx.tenant.id), isNull(customers.mergedIntoId));
  const order = [asc(customers.name), asc(customers.id)];
  const { limit, offset } = pageWindow(request);
  const page = ctx.db
    .select({ id: customers.id })
    .from(customers)
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset)
    .as("page");
  const rows = await ctx.db
    .select({ customer: customers })
    .from(page)
    .innerJoin(customers, and(eq(customers.tenantId, ctx.tenant.id), eq(customers.id, page.id)))
    .orderBy(...order);
  return pageOf(
    rows.map((row) => row.customer),
    request,
    () => countWithinReach(ctx.db, customers, where, order),
  );
}

async function listFound(
  ctx: TenantContext,
  search: string,
  request: PageRequest,
): Promise<Page<CustomerRow>> {
  const { limit, offset } = pageWindow(request);
  const found = await searchCustomers(ctx, search);
  const ids = found.rows.slice(offset, offset + limit).map((row) => row.id);
  const rows =
    ids.length === 0
      ? []
      : await ctx.db
          .select()
          .from(customers)
          .where(and(eq(customers.tenantId, ctx.tenant.id), inArray(customers.id, ids)));
  rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  return pageOf(rows, request, async () => (found.more ? null : found.rows.length));
}
