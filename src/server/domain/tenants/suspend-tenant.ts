import { eq } from "drizzle-orm";
import type { z } from "zod";
import { suspension } from "@/contracts/platform";
import { tenants } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { DomainError, notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { loadTenantContext } from "../_core/tenant-context";
import { transact } from "../_core/transact";

/**
 * From the next request on, its people read why instead of their pages, keys and phone say so, and nothing is lost:
 * what arrives from outside is still kept.
 * @throws DomainError `tenant.not_found`, `tenant.already_suspended`
 */
export async function suspendTenant(ctx: PlatformContext, input: z.input<typeof suspension>): Promise<void> {
  requirePermission(ctx, "platform:admin");
  const { tenantId, reason } = suspension.parse(input);
  const inside = await loadTenantContext(ctx, tenantId);
  const here = eq(tenants.id, tenantId);
  await transact(ctx.db, async (tx) => {
    const [tenant] = await tx.select({ status: tenants.status }).from(tenants).where(here).for("update");
    if (!tenant) throw notFound("tenant");
    if (tenant.status === "suspended") throw new DomainError("tenant.already_suspended", "conflict");
    await tx
      .update(tenants)
      .set({ status: "suspended", suspendedAt: new Date(), suspensionReason: reason })
      .where(here);
    await recordEvent(inside, tx, "tenant.suspended", null, { reason });
  });
}
