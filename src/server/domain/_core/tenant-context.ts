import { eq } from "drizzle-orm";
import { tenants } from "@/server/db/schema";
import type { Actor, PlatformContext, TenantContext } from "./context";
import { notFound } from "./errors";

/** Narrows platform work to one tenant. The actor stays the same unless another one is named. */
export async function loadTenantContext(
  ctx: PlatformContext,
  tenantId: string,
  actor: Actor = ctx.actor,
): Promise<TenantContext> {
  const [tenant] = await ctx.db
    .select({ id: tenants.id, slug: tenants.slug, timeZone: tenants.timeZone })
    .from(tenants)
    .where(eq(tenants.id, tenantId));
  if (!tenant) throw notFound("tenant");
  return { tenant, actor, db: ctx.db, requestId: ctx.requestId };
}
