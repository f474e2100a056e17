import { and, eq } from "drizzle-orm";
import { customers } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import type { CustomerRow } from "./customer";
import { followMerge } from "./follow-merge";

/** The customer whose number this is, or who the customer with this number turned out to be. `phone` in E.164. */
export async function findCustomerByPhone(
  ctx: TenantContext,
  phone: string,
): Promise<CustomerRow | undefined> {
  requirePermission(ctx, "customers:read");
  const [row] = await ctx.db
    .select()
    .from(customers)
    .where(and(eq(customers.tenantId, ctx.tenant.id), eq(customers.phone, phone)));
  return row && followMerge(ctx, ctx.db, row);
}
