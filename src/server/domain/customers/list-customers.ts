import { and, asc, eq } from "drizzle-orm";
import type { Page, PageRequest } from "@/contracts/pages";
import { customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { countWithinReach, pageOf, pageWindow } from "../_core/paginate";
import { requirePermission } from "../_core/permissions";
import type { CustomerRow } from "./find-or-create-customer";
import { matchesCustomer } from "./match-search";

export interface CustomerPageRequest extends PageRequest {
  /** Part of a name, an e-mail address or a phone number in any writing. */
  search?: string;
}

/** By name, then id. */
export async function listCustomers(
  ctx: TenantContext,
  request: CustomerPageRequest,
): Promise<Page<CustomerRow>> {
  requirePermission(ctx, "customers:read");
  const where = and(eq(customers.tenantId, ctx.tenant.id), matchesCustomer(request.search));
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
