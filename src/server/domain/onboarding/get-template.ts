import type { Trade } from "@/contracts/trades";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { tradeTemplates } from "./trade-templates";

/** What a business of this trade begins with, to be corrected before it is taken over. */
export function getTemplate(ctx: TenantContext, trade: Trade) {
  requirePermission(ctx, "catalog:read");
  return tradeTemplates[trade];
}
