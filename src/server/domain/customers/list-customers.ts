import { and, asc, eq, like, or } from "drizzle-orm";
import type { Page, PageRequest } from "@/contracts/pages";
import { customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { countWithinReach, pageOf, pageWindow } from "../_core/paginate";
import { requirePermission } from "../_core/permissions";
import type { CustomerRow } from "./find-or-create-customer";

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
  const where = and(eq(customers.tenantId, ctx.tenant.id), matching(request.search));
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

function matching(search: string | undefined) {
  const text = search?.trim();
  if (!text) return undefined;
  // "0176 123" and "+49 176 123" are the same number; stored is the latter, without spaces.
  const digits = /^[+\d\s()/-]+$/.test(text) ? text.replace(/\D/g, "").replace(/^0+/, "") : "";
  return or(
    like(customers.name, contains(text)),
    like(customers.email, contains(text)),
    digits.length >= 3 ? like(customers.phone, contains(digits)) : undefined,
  );
}

const contains = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
