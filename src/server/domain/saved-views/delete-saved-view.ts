import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { viewRef } from "@/contracts/saved-views";
import { savedViews } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { requirePermission } from "../_core/permissions";
import { recordEvent } from "../_core/record-event";
import { transact } from "../_core/transact";
import { lockView } from "./access";

/** @throws DomainError `saved_view.not_found`, `saved_view.not_yours` */
export async function deleteSavedView(ctx: TenantContext, input: z.input<typeof viewRef>): Promise<void> {
  requirePermission(ctx, "views:write");
  const { viewId } = viewRef.parse(input);
  await transact(ctx.db, async (tx) => {
    await lockView(ctx, tx, viewId);
    await tx.delete(savedViews).where(and(eq(savedViews.tenantId, ctx.tenant.id), eq(savedViews.id, viewId)));
    await recordEvent(ctx, tx, "saved_view.deleted", viewId, {});
  });
}
