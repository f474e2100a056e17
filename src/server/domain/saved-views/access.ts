import { and, eq, or } from "drizzle-orm";
import { savedViews } from "@/server/db/schema";
import type { TenantContext } from "../_core/context";
import { DomainError, notFound } from "../_core/errors";
import { can } from "../_core/permissions";
import type { Transaction } from "../_core/transact";

/** The person behind the actor: keys and jobs look at no lists. @throws DomainError `forbidden` */
export function personOf({ actor }: TenantContext): number {
  if (actor.type !== "user") throw new DomainError("forbidden", "forbidden");
  return actor.userId;
}

/** One's own views, and those that others share. */
export const visibleTo = (person: number) => or(eq(savedViews.userId, person), eq(savedViews.shared, true));

/** Whoever made a view changes it; whoever runs the business may change what is shared. */
export const mayChange = (ctx: TenantContext, view: { userId: number }, person: number) =>
  view.userId === person || can(ctx.actor, "settings:write");

/**
 * The view, locked, for somebody who may change it.
 * @throws DomainError `saved_view.not_found` (also another's own), `saved_view.not_yours`
 */
export async function lockView(ctx: TenantContext, tx: Transaction, viewId: number) {
  const person = personOf(ctx);
  const [view] = await tx
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.tenantId, ctx.tenant.id), eq(savedViews.id, viewId), visibleTo(person)))
    .for("update");
  if (!view) throw notFound("saved_view");
  if (!mayChange(ctx, view, person)) throw new DomainError("saved_view.not_yours", "forbidden");
  return view;
}
