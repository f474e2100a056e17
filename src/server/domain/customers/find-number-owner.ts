import { toE164 } from "@/lib/phone";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import type { CustomerRow } from "./customer";
import { findCustomerByPhone } from "./find-customer-by-phone";

/** Whose number this is, in any spelling; null where it is nobody's, or no number. */
export async function findNumberOwner(ctx: TenantContext, phone: string): Promise<CustomerRow | null> {
  requirePermission(ctx, "customers:read");
  const number = toE164(phone);
  return (number && (await findCustomerByPhone(ctx, number))) || null;
}
