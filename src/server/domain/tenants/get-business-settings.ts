import { eq } from "drizzle-orm";
import type { BusinessSettings } from "@/contracts/business-settings";
import { tenants } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";

export const settingsColumns = {
  name: tenants.name,
  kind: tenants.kind,
  timeZone: tenants.timeZone,
  minNoticeMinutes: tenants.minNoticeMinutes,
  bookingWindowDays: tenants.bookingWindowDays,
  slotStepMinutes: tenants.slotStepMinutes,
  recordingConsent: tenants.recordingConsent,
};

/** @throws DomainError `tenant.not_found` */
export async function getBusinessSettings(ctx: TenantContext): Promise<BusinessSettings> {
  requirePermission(ctx, "settings:write");
  const [settings] = await ctx.db.select(settingsColumns).from(tenants).where(eq(tenants.id, ctx.tenant.id));
  if (!settings) throw notFound("tenant");
  return settings;
}
