import { eq } from "drizzle-orm";
import type { z } from "zod";
import { tenantRef } from "@/contracts/platform";
import { tenants } from "@/server/db/schema";
import type { PlatformContext } from "../_core/context";
import { DomainError, notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { loadTenantContext } from "../_core/tenant-context";
import { transact } from "../_core/transact";

/** Opens it again for its people, its keys and its phone. @throws DomainError `tenant.not_found`, `tenant.not_suspended` */
export async function reactivateTenant(
  ctx: PlatformContext,
  input: z.input<typeof tenantRef>,
): Promise<void> {
  requirePermission(ctx, "platform:admin");
  const { tenantId } = tenantRef.parse(input);
  const inside = await loadTenantContext(ctx, tenantId);
  const here = eq(tenants.id, tenantId);
  await transact(ctx.db, async (tx) => {
    const [tenant] = await tx.select({ status: tenants.status }).from(tenants).where(here).for("update");
    if (!tenant) throw notFound("tenant");
    if (tenant.status === "active") throw new DomainError("tenant.not_suspended", "conflict");
    await tx.update(tenants).set({ status: "active", suspendedAt: null, suspensionReason: null }).where(here);
    await recordEvent(inside, tx, "tenant.reactivated", null, {});
  });
}
