import { eq } from "drizzle-orm";
import type { Database } from "@/server/db";
import { tenants } from "@/server/db/schema";
import { notFound } from "../_core/errors";

/** The slug of the business somebody belongs to. @throws not_found */
export async function getHomeSlug(db: Database, tenantId: string): Promise<string> {
  const [tenant] = await db.select({ slug: tenants.slug }).from(tenants).where(eq(tenants.id, tenantId));
  if (!tenant) throw notFound("tenant");
  return tenant.slug;
}
