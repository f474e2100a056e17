import { and, eq } from "drizzle-orm";
import { customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import type { CustomerRow } from "./find-or-create-customer";

/** The customer whose number this is. `phone` in E.164. */
export async function findCustomerByPhone(
  ctx: TenantContext,
  phone: string,
): Promise<CustomerRow | undefined> {
  requirePermission(ctx, "customers:read");
  const [row] = await ctx.db
    .select()
    .from(customers)
    .where(and(eq(customers.tenantId, ctx.tenant.id), eq(customers.phone, phone)));
  return row;
}
