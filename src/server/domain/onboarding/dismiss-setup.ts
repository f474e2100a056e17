import { eq } from "drizzle-orm";
import { setups } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { lockSetup } from "./setup-row";

/** Takes the list off the start page; its page stays. @throws DomainError `setup.not_found` */
export async function dismissSetup(ctx: TenantContext): Promise<void> {
  requirePermission(ctx, "settings:write");
  await transact(ctx.db, async (tx) => {
    const setup = await lockSetup(ctx, tx);
    if (setup.dismissedAt) return;
    await tx.update(setups).set({ dismissedAt: new Date() }).where(eq(setups.tenantId, ctx.tenant.id));
    await recordEvent(ctx, tx, "setup.dismissed", null, {});
  });
}
