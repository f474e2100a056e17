import { eq } from "drizzle-orm";
import { tenants } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { listMissingMappings } from "./list-missing-mappings";

/**
 * From now on Cal.com is the tenant's calendar.
 * @throws DomainError `calcom.mappings_missing` with `{ missing }`: what nobody could book there
 */
export async function activateCalcom(ctx: TenantContext): Promise<void> {
  requirePermission(ctx, "settings:write");
  const missing = await listMissingMappings(ctx);
  if (missing.length > 0) throw new DomainError("calcom.mappings_missing", "conflict", { missing });
  await transact(ctx.db, async (tx) => {
    await tx.update(tenants).set({ calendarSource: "calcom" }).where(eq(tenants.id, ctx.tenant.id));
    await recordEvent(ctx, tx, "calcom.activated", null, {});
  });
}
