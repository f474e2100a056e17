import { eq, type SQL } from "drizzle-orm";
import { tenants } from "@/server/db/schema";
import type { Actor, PlatformContext, TenantContext } from "./context";
import { notFound } from "./errors";

/**
 * Narrows platform work to one tenant. The actor stays the same unless another one is named.
 * @throws DomainError `tenant.not_found`
 */
export function loadTenantContext(
  ctx: PlatformContext,
  tenantId: string,
  actor: Actor = ctx.actor,
): Promise<TenantContext> {
  return narrow(ctx, eq(tenants.id, tenantId), actor);
}

/** The same for a person who knows the business by its slug. @throws DomainError `tenant.not_found` */
export function loadTenantContextBySlug(ctx: PlatformContext, slug: string): Promise<TenantContext> {
  return narrow(ctx, eq(tenants.slug, slug), ctx.actor);
}

async function narrow(ctx: PlatformContext, which: SQL, actor: Actor): Promise<TenantContext> {
  const [tenant] = await ctx.db
    .select({ id: tenants.id, slug: tenants.slug, timeZone: tenants.timeZone })
    .from(tenants)
    .where(which);
  if (!tenant) throw notFound("tenant");
  return { tenant, actor, db: ctx.db, requestId: ctx.requestId };
}
