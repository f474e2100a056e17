import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { listCustomerRows } from "./list-customer-rows";
import type { FoundCustomer } from "./search-customers";

const rowsAtOnce = 1_000;

/**
 * Everybody whom the list shows for this search, in its order, a thousand at a time, so that a large business takes no
 * more memory than a small one. That it was taken out, and how much of it, is recorded, also when somebody stops
 * halfway. Needs the permission to write: taking all customers along is more than looking one up.
 */
export function exportCustomers(
  ctx: TenantContext,
  search: string | undefined,
): AsyncGenerator<FoundCustomer[]> {
  requirePermission(ctx, "customers:write");
  return walk(ctx, search);
}

async function* walk(ctx: TenantContext, search: string | undefined): AsyncGenerator<FoundCustomer[]> {
  let rows = 0;
  try {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await listCustomerRows(ctx, { search, cursor }, rowsAtOnce);
      rows += page.rows.length;
      yield page.rows;
      cursor = page.next;
    }
  } finally {
    await recordEvent(ctx, ctx.db, "customer.exported", null, { rows });
  }
}
