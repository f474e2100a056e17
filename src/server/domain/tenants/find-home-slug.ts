import { eq } from "drizzle-orm";
import type { Database } from "@/server/db";
import { tenants } from "@/server/db/schema";

/** The slug of the business somebody belongs to. */
export async function findHomeSlug(db: Database, tenantId: string): Promise<string | undefined> {
  const [tenant] = await db.select({ slug: tenants.slug }).from(tenants).where(eq(tenants.id, tenantId));
  return tenant?.slug;
}
