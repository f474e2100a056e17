import { eq } from "drizzle-orm";
import { type BusinessSettings, businessSettings } from "@/contracts/business-settings";
import { tenants } from "@/server/db/schema";
import { changesOf } from "../_core/changes-of";
import type { TenantContext } from "../_core/context";
import { notFound } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { settingsColumns } from "./get-business-settings";

/** Replaces them. The event names the fields that changed; without any there is none. */
export async function changeBusinessSettings(ctx: TenantContext, input: BusinessSettings): Promise<void> {
  requirePermission(ctx, "settings:write");
  const settings = businessSettings.parse(input);
  await transact(ctx.db, async (tx) => {
    const here = eq(tenants.id, ctx.tenant.id);
    const [before] = await tx.select(settingsColumns).from(tenants).where(here).for("update");
    if (!before) throw notFound("tenant");
    const changed = changesOf(before, settings);
    if (changed.fields.length === 0) return;
    await tx.update(tenants).set(settings).where(here);
    await recordEvent(ctx, tx, "tenant.settings_changed", null, changed);
  });
}
