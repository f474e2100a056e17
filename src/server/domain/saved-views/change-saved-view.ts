import { and, eq } from "drizzle-orm";
import { type ViewChange, viewChange } from "@/contracts/saved-views";
import { savedViews } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { lockView } from "./access";
import { refuseTakenName } from "./refuse-taken-name";

/**
 * Another name, another look at the list, or whether everybody sees it; what is not said stays.
 * @throws DomainError `saved_view.not_found`, `saved_view.not_yours`, `saved_view.name_taken`
 */
export async function changeSavedView(ctx: TenantContext, input: ViewChange): Promise<void> {
  requirePermission(ctx, "views:write");
  const { viewId, ...wanted } = viewChange.parse(input);
  await transact(ctx.db, async (tx) => {
    const view = await lockView(ctx, tx, viewId);
    const fields = (["name", "query", "shared"] as const).filter(
      (field) => wanted[field] !== undefined && wanted[field] !== view[field],
    );
    if (fields.length === 0) return;
    await refuseTakenName(() =>
      tx
        .update(savedViews)
        .set(wanted)
        .where(and(eq(savedViews.tenantId, ctx.tenant.id), eq(savedViews.id, viewId))),
    );
    await recordEvent(ctx, tx, "saved_view.changed", viewId, { fields });
  });
}
