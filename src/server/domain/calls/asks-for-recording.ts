import { eq } from "drizzle-orm";
import type { Queryable } from "@/server/db";
import { tenants } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";

/** Whether this business asks its callers at all; where it does not, nothing is recorded. */
export async function asksForRecording(ctx: TenantContext, db: Queryable): Promise<boolean> {
  const [tenant] = await db
    .select({ recordingConsent: tenants.recordingConsent })
    .from(tenants)
    .where(eq(tenants.id, ctx.tenant.id));
  return tenant?.recordingConsent === "ask";
}
