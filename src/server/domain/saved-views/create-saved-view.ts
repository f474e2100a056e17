import { and, count, eq } from "drizzle-orm";
import { type NewView, newView } from "@/contracts/saved-views";
import { mostOwnViews, viewListPermissions } from "@/contracts/view-lists";
import { savedViews } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError } from "../_core/errors";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { personOf } from "./access";
import { refuseTakenName } from "./refuse-taken-name";

/**
 * Keeps a list as it stands under a name, for oneself or for everybody.
 * @throws DomainError `saved_view.name_taken`, `saved_view.too_many`
 */
export async function createSavedView(ctx: TenantContext, input: NewView): Promise<{ id: number }> {
  requirePermission(ctx, "views:write");
  const values = newView.parse(input);
  requirePermission(ctx, viewListPermissions[values.list]);
  const userId = personOf(ctx);
  return transact(ctx.db, async (tx) => {
    const [kept] = await tx
      .select({ views: count() })
      .from(savedViews)
      .where(
        and(
          eq(savedViews.tenantId, ctx.tenant.id),
          eq(savedViews.userId, userId),
          eq(savedViews.list, values.list),
        ),
      );
    if ((kept?.views ?? 0) >= mostOwnViews)
      throw new DomainError("saved_view.too_many", "conflict", { most: mostOwnViews });
    const [row] = await refuseTakenName(() =>
      tx
        .insert(savedViews)
        .values({ ...values, tenantId: ctx.tenant.id, userId })
        .$returningId(),
    );
    if (!row) throw new Error("the new view has no id");
    await recordEvent(ctx, tx, "saved_view.created", row.id, {});
    return row;
  });
}
