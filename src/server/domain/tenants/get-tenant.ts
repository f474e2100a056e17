import { eq } from "drizzle-orm";
import { tenants } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";

/** The business itself, without its keys and balance. @throws DomainError `tenant.not_found` */
export async function getTenant(ctx: TenantContext) {
  const [tenant] = await ctx.db
    .select({
      id: tenants.id,
      slug: tenants.slug,
      name: tenants.name,
      kind: tenants.kind,
      status: tenants.status,
      timeZone: tenants.timeZone,
      calendarSource: tenants.calendarSource,
    })
    .from(tenants)
    .where(eq(tenants.id, ctx.tenant.id));
  if (!tenant) throw notFound("tenant");
  return tenant;
}
